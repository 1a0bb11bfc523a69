import type { Json } from '../finding.ts';
import { formatPlace } from '../place.ts';
import type { Report } from '../report.ts';
import { count } from '../words.ts';
import type { TerminalStyle } from './terminal-style.ts';
import { clip, oneLine } from './text.ts';
import { displayWidth, fit, padTo } from './width.ts';

/** Rows of one table that are shown; the report has them all. */
const MOST = 200;
const LONGEST = 40;

type Row = { readonly [key: string]: Json };

/**
 * What an action hands on as lists of places (`path`, `line` and `column` beside whatever else it tells of them), as tables:
 * the place first, then the other values under their names. For those who want to see all there is.
 */
export function renderPlaces({ data }: Report, style: TerminalStyle): readonly string[] {
  return Object.entries(data).flatMap(([name, value]) =>
    Array.isArray(value) && value.length > 0 && value.every(isPlaced)
      ? ['', ...table(name, value as readonly Row[], style)]
      : [],
  );
}

const isPlaced = (item: Json): boolean =>
  typeof item === 'object' &&
  item !== null &&
  'path' in item &&
  'line' in item &&
  'column' in item &&
  Object.values(item).every((value) => typeof value !== 'object' || value === null);

function table(
  name: string,
  rows: readonly Row[],
  { paint, width }: TerminalStyle,
): readonly string[] {
  const keys = Object.keys(rows[0] ?? {}).filter((key) => !PLACE.has(key));
  const cells = rows
    .slice(0, MOST)
    .map((row) => [placeOf(row), ...keys.map((key) => text(row[key]))]);
  const lines = [['place', ...keys], ...cells];
  const widths = ['place', ...keys].map((_, at) =>
    Math.max(...lines.map((line) => displayWidth(line[at] ?? ''))),
  );
  // A path stays whole, so that it can be clicked.
  const shown = lines.map((line) =>
    fit(
      `  ${line.map((cell, at) => padTo(cell, widths[at] ?? 0)).join('  ')}`.trimEnd(),
      Math.max(width, displayWidth(line[0] ?? '') + 2),
    ),
  );
  const [head = '', ...body] = shown;
  const more = rows.length - cells.length;
  return [
    paint.bold(oneLine(name)),
    head,
    ...body,
    ...(more > 0 ? [`  and ${count(more, 'more row')}, in the report as JSON`] : []),
  ];
}

const PLACE: ReadonlySet<string> = new Set(['path', 'line', 'column']);

const placeOf = ({ path, line, column }: Row): string =>
  oneLine(formatPlace({ path: plain(path), line: Number(line), column: Number(column) }));

const text = (value: Json | undefined): string =>
  value === null || value === undefined ? '–' : oneLine(clip(plain(value), LONGEST));

const plain = (value: Json | undefined): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? null);
