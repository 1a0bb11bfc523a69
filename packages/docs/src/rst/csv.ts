import { fromOf, toOf } from './lines.ts';
import { optionOf } from '../directives/collect.ts';
import { nested } from './nested.ts';
import type { Reader } from './reader.ts';
import { type Piece, type Source, joinedSource } from './source.ts';

/** How the cells of a `csv-table` are told apart. */
interface Dialect {
  readonly delimiter: string;
  readonly quote: string;
}

/**
 * The cells of a `csv-table`, each read as body elements: Python's csv dialect with a comma, double quotes
 * that are doubled inside a cell, and spaces after a comma dropped, unless options say otherwise.
 */
export function readCsv(reader: Reader, source: Source, first: number, end: number): void {
  const directive = reader.draft.directives[reader.directive];
  const option = (name: string): string | undefined =>
    directive === undefined ? undefined : optionOf(directive, name)?.value;
  const dialect: Dialect = {
    delimiter: characterOf(option('delim'), ','),
    quote: characterOf(option('quote'), '"'),
  };
  let line = first;
  while (line < end) line = readRow(reader, source, line, end, dialect);
}

function characterOf(value: string | undefined, usual: string): string {
  if (value === undefined || value === '') return usual;
  if (/^tab$/iu.test(value)) return '\t';
  if (/^space$/iu.test(value)) return ' ';
  return value.length === 1 ? value : usual;
}

/** Reads one row, which quotes may stretch over several lines, and gives the line behind it. */
function readRow(
  reader: Reader,
  source: Source,
  first: number,
  end: number,
  dialect: Dialect,
): number {
  const { text } = source;
  let line = first;
  let at = fromOf(source, line);
  for (;;) {
    let to = toOf(source, line);
    while (at < to && text.charAt(at) === ' ' && dialect.delimiter !== ' ') at += 1;
    const pieces: Piece[] = [];
    if (text.charAt(at) === dialect.quote && at < to) {
      let start = at + 1;
      at = start;
      for (;;) {
        if (at >= to) {
          pieces.push({ text: `${text.slice(start, to)}\n`, at: start });
          if (line + 1 >= end) break;
          line += 1;
          to = toOf(source, line);
          at = fromOf(source, line);
          start = at;
        } else if (text.charAt(at) !== dialect.quote) at += 1;
        else if (text.charAt(at + 1) === dialect.quote && at + 1 < to) {
          pieces.push({ text: text.slice(start, at + 1), at: start });
          at += 2;
          start = at;
        } else {
          pieces.push({ text: text.slice(start, at), at: start });
          at += 1;
          break;
        }
      }
    }
    const start = at;
    while (at < to && text.charAt(at) !== dialect.delimiter) at += 1;
    pieces.push({ text: text.slice(start, at), at: start });
    readCell(reader, source, pieces);
    if (at >= to) return line + 1;
    at += 1;
  }
}

function readCell(reader: Reader, source: Source, pieces: readonly Piece[]): void {
  if (pieces.every(({ text }) => text.trim() === '')) return;
  const cell = joinedSource(pieces, source);
  nested(reader, cell, 0, cell.count);
}
