import type { Finding } from '@pymaint/core';
import { normalName, type Reference, type Document } from '../document.ts';
import { generatorOf } from './certainty.ts';
import type { Label, Labels } from './labels.ts';
import { numberedAt } from './numbered.ts';
import { referencesOf, type Site } from './project.ts';
import { findingAt, withDoubt } from './report.ts';

/**
 * `:numref:` to what has no number (Sphinx `StandardDomain._resolve_numref_xref`): figures, tables and code where
 * `numfig` is off or a caption lacks, sections where no toctree is numbered, and what is never numbered.
 */
export function checkNumbers(site: Site, labels: Labels): readonly Finding[] {
  const { conf, documents } = site.project;
  const isNumbered = documents.some(({ toctrees }) =>
    toctrees.some(({ options }) => options.some(({ name }) => name === 'numbered')),
  );
  const judge = ({ document, span }: Label): string | undefined => {
    const target = document.targets.find(({ nameSpan }) => nameSpan.start === span.start);
    const found = target && numberedAt(document, target);
    if (found === undefined) return undefined;
    const { kind, captioned } = found;
    if (kind === 'nothing')
      return 'expected the label of a figure, a table, a code block with a caption, or a section';
    if (kind === 'section')
      return isNumbered ? undefined : 'a section, expected a toctree with `:numbered:` around it';
    if (!conf.numfig.known) return undefined;
    const what = kind === 'code-block' ? 'a code block' : `a ${kind}`;
    if (!conf.numfig.value) return `${what}, expected \`numfig = True\` in conf.py, or \`:ref:\``;
    return captioned
      ? undefined
      : `${what} without caption, expected one, for that gets the number`;
  };
  const { level, tail } = withDoubt(generatorOf(conf));
  return referencesOf(site).flatMap(({ document, reference }) => {
    if (!isNumref(reference)) return [];
    const same = labels.get(normalName(reference.target));
    const label = same?.length === 1 ? same[0] : undefined;
    const said = label === undefined || label.section === true ? undefined : judge(label);
    if (said === undefined || label === undefined) return [];
    return [reported(document, reference, label, said + tail, level)];
  });
}

const isNumref = ({ role, suppressed }: Reference): boolean =>
  suppressed !== true && (role === 'numref' || role === 'std:numref');

function reported(
  document: Document,
  reference: Reference,
  label: Label,
  said: string,
  level: Finding['level'],
): Finding {
  const joined = said.startsWith('expected') ? `, ${said}` : ` to ${said}`;
  return findingAt(
    document,
    reference.targetSpan,
    'docs/unnumbered-label',
    level,
    `Unexpected \`:numref:\` \`${reference.target}\`${joined}`,
    [
      {
        message: `\`${label.name}\` is defined here`,
        place: label.document.lines().place(label.span.start),
      },
    ],
  );
}
