import { type Finding, matchesGlob, nearest } from '@pymaint/core';
import type { Document, Toctree, ToctreeEntry } from '../document.ts';
import { lacking } from '../links/renamed.ts';
import { doubtOf, generatorOf, inInventories, namesInventory } from './certainty.ts';
import { lostDocument } from './lost.ts';
import { folderOf, joinPath } from './paths.ts';
import { type Page, type Site, referencesOf, suffixesOf } from './project.ts';
import { findingAt, guesser, meant, withDoubt } from './report.ts';

const STANDARD = new Set(['genindex', 'modindex', 'py-modindex', 'search', 'self']);

/** `:doc:` to documents that are nowhere. */
export function checkDocuments(site: Site): readonly Finding[] {
  const guess = guesser(site.pages.keys());
  const doubt = doubtOf(site.project) ?? site.project.partial;
  return referencesOf(site).flatMap(({ page, document, reference }) => {
    if (reference.suppressed === true) return [];
    if (reference.role !== 'doc' && reference.role !== 'std:doc') return [];
    const { target } = reference;
    const name = joinPath(folderOf(page.name), target);
    if (site.pages.has(name)) return [];
    if (inInventories(site.project, target, 'std:doc')) return [];
    if (namesInventory(site.project, target)) return [];
    const { level, tail } = withDoubt(site.excluded.has(name) ? undefined : doubt);
    const what = site.excluded.has(name) ? 'one that is not excluded' : 'one that exists';
    const near = guess(name);
    const span = reference.targetSpan;
    const message = `Unexpected document \`${target}\`, expected ${what}${meant(near === undefined ? undefined : `/${near}`)}${tail}`;
    return lacking(
      findingAt(document, span, 'docs/undefined-document', level, message),
      lostDocument(site, page, document, span, target, name),
    );
  });
}

/** Entries of toctrees that are no documents, globs that match none, and documents that are in no toctree. */
export function checkToctrees(site: Site): readonly Finding[] {
  const reached = new Set<string>();
  const doubt = generatorOf(site.project.conf) ?? site.project.partial;
  const findings = [...site.pages.values()].flatMap((page) =>
    page.parts.flatMap(({ document }) =>
      document.toctrees.flatMap((toctree) => {
        // What a toctree names already, its own page with it.
        const listed = new Set([page.name]);
        return toctree.entries.flatMap((entry) =>
          judgeEntry(site, page, document, toctree, entry, { reached, listed }, doubt),
        );
      }),
    ),
  );
  return [...findings, ...orphans(site, reached)];
}

/** What the toctrees of the site, and the one being judged, named so far. */
interface Seen {
  readonly reached: Set<string>;
  readonly listed: Set<string>;
}

function judgeEntry(
  site: Site,
  page: Page,
  document: Document,
  toctree: Toctree,
  entry: ToctreeEntry,
  { reached, listed }: Seen,
  doubt: string | undefined,
): readonly Finding[] {
  const { target } = entry;
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(target) || target.startsWith('#') || STANDARD.has(target))
    return [];
  const name = documentOf(site, page, target);
  if (toctree.options.some(({ name }) => name === 'glob') && /[*?[]/u.test(target)) {
    const pattern = joinPath(folderOf(page.name), target);
    // A set of characters is more than is judged here.
    const left = [...site.pages.keys()].filter((name) => !listed.has(name));
    const found = target.includes('[') ? left : left.filter((name) => matchesGlob(pattern, name));
    for (const name of found) {
      reached.add(name);
      listed.add(name);
    }
    if (found.length > 0) return [];
    const { level, tail } = withDoubt(doubt ?? ignoredDoubt(site, name));
    return [
      findingAt(
        document,
        entry.targetSpan,
        'docs/toctree-glob',
        level === 'error' ? 'warning' : level,
        `Unexpected pattern \`${target}\` that matches no other document, expected one that does${tail}`,
      ),
    ];
  }
  reached.add(name);
  if (site.pages.has(name)) return repeated(document, entry, name, page, listed);
  const isExcluded = site.excluded.has(name);
  const near = nearest(name, site.pages.keys());
  const { level, tail } = withDoubt(doubt ?? ignoredDoubt(site, name));
  const message = `Unexpected entry \`${target}\`, expected a document that ${isExcluded ? 'is not excluded' : 'exists'}${meant(near === undefined ? undefined : `/${near}`)}${isExcluded ? '' : tail}`;
  const span = entry.targetSpan;
  return [
    lacking(
      findingAt(document, span, 'docs/toctree-entry', isExcluded ? 'error' : level, message),
      lostDocument(site, page, document, span, target, name),
    ),
  ];
}

const ignoredDoubt = ({ project }: Site, name: string): string | undefined =>
  suffixesOf(project.conf).some(
    (suffix) => project.isIgnored?.(joinPath(project.sourceFolder, name + suffix)) === true,
  )
    ? 'git ignores it, so a step of the build may make it'
    : undefined;

function repeated(
  document: Document,
  { target, targetSpan }: ToctreeEntry,
  name: string,
  page: Page,
  listed: Set<string>,
): readonly Finding[] {
  // A page in its own toctree is a circle.
  if (name === page.name) return [];
  if (!listed.has(name)) {
    listed.add(name);
    return [];
  }
  return [
    findingAt(
      document,
      targetSpan,
      'docs/toctree-duplicate',
      'warning',
      `Unexpected second entry for the document \`${target}\` in one toctree, expected one`,
    ),
  ];
}

/** The name of the document that an entry means, which may be written with its suffix. */
function documentOf(site: Site, page: Page, target: string): string {
  const suffix = suffixesOf(site.project.conf).find((one) => target.endsWith(one));
  const bare = suffix === undefined ? target : target.slice(0, -suffix.length);
  return joinPath(folderOf(page.name), bare);
}

/** Sphinx spares the root, what is included in another document, and what says `:orphan:`. */
function orphans(site: Site, reached: ReadonlySet<string>): readonly Finding[] {
  const { conf } = site.project;
  if (!conf.rootDoc.known || !conf.extensions.known) return [];
  const root = conf.rootDoc.value;
  if (!site.pages.has(root)) return [];
  // A gallery of nbsphinx is a toctree as well.
  const gallery = site.project.documents.some(({ directives }) =>
    directives.some(({ name }) => name.includes('gallery')),
  );
  return [...site.pages.values()].flatMap(({ name, document }) => {
    if (gallery && document.format === 'notebook') return [];
    if (name === root || reached.has(name) || site.included.has(name)) return [];
    if (document.fields.some((field) => field.top && field.name === 'orphan')) return [];
    return findingAt(
      document,
      { start: 0, end: 0 },
      'docs/orphan',
      'warning',
      `Unexpected document \`${name}\` in no toctree, expected an entry or \`:orphan:\` at its top`,
    );
  });
}
