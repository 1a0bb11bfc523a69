import type { Finding } from '@pymaint/core';
import { type Document, type Target, normalName } from '../document.ts';
import type { Page, Site } from './project.ts';
import { findingAt } from './report.ts';

const EXPLICIT = new Set<Target['kind']>(['uri', 'alias', 'footnote']);

/**
 * Names that one page gives twice: docutils then links neither. The same address twice is fine, and since docutils
 * 0.22 so are two in angle brackets (`nodes.document.set_duplicate_name_id`). Labels are judged over all pages.
 */
export function checkDuplicateNames(site: Site): readonly Finding[] {
  return [...site.pages.values()].flatMap((page) => [
    ...duplicates(
      page,
      (target) => (EXPLICIT.has(target.kind) ? keyOf(target) : undefined),
      'name',
    ),
    ...duplicates(
      page,
      ({ kind, name }) => (kind === 'substitution' ? name.trim() : undefined),
      'substitution',
    ),
  ]);
}

/** `#` and `*` number themselves, so that they are no names. */
function keyOf({ kind, name }: Target): string | undefined {
  if (kind !== 'footnote') return normalName(name);
  return /^[#*]$/u.test(name) ? undefined : normalName(name.replace(/^#/u, ''));
}

function duplicates(
  page: Page,
  key: (target: Target) => string | undefined,
  what: string,
): readonly Finding[] {
  if (page.document.format !== 'rst') return [];
  const seen = new Map<string, Meaning[]>();
  for (const { document, partial } of page.parts)
    for (const target of partial ? [] : document.targets) {
      const name = key(target);
      if (name === undefined || name === '') continue;
      const same = seen.get(name);
      if (same === undefined) seen.set(name, [{ document, target }]);
      else if (same[0] !== undefined && !isSame(same[0].target, target))
        same.push({ document, target });
    }
  return [...seen.values()].flatMap(([first, second, ...others]) =>
    first === undefined || second === undefined ? [] : [report(what, first, second, others)],
  );
}

interface Meaning {
  readonly document: Document;
  readonly target: Target;
}

/** One finding for all meanings of one name. */
const report = (
  what: string,
  first: Meaning,
  { document, target }: Meaning,
  others: readonly Meaning[],
): Finding =>
  findingAt(
    document,
    target.nameSpan,
    `docs/duplicate-${what}`,
    'warning',
    `Unexpected second meaning of the ${what} \`${target.name}\` on one page, expected one`,
    [first, ...others].slice(0, 20).map((one) => ({
      message: 'Another one is here',
      place: one.document.lines().place(one.target.nameSpan.start),
    })),
  );

const isSame = (a: Target, b: Target): boolean =>
  a.kind === b.kind && a.value !== undefined && a.value === b.value;
