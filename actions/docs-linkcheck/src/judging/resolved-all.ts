import { comparePlaces, doubt, skip, type Fact, type Verdict } from '@pymaint/core';
import type { ResolvedPages } from '../facts.ts';
import { resolved } from './resolved.ts';

/** The verdict on the findings of some rules in all pages of a project, whoever reads them. */
export function resolvedAll(
  facts: { readonly [name: string]: Fact<ResolvedPages> },
  rules: readonly string[],
): Verdict {
  const known = Object.values(facts).flatMap((fact) => (fact.known ? [fact.value] : []));
  const documents = known.reduce((sum, pages) => sum + pages.documents, 0);
  if (documents > 0) {
    const findings = known
      .flatMap((pages) => pages.findings)
      .toSorted((a, b) => comparePlaces(a.place, b.place));
    return resolved({ documents, findings }, rules);
  }
  const unknown = Object.values(facts).find((fact) => !fact.known);
  if (unknown?.known === false && unknown.because === 'not-known') return doubt(unknown.why);
  return skip('the project has no documentation to read');
}
