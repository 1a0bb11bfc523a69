import { type Finding, nearest } from '@pymaint/core';
import { isKnownDirective } from '../directives/specs.ts';
import { type Document, normalName } from '../document.ts';
import { doubtOf, inInventories, namedByDirective } from '../graph/certainty.ts';
import { type Labels, STANDARD_LABELS } from '../graph/labels.ts';
import { folderOf, joinPath } from '../graph/paths.ts';
import type { Site } from '../graph/project.ts';
import { findingAt, meant } from '../graph/report.ts';

/** A docstring that autodoc puts into a page. */
export interface PulledDocstring {
  readonly document: Document;
  /** The path of the document with the directive. */
  readonly page: string;
}

/**
 * `:ref:`, `:doc:` and `:term:` of docstrings that autodoc puts into a page, where they surely lead nowhere. What an
 * inventory, an extension or conf.py may make right is not told: the pages' own findings say that already.
 */
export function checkDocstrings(site: Site, labels: Labels): readonly Finding[] {
  const { docstrings = [], otherLabels } = site.project;
  if (docstrings.length === 0 || doubtOf(site.project) !== undefined) return [];
  const named = namedByDirective(site, isKnownDirective);
  const terms = termsOf(site);
  const judge = (page: string, role: string, target: string): string | undefined => {
    const key = normalName(target);
    const kind = role.replace(/^std:/u, '');
    if (kind === 'ref' || kind === 'numref') {
      const isThere = labels.has(key) || STANDARD_LABELS.has(key) || named.has(key);
      if (isThere || inInventories(site.project, key, 'std:label') || otherLabels.has(key))
        return undefined;
      return `label \`${target}\`, expected one that exists${meant(nearest(key, labels.keys()))}`;
    }
    if (kind === 'doc') {
      const name = joinPath(folderOf(page), target);
      if (site.pages.has(name) || inInventories(site.project, target, 'std:doc')) return undefined;
      return `document \`${target}\`, expected one that exists${meant(nearest(name, site.pages.keys()))}`;
    }
    if (
      kind !== 'term' ||
      terms.has(plain(target)) ||
      inInventories(site.project, plain(target), 'std:term')
    )
      return undefined;
    return `term \`${target}\`, expected one that is defined${meant(nearest(plain(target), terms))}`;
  };
  const seen = new Set<Document>();
  return docstrings.flatMap(({ document, page }) => {
    if (seen.has(document)) return [];
    seen.add(document);
    const below = pageName(site, page);
    if (below === undefined) return [];
    return document.references.flatMap(({ kind, role, target, targetSpan, suppressed }) => {
      const what = kind === 'role' && suppressed !== true ? judge(below, role, target) : undefined;
      if (what === undefined) return [];
      return findingAt(document, targetSpan, 'docs/docstring', 'error', `Unexpected ${what}`);
    });
  });
}

const plain = (term: string): string => term.replaceAll(/\s+/gu, ' ').toLowerCase();

const termsOf = (site: Site): ReadonlySet<string> =>
  new Set(
    [...site.pages.values()].flatMap(({ parts }) =>
      parts.flatMap(({ document }) =>
        document.targets.flatMap(({ kind, name }) => (kind === 'term' ? [plain(name)] : [])),
      ),
    ),
  );

/** The page that a document is, or that includes it. */
const pageName = ({ pages }: Site, path: string): string | undefined =>
  [...pages.values()].find(({ parts }) => parts.some(({ document }) => document.path === path))
    ?.name;
