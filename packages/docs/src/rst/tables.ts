import { isSpace } from './chars.ts';
import { gridCells } from './grid-table.ts';
import type { Reader } from './reader.ts';
import { type Row, simpleTableCells } from './simple-table.ts';
import { type Piece, type Source, piecedSource, spanOf } from './source.ts';
import { columnOffsets, columnWidth } from './width.ts';

const GRID_TOP = /^\+-[-+]+-\+$/u;
const GRID_HEAD = /^\+=[=+]+=\+$/u;
const SIMPLE_TOP = /^=+(?: +=+)+$/u;
const SIMPLE_BORDER = /^=[ =]*$/u;
// Borders are made of few characters, so that long lines are refused at once.
const lineText = (source: Source, line: number): string =>
  source.text.slice(source.from[line], source.to[line]);

/** Whether a line is the top of a grid table. */
export const isGridTop = (source: Source, line: number): boolean =>
  GRID_TOP.test(lineText(source, line));

/** Whether a line is the top of a simple table. */
export const isSimpleTop = (source: Source, line: number): boolean =>
  SIMPLE_TOP.test(lineText(source, line));

/** Reads a grid table and gives the line to go on from (docutils `isolate_grid_table`). */
export function readGridTable(reader: Reader, source: Source, first: number, end: number): number {
  let stop = first;
  while (
    stop < end &&
    isFlush(source, stop) &&
    '+|'.includes(source.text.charAt(source.from[stop] ?? 0))
  )
    stop += 1;
  let last = stop - 1;
  while (last > first + 1 && !isGridTop(source, last)) last -= 1;
  if (last <= first + 1) return malformed(reader, source, first, stop, 'a bottom border');
  const rows: string[] = [];
  for (let line = first; line <= last; line += 1) rows.push(byColumn(lineText(source, line)));
  const width = rows[0]?.length ?? 0;
  const uneven = rows.findIndex((row) => row.length !== width || !/[+|]$/u.test(row));
  if (uneven >= 0) return malformed(reader, source, first, stop, 'right borders that are aligned');
  const heads = rows.flatMap((row, n) => (GRID_HEAD.test(row) ? [n] : []));
  const [head] = heads;
  if (head !== undefined) rows[head] = (rows[head] ?? '').replaceAll('=', '-');
  const cells =
    heads.length > 1 || head === 0 || head === rows.length - 1 ? undefined : gridCells(rows);
  if (cells === undefined) return malformed(reader, source, first, last + 1, 'closed cells');
  const ordered = cells.toSorted((a, b) => a.top - b.top || a.left - b.left);
  for (const cell of ordered)
    readCell(reader, source, first + cell.top + 1, first + cell.bottom, cell.left + 1, cell.right);
  return last + 1;
}

/** Reads a simple table and gives the line to go on from (docutils `isolate_simple_table`). */
export function readSimpleTable(
  reader: Reader,
  source: Source,
  first: number,
  end: number,
): number {
  const width = lineText(source, first).length;
  let found = -1;
  let last = -1;
  for (let line = first + 1; line < end && last < 0; line += 1) {
    const text =
      source.text.charCodeAt(source.from[line] ?? 0) === 61 ? lineText(source, line) : '';
    if (!SIMPLE_BORDER.test(text)) continue;
    if (text.length !== width)
      return malformed(reader, source, first, line + 1, 'borders of one length');
    if (found >= 0 || line + 1 >= end || isBlank(source, line + 1)) last = line;
    found = line;
  }
  if (last < 0)
    return malformed(
      reader,
      source,
      first,
      found >= 0 ? found + 1 : end,
      'a bottom border and a blank line',
    );
  const rows: Row[] = [];
  for (let line = first; line <= last; line += 1) rows.push(simpleRow(lineText(source, line)));
  const cells = simpleTableCells(rows);
  if (cells === undefined)
    return malformed(reader, source, first, last + 1, 'text inside its columns');
  for (const cell of cells)
    readCell(reader, source, first + cell.top, first + cell.bottom, cell.left, cell.right);
  return last + 1;
}

const isBlank = (source: Source, line: number): boolean => source.head[line] === source.to[line];
const isFlush = (source: Source, line: number): boolean =>
  !isBlank(source, line) && source.text.charCodeAt(source.from[line] ?? 0) !== 32;

/** One character for each column: combining characters left out, a wide one followed by a filler. */
function byColumn(text: string): string {
  if (columnOffsets(text) === undefined) return text;
  let columns = '';
  for (const char of text) columns += padded(char);
  return columns;
}

/** A character as many UTF-16 code units long as it has columns. */
function padded(char: string): string {
  const width = columnWidth(char);
  if (width === 0) return '';
  if (width === 2) return 'xx';
  return char.length === 1 ? char : 'x';
}

const simpleRow = (text: string): Row => ({ text: byColumn(text) });

function malformed(
  reader: Reader,
  source: Source,
  first: number,
  stop: number,
  expected: string,
): number {
  reader.draft.problems.push({
    kind: 'malformed-table',
    message: `Unexpected table of this form, expected ${expected}; docutils drops all that the table holds`,
    span: spanOf(source, source.from[first] ?? 0, source.to[stop - 1] ?? 0),
  });
  return stop;
}

/** Reads what stands between two columns of some lines as body elements. */
function readCell(
  reader: Reader,
  source: Source,
  top: number,
  bottom: number,
  left: number,
  right: number,
): void {
  const pieces: Piece[] = [];
  let indent = Infinity;
  let blank = true;
  for (let line = top; line < bottom; line += 1) {
    const from = source.from[line] ?? 0;
    const whole = lineText(source, line);
    const offsets = columnOffsets(whole);
    const start = offsets === undefined ? left : (offsets[left] ?? whole.length);
    const end = offsets === undefined ? right : (offsets[right] ?? whole.length);
    const text = whole.slice(start, end).trimEnd();
    pieces.push({ text, at: from + Math.min(start, whole.length) });
    if (text === '') continue;
    blank = false;
    indent = Math.min(indent, spacesBefore(text));
  }
  if (blank) return;
  const cell = piecedSource(
    pieces.map(({ text, at }) => ({
      text: text.slice(indent),
      at: at + Math.min(indent, text.length),
    })),
    source,
  );
  reader.body(cell, 0, cell.count, false);
}

function spacesBefore(text: string): number {
  let i = 0;
  while (i < text.length && isSpace(text.charCodeAt(i))) i += 1;
  return i;
}
