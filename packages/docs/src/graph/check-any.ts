import { type Finding, nearest } from '@pymaint/core';
import { type Document, type Reference, normalName } from '../document.ts';
import { doubtOf, generatorOf, namedByDirective } from './certainty.ts';
import { isKnownDirective } from '../directives/specs.ts';
import type { Labels } from './labels.ts';
import { STANDARD_LABELS } from './labels.ts';
import { type DescribedObjects, describedObjects, namesOf, objectRole } from './objects.ts';
import { folderOf, joinPath } from './paths.ts';
import { type Page, type Site, referencesOf } from './project.ts';
import { findingAt, meant, withDoubt } from './report.ts';

/** What `:any:` may name besides labels and documents. */
interface Names {
  readonly described: DescribedObjects;
  readonly entries: ReadonlySet<string>;
  readonly named: { readonly has: (name: string) => boolean };
}

/** `:any:`, and plain backquotes where `default_role` says so, to nothing that any domain knows. */
export function checkAny(site: Site, labels: Labels): readonly Finding[] {
  const { project } = site;
  const doubt = doubtOf(project) ?? generatorOf(project.conf);
  // Plain backquotes are too many to doubt each of them.
  const uses = referencesOf(site).filter(
    ({ reference }) =>
      objectRole(site, reference) === 'any' && (doubt === undefined || reference.kind === 'role'),
  );
  if (uses.length === 0) return [];
  const names: Names = {
    described: describedObjects(site),
    entries: entriesOf(site),
    named: namedByDirective(site, isKnownDirective),
  };
  return uses.flatMap(({ page, document, reference }) =>
    isKnown(site, labels, names, page, reference)
      ? []
      : undefinedAny(document, reference, labels, doubt),
  );
}

function undefinedAny(
  document: Document,
  { target, targetSpan }: Reference,
  labels: Labels,
  doubt: string | undefined,
): Finding {
  const { level, tail } = withDoubt(doubt);
  const near = nearest(normalName(target), labels.keys());
  return findingAt(
    document,
    targetSpan,
    'docs/undefined-any',
    level,
    `Unexpected target \`${target}\`, expected a label, a document, a term or an object${meant(near)}${tail}`,
  );
}

function isKnown(
  site: Site,
  labels: Labels,
  { described, entries, named }: Names,
  page: Page,
  reference: Reference,
): boolean {
  const { project, pages } = site;
  const { target } = reference;
  const key = normalName(target);
  if (labels.has(key) || STANDARD_LABELS.has(key)) return true;
  if (pages.has(joinPath(folderOf(page.name), target))) return true;
  if (entries.has(target) || entries.has(key) || named.has(key)) return true;
  for (const { objects } of project.inventories?.values() ?? [])
    for (const known of objects.values()) if (known.has(target)) return true;
  const objects = namesOf(reference);
  if (objects.some((name) => described.has(name))) return true;
  const [bare] = objects;
  if (bare === undefined) return project.otherLabels.has(key);
  const answers = objects.map((name) => project.source?.find(name).status);
  if (answers.some((status) => status === 'found' || status === 'unknown')) return true;
  // Sphinx looks for the last part of any name as well.
  const ending = `.${bare}`;
  return (
    [...described.keys()].some((name) => name.endsWith(ending)) || project.otherLabels.has(key)
  );
}

const ENTRIES = new Set(['term', 'option', 'envvar', 'token', 'object']);

/** Terms in lower case, and options, variables and the objects of other domains as written. */
function entriesOf(site: Site): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { parts } of site.pages.values())
    for (const { document } of parts)
      for (const { kind, name } of document.targets)
        if (ENTRIES.has(kind)) names.add(kind === 'term' ? normalName(name) : name);
  return names;
}
