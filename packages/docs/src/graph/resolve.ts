import { type Finding, comparePlaces } from '@pymaint/core';
import { checkAny } from './check-any.ts';
import { checkCircles } from './check-circles.ts';
import { checkCustomObjects } from './check-custom.ts';
import { checkDocuments, checkToctrees } from './check-documents.ts';
import { checkDomains } from './check-domains.ts';
import { checkDuplicateNames } from './check-duplicate-names.ts';
import { checkExcerpts } from './check-excerpts.ts';
import { checkFiles } from './check-files.ts';
import { checkTermsAndCitations } from './check-global.ts';
import { checkDuplicateLabels, checkLabels } from './check-labels.ts';
import { checkNames } from './check-names.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkObjects } from './check-objects.ts';
import { checkSlips } from './check-slips.ts';
import { checkStandard } from './check-standard.ts';
import { checkDocstrings } from '../links/docstrings.ts';
import { checkMystLinks } from '../links/myst.ts';
import { checkSitePages } from '../links/sphinx-pages.ts';
import { labelsOf } from './labels.ts';
import { type DocsProject, siteOf } from './project.ts';

/**
 * What in a Sphinx project leads nowhere, ordered by place. An error is certain; where an inventory, an
 * extension or an unread setting may make it right, the finding is a notice that says so. A file that several
 * pages include is judged in each, and what only some of them miss is left out.
 */
export function resolveSphinx(project: DocsProject): readonly Finding[] {
  const site = siteOf(project);
  const labels = labelsOf(site);
  const findings = [
    ...checkLabels(site, labels),
    ...checkDuplicateLabels(site, labels),
    ...checkNumbers(site, labels),
    ...checkDocuments(site),
    ...checkToctrees(site),
    ...checkTermsAndCitations(site),
    ...checkNames(site),
    ...checkFiles(site),
    ...checkExcerpts(site),
    ...checkStandard(site),
    ...checkObjects(site),
    ...checkDomains(site),
    ...checkCustomObjects(site),
    ...checkAny(site, labels),
    ...checkDuplicateNames(site),
    ...checkCircles(site),
    ...checkSlips(site),
    ...checkDocstrings(site, labels),
    ...checkMystLinks(site, labels),
    ...checkSitePages(site),
  ];
  const uses = new Map<string, number>();
  for (const page of site.pages.values())
    for (const { document, partial } of page.parts)
      if (!partial) uses.set(document.path, (uses.get(document.path) ?? 0) + 1);
  return once(findings, uses).toSorted((a, b) => comparePlaces(a.place, b.place));
}

const PER_PAGE = /undefined|missing|untitled|unnumbered|mismatch/u;

/** Each finding once, and only if all pages that hold its file agree. */
function once(findings: readonly Finding[], uses: ReadonlyMap<string, number>): readonly Finding[] {
  const counts = new Map<string, { readonly finding: Finding; count: number }>();
  for (const finding of findings) {
    const { path, line, column } = finding.place;
    const key = [finding.rule, path, line, column].join('\n');
    const seen = counts.get(key);
    if (seen === undefined) counts.set(key, { finding, count: 1 });
    else seen.count += 1;
  }
  return [...counts.values()].flatMap(({ finding, count }) =>
    PER_PAGE.test(finding.rule) && count < (uses.get(finding.place.path) ?? 1) ? [] : [finding],
  );
}
