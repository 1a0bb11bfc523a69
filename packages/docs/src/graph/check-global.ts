import type { Finding } from '@pymaint/core';
import type { Document, Target } from '../document.ts';
import { doubtOf, generatorOf, inInventories, namesInventory } from './certainty.ts';
import type { Site } from './project.ts';
import { findingAt, guesser, meant, withDoubt } from './report.ts';

interface Defined {
  readonly document: Document;
  readonly target: Target;
}

/** `:term:` and `[CIT]_` that no page defines, and terms and citations that two places define. */
export function checkTermsAndCitations(site: Site): readonly Finding[] {
  const terms = collect(site, 'term', (name) => name.toLowerCase());
  const citations = collect(site, 'citation', (name) => name);
  const doubt = doubtOf(site.project);
  const guessTerm = guesser(terms.keys());
  const guessCitation = guesser(citations.keys());
  const findings: Finding[] = [
    ...duplicates(terms, 'term', true),
    ...duplicates(citations, 'citation', true),
    ...duplicates(
      collect(site, 'equation', (name) => name),
      'equation',
      true,
    ),
    ...duplicates(
      collect(site, 'envvar', (name) => name),
      'envvar',
      true,
    ),
  ];
  for (const page of site.pages.values())
    for (const { document, partial } of page.parts)
      for (const { kind, role, target, targetSpan, suppressed } of partial
        ? []
        : document.references) {
        const isTerm = (role === 'term' || role === 'std:term') && suppressed !== true;
        if (!isTerm && kind !== 'citation') continue;
        const known = isTerm ? terms : citations;
        const key = isTerm ? target.replaceAll(/\s+/gu, ' ').toLowerCase() : target;
        if (known.has(key)) continue;
        if (isTerm && inInventories(site.project, target, 'std:term')) continue;
        if (isTerm && namesInventory(site.project, target)) continue;
        const { level, tail } = withDoubt(isTerm ? doubt : generatorOf(site.project.conf));
        const what = isTerm ? 'term' : 'citation';
        findings.push(
          findingAt(
            document,
            targetSpan,
            `docs/undefined-${what}`,
            level,
            `Unexpected ${what} \`${target}\`, expected one that is defined${meant((isTerm ? guessTerm : guessCitation)(key))}${tail}`,
          ),
        );
      }
  return findings;
}

function collect(
  site: Site,
  kind: Target['kind'],
  keyOf: (name: string) => string,
): ReadonlyMap<string, readonly Defined[]> {
  const found = new Map<string, Defined[]>();
  for (const page of site.pages.values())
    for (const { document } of page.parts)
      for (const target of document.targets) {
        if (target.kind !== kind) continue;
        const same = found.get(keyOf(target.name)) ?? [];
        if (!same.some((one) => one.document === document && one.target === target))
          same.push({ document, target });
        found.set(keyOf(target.name), same);
      }
  return found;
}

/** All are told apart by case. */
function duplicates(
  all: ReadonlyMap<string, readonly Defined[]>,
  what: 'term' | 'citation' | 'equation' | 'envvar',
  byCase: boolean,
): readonly Finding[] {
  return [...all.values()].flatMap((same) =>
    same.flatMap(({ document, target }, n) => {
      const first = same.slice(0, n).find((one) => !byCase || one.target.name === target.name);
      if (first === undefined) return [];
      return findingAt(
        document,
        target.nameSpan,
        `docs/duplicate-${what}`,
        'warning',
        `Unexpected second definition of the ${what} \`${target.name}\`, expected one`,
        [
          {
            message: 'The other one is here',
            place: first.document.lines().place(first.target.nameSpan.start),
          },
        ],
      );
    }),
  );
}
