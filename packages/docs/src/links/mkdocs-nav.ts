import type { Finding } from '@pymaint/core';
import { findingAt, meant, withDoubt } from '../graph/report.ts';
import { pathFrom } from './address.ts';
import {
  isExcluded,
  matchesIgnores,
  type MkdocsProject,
  mkdocsDoubt,
  ownsNav,
} from './mkdocs-site.ts';
import { lacking } from './renamed.ts';

/** Entries of `nav` that are no pages, and pages that are in none. */
export function checkNav(project: MkdocsProject): readonly Finding[] {
  const { nav } = project.config;
  if (nav === undefined || !ownsNav(project)) return [];
  return [
    ...nav.entries.flatMap(({ target, targetSpan }) => {
      if (isElsewhere(target) || hasFile(project, target)) return [];
      return report(project, targetSpan, 'nav-entry', target, 'entry');
    }),
    ...omitted(project, new Set(nav.entries.map(({ target }) => plain(target)))),
  ];
}

/** What pages are redirected to. */
export const checkRedirects = (project: MkdocsProject): readonly Finding[] =>
  project.config.redirects.flatMap(({ to, toSpan }) => {
    const path = to.replace(/#.*$/u, '');
    if (isElsewhere(path) || path === '' || !path.endsWith('.md') || hasFile(project, path))
      return [];
    return report(project, toSpan, 'nav-redirect', path, 'redirect');
  });

/** Addresses, patterns and folders, which plugins read. */
const isElsewhere = (target: string): boolean =>
  /^(?:[a-z][a-z0-9+.-]*:|\/|#)/iu.test(target) || /[*{}$]/u.test(target) || target.endsWith('/');

const plain = (target: string): string => pathFrom('', target.replace(/#.*$/u, '')) ?? target;

const hasFile = ({ tree, docsFolder }: MkdocsProject, target: string): boolean => {
  const path = pathFrom(docsFolder, target.replace(/#.*$/u, ''));
  return path === undefined || tree.hasFile(path) || tree.isOpaque(path);
};

function report(
  project: MkdocsProject,
  span: { readonly start: number; readonly end: number },
  rule: string,
  target: string,
  what: string,
): readonly Finding[] {
  const { tree, docsFolder, config } = project;
  const level = config.validation.get('nav.not_found');
  if (level === 'ignore') return [];
  const path = pathFrom(docsFolder, target) ?? target;
  const near = tree.near(path);
  const shown =
    near === undefined || docsFolder === ''
      ? near
      : near.startsWith(`${docsFolder}/`)
        ? near.slice(docsFolder.length + 1)
        : undefined;
  const doubt = mkdocsDoubt(project);
  const { tail } = withDoubt(doubt);
  const certain = level === 'info' ? 'notice' : 'error';
  const finding = findingAt(
    project.configFile,
    span,
    `docs/${rule}`,
    doubt === undefined ? certain : 'notice',
    `Unexpected ${what} \`${target}\`, expected a page of \`${docsFolder}\`${meant(shown)}${tail}`,
  );
  const prefix = docsFolder === '' ? '' : `${docsFolder}/`;
  const write = (to: string): string | undefined =>
    to.startsWith(prefix) ? to.slice(prefix.length) : undefined;
  return [lacking(finding, { document: project.configFile, span, paths: [path], write })];
}

/** MkDocs itself only mentions them. */
function omitted(project: MkdocsProject, entries: ReadonlySet<string>): readonly Finding[] {
  const { config, docsFolder, documents } = project;
  if (config.validation.get('nav.omitted_files') === 'ignore') return [];
  const prefix = docsFolder === '' ? '' : `${docsFolder}/`;
  return documents.flatMap((document) => {
    if (!document.path.startsWith(prefix)) return [];
    const below = document.path.slice(prefix.length);
    if (entries.has(below) || isExcluded(project, below) || isIncluded(project, document.path))
      return [];
    if (matchesIgnores(config.notInNav, below) || isShadowed(documents, document.path)) return [];
    return [
      findingAt(
        document,
        { start: 0, end: 0 },
        'docs/nav-omitted',
        'notice',
        `Unexpected page \`${below}\` that is in no nav, expected an entry or \`not_in_nav\`; not sure: it may be reached by a link alone`,
      ),
    ];
  });
}

/** A page that another includes is a part of it. */
const isIncluded = ({ documents }: MkdocsProject, path: string): boolean =>
  documents.some(({ files }) =>
    files.some(
      ({ kind, path: file }) => kind === 'include' && path.endsWith(file.replace(/^[./]+/u, '')),
    ),
  );

/** README.md beside an index.md is none of the site's pages. */
const isShadowed = (documents: MkdocsProject['documents'], path: string): boolean =>
  path.endsWith('README.md') &&
  documents.some((it) => it.path === path.replace(/README\.md$/u, 'index.md'));
