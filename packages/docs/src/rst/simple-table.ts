import type { GridCell } from './grid-table.ts';

/** One line of a simple table, one character for each column. */
export interface Row {
  readonly text: string;
}

interface Column {
  readonly start: number;
  readonly end: number;
}

const SPAN = /^-[ -]*$/u;
const HEAD = /^=[ =]*$/u;

/**
 * The cells of a simple table given by its lines, borders and all, in the order of the text: `top` is the
 * first line of the cell, `bottom` just behind its last, `left` its first column. Undefined where text
 * stands between the columns (docutils `tableparser.SimpleTableParser`).
 */
export function simpleTableCells(rows: readonly Row[]): readonly GridCell[] | undefined {
  const lines = rows.map(({ text }, n) =>
    n === 0 || n === rows.length - 1 || HEAD.test(text) ? text.replaceAll('=', '-') : text,
  );
  const columns = columnsOf(lines[0] ?? '');
  const table: Table = { lines, columns, borderEnd: columns.at(-1)?.end ?? 0, cells: [] };
  const heads = rows.filter(({ text }, n) => n > 0 && n < rows.length - 1 && HEAD.test(text));
  if (heads.length > 1) return undefined;
  return readRows(table) ? table.cells : undefined;
}

interface Table {
  readonly lines: readonly string[];
  readonly columns: Column[];
  readonly borderEnd: number;
  readonly cells: GridCell[];
}

function readRows(table: Table): boolean {
  const { lines, columns } = table;
  const first = columns[0] ?? { start: 0, end: 0 };
  let start = 1;
  let textFound = false;
  for (let n = 1; n < lines.length; n += 1) {
    const line = lines[n] ?? '';
    if (SPAN.test(line)) {
      if (!readRow(table, start, n, line)) return false;
      start = n + 1;
      textFound = false;
    } else if (line.slice(first.start, first.end).trim() !== '') {
      if (textFound && n !== start && !readRow(table, start, n)) return false;
      start = n;
      textFound = true;
    } else if (!textFound) start = n + 1;
  }
  return true;
}

function columnsOf(line: string): Column[] {
  const columns: Column[] = [];
  let at = line.indexOf('-');
  while (at >= 0) {
    const space = line.indexOf(' ', at);
    const end = space < 0 ? line.length : space;
    columns.push({ start: at, end });
    at = line.indexOf('-', end);
  }
  return columns;
}

/** Reads the lines of one row; a line of hyphens below it says how its columns are joined. */
function readRow(table: Table, top: number, bottom: number, span?: string): boolean {
  const spec = span === undefined ? [...table.columns] : spannedColumns(table, span);
  if (spec === undefined || !fits(table, spec, top, bottom)) return false;
  for (const { start, end } of spec)
    if (bottom > top) table.cells.push({ top, left: start, bottom, right: end });
  return true;
}

function spannedColumns(table: Table, span: string): Column[] | undefined {
  const spec = columnsOf(span);
  const last = spec.at(-1);
  const tableLast = table.columns.at(-1);
  if (last === undefined || tableLast === undefined || last.end !== table.borderEnd)
    return undefined;
  spec[spec.length - 1] = { start: last.start, end: tableLast.end };
  let n = 0;
  for (const column of spec) {
    if (table.columns[n]?.start !== column.start) return undefined;
    while (n < table.columns.length && table.columns[n]?.end !== column.end) n += 1;
    if (n === table.columns.length) return undefined;
    n += 1;
  }
  return spec;
}

/** Whether the margins between the columns are blank. The last column grows with its text. */
function fits(table: Table, spec: Column[], top: number, bottom: number): boolean {
  for (let n = 0; n < spec.length; n += 1) {
    const { start, end } = spec[n] ?? { start: 0, end: 0 };
    const next = spec[n + 1]?.start;
    for (let row = top; row < bottom; row += 1) {
      const line = table.lines[row] ?? '';
      if (next !== undefined) {
        if (line.slice(end, next).trim() !== '') return false;
      } else if (line.slice(end).trim() !== '') {
        const main = table.columns.at(-1) ?? { start: 0, end: 0 };
        const grown = Math.max(main.end, line.trimEnd().length);
        spec[n] = { start, end: Math.max(spec[n]?.end ?? 0, grown) };
        table.columns[table.columns.length - 1] = { start: main.start, end: grown };
      }
    }
  }
  return true;
}
