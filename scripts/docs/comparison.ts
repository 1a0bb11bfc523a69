import {
  MYST_CONTROLS,
  MYST_FAULTS,
  MYST_SILENT,
} from '../../packages/docs/test-support/myst-site.ts';
import { CONTROLS, FAULTS, SILENT_FAULTS } from '../../packages/docs/test-support/site/index.ts';
import { readText } from '../shared/repo.ts';
import { type GeneratedFile, table } from '../shared/text.ts';

const SAYS = 'packages/docs/test-support/site/sphinx-says.json';

interface Said {
  readonly line: number;
  readonly message: string;
}

interface Row {
  readonly what: string;
  readonly expected: readonly string[];
}

/** The page that shows what Sphinx and pymaint say of every fault of the made sites. Tests hold it to be true. */
export async function comparisonFiles(): Promise<readonly GeneratedFile[]> {
  const says = JSON.parse(readText(SAYS)) as Readonly<Record<string, readonly Said[]>>;
  const exact = FAULTS.filter((row) => isExact(row, says[row.what] ?? [])).length;
  const text = `# References: Sphinx and pymaint beside each other

Every line is a page of a made site that \`sphinx-build -n\` and pymaint read in the tests. The places are lines of
the example, and pymaint's have their column. Of ${FAULTS.length} faults in reStructuredText that Sphinx warns of, it
names the line of ${exact}; pymaint finds all of them at their place, and ${SILENT_FAULTS.length} more that Sphinx passes
over. Neither says anything of the ${CONTROLS.length} pages below that look much the same and are right.

## Faults in reStructuredText

${table(
  ['Fault', 'Sphinx', 'pymaint'],
  [
    ...FAULTS.map((row) => [row.what, sphinxCell(row, says[row.what] ?? []), ownCell(row)]),
    ...SILENT_FAULTS.map((row) => [row.what, 'nothing', ownCell(row)]),
  ].map((cells) => cells.map(escaped)),
)}

## Right in reStructuredText

${CONTROLS.map(({ what }) => escaped(what)).join(' · ')}

## Faults in MyST Markdown

${table(
  ['Fault', 'Sphinx', 'pymaint'],
  [...MYST_FAULTS, ...MYST_SILENT]
    .map((row) => [row.what, row.silent === true ? 'nothing' : 'a warning', ownCell(row)])
    .map((cells) => cells.map(escaped)),
)}

## Right in MyST Markdown

${MYST_CONTROLS.map(({ what }) => escaped(what)).join(' · ')}
`;
  return [{ path: 'docs/reference/sphinx.md', text }];
}

const lineOf = (expected: string): number => Number(/ (\d+):/u.exec(expected)?.[1]);

const isExact = ({ expected }: Row, said: readonly Said[]): boolean =>
  said.some(({ line }) => line === lineOf(expected[0] ?? ''));

/** `line 3`, `line 1, 2 too early`, or \`no line\`. */
function sphinxCell(row: Row, said: readonly Said[]): string {
  if (said.length === 0) return 'nothing';
  if (isExact(row, said)) return `line ${lineOf(row.expected[0] ?? '')}`;
  const first = said.find(({ line }) => line > 0);
  return first === undefined ? 'no line' : `line ${first.line}`;
}

const ownCell = ({ expected }: Row): string =>
  expected.map((it) => it.replace(/^docs\/(\S+) (.*)$/u, '`$1` at $2')).join(', ');

/** Colons of roles, bars and brackets as they stand. */
const escaped = (text: string): string =>
  text.replaceAll('|', String.raw`\|`).replaceAll('_', String.raw`\_`);
