import { type Finding, nearest } from '@pymaint/core';
import { type Document, type Reference, type Target, collapse, normalName } from '../document.ts';
import { readRst } from '../rst/read-rst.ts';
import { settingOr } from '../sphinx/conf.ts';
import { generatorOf } from './certainty.ts';
import type { Page, Site } from './project.ts';
import { findingAt, meant, withDoubt } from './report.ts';

/** The names that one page can use in `name_`, `[1]_` and `|name|`. */
interface Names {
  readonly targets: ReadonlySet<string>;
  readonly footnotes: ReadonlyMap<string, number>;
  readonly substitutions: ReadonlySet<string>;
}

const NAMING = new Set<Target['kind']>([
  'label',
  'uri',
  'alias',
  'embedded',
  'inline',
  'name',
  'footnote',
  'citation',
]);
const SPHINX_SUBSTITUTIONS = ['version', 'release', 'today', 'translation progress'];

/** References by name, footnotes and substitutions that their page does not define, by docutils' rules. */
export function checkNames(site: Site): readonly Finding[] {
  const { conf } = site.project;
  const around = [settingOr(conf.rstProlog, ''), settingOr(conf.rstEpilog, '')].map((text) =>
    readRst('conf.py', text),
  );
  const outside = !conf.rstProlog.known
    ? conf.rstProlog.why
    : conf.rstEpilog.known
      ? undefined
      : conf.rstEpilog.why;
  return [...site.pages.values()].flatMap((page) => {
    if (page.document.format !== 'rst') return [];
    const names = namesOf([...page.parts.map(({ document }) => document), ...around]);
    const [unread] = page.unread;
    const doubt = outside ?? (unread === undefined ? undefined : `\`${unread}\` was not read`);
    const findings = page.parts
      .filter(({ partial }) => !partial)
      .flatMap(({ document }) =>
        document.references.flatMap((reference) =>
          judge(document, reference, names, doubt ?? substitutionDoubt(site, reference)),
        ),
      );
    return [...findings, ...aliases(page, names, doubt), ...mismatches(page, doubt)];
  });
}

/** Extensions may add substitutions; a name for a link they may not. */
const substitutionDoubt = (site: Site, { kind }: Reference): string | undefined =>
  kind === 'substitution' ? generatorOf(site.project.conf) : undefined;

function namesOf(documents: readonly Document[]): Names {
  const targets = new Set<string>();
  const footnotes = new Map<string, number>();
  const substitutions = new Set<string>(SPHINX_SUBSTITUTIONS);
  for (const document of documents) {
    for (const { kind, name } of document.targets) {
      if (NAMING.has(kind))
        targets.add(normalName(kind === 'footnote' ? name.replace(/^#/u, '') : name));
      if (kind === 'footnote') {
        const key = /^[#*]$/u.test(name) ? name : normalName(name.replace(/^#/u, ''));
        footnotes.set(key, (footnotes.get(key) ?? 0) + 1);
      }
      if (kind === 'substitution') substitutions.add(normalName(name));
    }
    for (const { text } of document.headings) targets.add(normalName(text));
    for (const { name, argument } of document.directives)
      if (name === 'contents') targets.add(normalName(argument === '' ? 'Contents' : argument));
  }
  return { targets, footnotes, substitutions };
}

function judge(
  document: Document,
  reference: Reference,
  names: Names,
  doubt: string | undefined,
): readonly Finding[] {
  const { kind, target, targetSpan } = reference;
  const { level, tail } = withDoubt(doubt);
  const missing = (rule: string, what: string, known: Iterable<string>): readonly Finding[] => [
    findingAt(
      document,
      targetSpan,
      `docs/undefined-${rule}`,
      level,
      `Unexpected ${what} \`${collapse(target)}\`, expected one that this page defines${meant(nearest(normalName(target), known))}${tail}`,
    ),
  ];
  switch (kind) {
    case 'named':
      return names.targets.has(normalName(target))
        ? []
        : missing('target', 'target', names.targets);
    case 'substitution':
      return names.substitutions.has(normalName(target))
        ? []
        : missing('substitution', 'substitution', names.substitutions);
    case 'footnote':
      return /^[#*]$/u.test(target) || names.footnotes.has(normalName(target.replace(/^#/u, '')))
        ? []
        : missing('footnote', 'footnote', names.footnotes.keys());
    case 'role':
    case 'default-role':
    case 'anonymous':
    case 'citation':
      return [];
  }
}

/** `.. _name: other_` where nothing is named so: docutils says so whether or not it is used. */
const aliases = (page: Page, { targets }: Names, doubt: string | undefined): readonly Finding[] =>
  page.parts
    .filter(({ partial }) => !partial)
    .flatMap(({ document }) =>
      document.targets.flatMap(({ kind, value, valueSpan }) => {
        if (kind !== 'alias' || value === undefined || valueSpan === undefined) return [];
        const name = normalName(value.replace(/_$/u, '').replaceAll('`', ''));
        if (targets.has(name)) return [];
        const { level, tail } = withDoubt(doubt);
        return findingAt(
          document,
          valueSpan,
          'docs/undefined-target',
          level,
          `Unexpected target \`${collapse(value)}\`, expected one that this page defines${meant(nearest(name, targets))}${tail}`,
        );
      }),
    );

/** Anonymous references and targets go in pairs; more `[#]_` than footnotes is too many. */
function mismatches(page: Page, doubt: string | undefined): readonly Finding[] {
  if (doubt !== undefined || page.parts.length > 1) return [];
  const { document } = page;
  const references = document.references.filter(({ kind }) => kind === 'anonymous');
  const targets = document.targets.filter(({ kind }) => kind === 'anonymous');
  const findings: Finding[] = [];
  const extra = references[targets.length] ?? targets[references.length];
  if (extra !== undefined)
    findings.push(
      findingAt(
        document,
        extra.span,
        'docs/anonymous-mismatch',
        'error',
        `Unexpected ${references.length} anonymous references and ${targets.length} anonymous targets, expected as many of both`,
      ),
    );
  for (const sign of ['#', '*']) {
    const uses = document.references.filter(
      ({ kind, target }) => kind === 'footnote' && target === sign,
    );
    const notes = document.targets.filter(({ kind, name }) => kind === 'footnote' && name === sign);
    // Footnotes with a name may be referred to by `[#]_` as well.
    const named =
      sign === '#'
        ? document.targets.filter(({ kind, name }) => kind === 'footnote' && /^#./u.test(name))
            .length
        : 0;
    const surplus = uses[notes.length + named];
    if (surplus !== undefined)
      findings.push(
        findingAt(
          document,
          surplus.span,
          'docs/undefined-footnote',
          'error',
          `Unexpected \`[${sign}]_\` without a footnote left for it, expected one`,
        ),
      );
  }
  return findings;
}
