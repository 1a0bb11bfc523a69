import { type Finding, fileStart, nearest } from '@pymaint/core';
import type { Document, Reference } from '../document.ts';
import { settingOr } from '../sphinx/conf.ts';
import { generatorOf, inInventories, unreadInventories } from './certainty.ts';
import { nitpickIgnore } from './nitpick.ts';
import { type DescribedObjects, describedObjects, namesOf, objectRole } from './objects.ts';
import { type Site, referencesOf } from './project.ts';
import { findingAt, meant, withDoubt } from './report.ts';

/** Extensions that describe what is in the source, and nothing else. */
const FROM_SOURCE =
  /^(?:sphinx\.ext\.(?:autosummary|apidoc)|autoapi\.extension|sphinx_autodoc_typehints|sphinx_automodapi\.\w+|numpydoc|sphinx_toolbox(?:\.[\w.]+)?|autodocsumm|enum_tools\.autoenum|sphinxcontrib\.(?:apidoc|autodoc_pydantic|towncrier(?:\.ext)?)|sphinxarg\.ext|sphinx_click(?:\.ext)?|scanpydoc\.\w+|rst\.linker|jaraco\.\w+|sphinx_paramlinks|sphinx_llms_txt\S*|sphinx_reredirects|sphinxext\.rediraffe)$/u;

/** Whether all objects that an extension describes are the source's. */
export const areOfSource = (extension: string): boolean => FROM_SOURCE.test(extension);

/**
 * Roles of the Python domain that name a module, class, function or attribute of this project which neither its
 * pages nor its source define. Sphinx shows plain text and warns with `nitpicky` only, so does an error. What
 * other projects define is judged where their inventories are at hand.
 */
export function checkObjects(site: Site): readonly Finding[] {
  const described = describedObjects(site);
  const doubt = generatorOf(site.project.conf, areOfSource);
  const findings: Finding[] = [...duplicates(described)];
  const unread: Reference[] = [];
  const isNitpick = settingOr(site.project.conf.nitpicky, false);
  const nitpick = nitpickIgnore(site.project.conf);
  for (const { page, document, reference } of referencesOf(site)) {
    const role = objectRole(site, reference);
    if (role === undefined || role === 'any') continue;
    const found = judge(site, described, reference);
    if (found === 'unread') unread.push(reference);
    else if (found !== undefined && (isNitpick || !HISTORY.test(page.name)))
      if (!nitpick.ignores(reference.target.replace(/^\./u, '')))
        findings.push(missing(site, document, reference, found, doubt ?? nitpick.why));
  }
  return [...findings, ...unreadNotice(site, unread.length)];
}

/** Pages that tell of the past, and may name what is gone. */
export const HISTORY = /chang|deprecat|histor|migrat|news|release|upgrad|version|what.?s.?new/iu;

/** A name that is not there, and what is there instead. */
interface Missing {
  readonly near: string | undefined;
}

function judge(
  site: Site,
  described: DescribedObjects,
  reference: Reference,
): Missing | 'unread' | undefined {
  const { source } = site.project;
  const names = namesOf(reference);
  const [written] = names;
  if (written === undefined || names.some((name) => described.has(name))) return undefined;
  const own = source?.find(written) ?? { status: 'foreign' };
  if (own.status === 'found' || own.status === 'unknown') return undefined;
  if (inInventories(site.project, written, ...PY_TYPES)) return undefined;
  if (own.status === 'missing') {
    // The module or class around may give the name another meaning.
    if (names.slice(1).some((name) => source?.find(name).status === 'found')) return undefined;
    // Part of it may be described where the source has nothing, as of a compiled module.
    const folder = written.slice(0, Math.max(0, written.lastIndexOf('.')));
    if (described.has(folder) && source?.find(folder).status !== 'found') return undefined;
    return { near: nearName(written, own.known) };
  }
  // A name without a dot is rather this project's, seen from its module.
  const isForeign = written.includes('.') && !reference.target.startsWith('.');
  return isForeign && unreadInventories(site.project).length > 0 ? 'unread' : undefined;
}

const PY_TYPES =
  'class function method attribute module data exception property staticmethod classmethod type decorator'
    .split(' ')
    .map((type) => `py:${type}`);

/** The written name with its last part put right. */
function nearName(written: string, known: readonly string[]): string | undefined {
  const dot = written.lastIndexOf('.');
  const near = nearest(written.slice(dot + 1), known);
  return near === undefined ? undefined : written.slice(0, dot + 1) + near;
}

function missing(
  site: Site,
  document: Document,
  reference: Reference,
  { near }: Missing,
  doubt: string | undefined,
): Finding {
  const { level, tail } = withDoubt(doubt);
  const isNitpick = settingOr(site.project.conf.nitpicky, false);
  return findingAt(
    document,
    reference.targetSpan,
    'docs/undefined-object',
    level === 'error' && !isNitpick ? 'warning' : level,
    `Unexpected object \`${reference.target}\`, expected one that the source or a page defines${meant(near)}${tail}`,
  );
}

/** Objects that two directives describe: Sphinx keeps the last and warns. */
const duplicates = (described: DescribedObjects): readonly Finding[] =>
  [...described.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : others.map(({ target, document }) =>
          findingAt(
            document,
            target.nameSpan,
            'docs/duplicate-object',
            'warning',
            `Unexpected second description of \`${target.name}\`, expected one, or \`:no-index:\` here`,
            [
              {
                message: 'The other one is here',
                place: first.document.lines().place(first.target.nameSpan.start),
              },
            ],
          ),
        ),
  );

/** One notice for all that only the inventories of others could tell. */
function unreadNotice({ project }: Site, count: number): readonly Finding[] {
  if (count === 0) return [];
  const unread = unreadInventories(project);
  const names = unread.map((name) => `\`${name}\``);
  const what = count === 1 ? 'one reference' : `${count} references`;
  const whys = new Set(unread.flatMap((name) => project.unfetched?.get(name) ?? []));
  const because = whys.size === 0 ? '' : ` (${[...whys].join('; ')})`;
  return [
    {
      rule: 'docs/unread-inventory',
      level: 'notice',
      message: `Unexpected lack of the inventories of ${names.join(', ')}, expected their files by the option \`inventories\`: ${what} to Python objects of other projects cannot be judged${because}`,
      place: fileStart(project.conf.path),
    },
  ];
}
