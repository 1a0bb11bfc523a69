import type { Finding } from '@pymaint/core';
import { isKnownDirective } from '../directives/specs.ts';
import { type Document, type Reference, normalName } from '../document.ts';
import { settingOr } from '../sphinx/conf.ts';
import { doubtOf, inInventories, namedByDirective, namesInventory } from './certainty.ts';
import { type Labels, STANDARD_LABELS } from './labels.ts';
import type { Site } from './project.ts';
import { findingAt, guesser, meant, withDoubt } from './report.ts';

const ROLES = new Set(['ref', 'numref', 'std:ref', 'std:numref', 'keyword']);

/** `:ref:` and `:numref:` to labels that are nowhere, and `:ref:` without a title to a label that has none. */
export function checkLabels(site: Site, labels: Labels): readonly Finding[] {
  const { otherLabels } = site.project;
  const doubt = doubtOf(site.project);
  const named = namedByDirective(site, isKnownDirective);
  const guess = guesser(labels.keys());
  const judge = (document: Document, reference: Reference): Finding | undefined => {
    const key = normalName(reference.target);
    const found = labels.get(key);
    if (found !== undefined) {
      const untitled = found.every(({ titled }) => !titled) && reference.title === undefined;
      return untitled && reference.role.endsWith('ref') && !reference.role.endsWith('numref')
        ? findingAt(
            document,
            reference.targetSpan,
            'docs/untitled-label',
            'error',
            untitledMessage(reference),
          )
        : undefined;
    }
    if (STANDARD_LABELS.has(key) || inInventories(site.project, key, 'std:label')) return undefined;
    if (namesInventory(site.project, reference.target) || otherLabels.has(key)) return undefined;
    const { level, tail } = withDoubt(
      doubt ?? (named.has(key) ? 'a directive that is not known names it' : undefined),
    );
    const near = guess(key);
    const message = `Unexpected label \`${reference.target}\`, expected one that exists${meant(near)}${tail}`;
    const other = near === undefined ? undefined : labels.get(near)?.[0];
    return findingAt(
      document,
      reference.targetSpan,
      'docs/undefined-label',
      level,
      message,
      other === undefined
        ? []
        : [
            {
              message: `\`${other.name}\` is defined here`,
              place: other.document.lines().place(other.span.start),
            },
          ],
    );
  };
  return [...site.pages.values()].flatMap((page) =>
    page.parts
      .filter(({ partial }) => !partial)
      .flatMap(({ document }) =>
        document.references.flatMap((reference) =>
          ROLES.has(reference.role) && reference.suppressed !== true
            ? (judge(document, reference) ?? [])
            : [],
        ),
      ),
  );
}

const untitledMessage = ({ target }: Reference): string =>
  `Unexpected label \`${target}\` without a title behind it, expected an explicit one: \`Title <${target}>\``;

/** Labels that two places define: Sphinx keeps the last. */
export function checkDuplicateLabels(site: Site, labels: Labels): readonly Finding[] {
  const suppressed = settingOr(site.project.conf.suppressWarnings, []);
  const spared = suppressed.some((name) => name.startsWith('autosectionlabel'));
  return [...labels.values()].flatMap((same) => {
    const [first, ...others] = spared ? same.filter(({ section }) => section !== true) : same;
    if (first === undefined) return [];
    return others.map((label) =>
      findingAt(
        label.document,
        label.span,
        'docs/duplicate-label',
        'warning',
        `Unexpected second definition of the label \`${label.name}\`, expected one`,
        [
          {
            message: `\`${first.name}\` is also defined here`,
            place: first.document.lines().place(first.span.start),
          },
        ],
      ),
    );
  });
}
