import type { Span } from '../document.ts';
import { isSpace } from './chars.ts';

/**
 * A text cut into lines as docutils cuts it. Blocks are never copied: a nested block moves `from` of its
 * lines to the right. A table cell, which has a right edge as well, is a Source of its own.
 */
export interface Source {
  readonly text: string;
  readonly count: number;
  /** Where each line starts in the block being read. */
  readonly from: Int32Array;
  /** Where each line ends, trailing whitespace not counted. */
  readonly to: Int32Array;
  /** The first character of each line that is no whitespace; `to` where it is blank. */
  readonly head: Int32Array;
  /** How offsets map to those of the text that this was made from; absent where they are the same. */
  readonly origin?: Origin;
}

/** Offset `here[n]` stands for `there[n]` in `parent`, and so on to the next piece. */
interface Origin {
  readonly here: readonly number[];
  readonly there: readonly number[];
  readonly parent: Source | undefined;
}

/** A piece of text, taken from this offset of its parent. */
export interface Piece {
  readonly text: string;
  readonly at: number;
}

/**
 * Reads a whole file. Tabs go to multiples of eight columns, form feeds and vertical tabs are spaces, and
 * lines end where Python's `str.splitlines` ends them (docutils `statemachine.string2lines`).
 */
export function fileSource(text: string): Source {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (!UNUSUAL.test(text)) return cut(text, start);
  if (!text.includes('\t')) return cut(text.replaceAll(/[\v\f]/gu, ' '), start);
  return expandTabs(text.replaceAll(/[\v\f]/gu, ' '), start);
}

const UNUSUAL = /[\t\v\f]/u;

/** Joins pieces by line ends into a Source of its own. */
export function piecedSource(pieces: readonly Piece[], parent: Source): Source {
  const here: number[] = [];
  const there: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    here.push(length);
    there.push(piece.at);
    length += piece.text.length + 1;
  }
  return cut(pieces.map((piece) => piece.text).join('\n'), 0, { here, there, parent });
}

/** Puts pieces together as they are, without line ends between them. */
export function joinedSource(pieces: readonly Piece[], parent: Source): Source {
  const here: number[] = [];
  const there: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    here.push(length);
    there.push(piece.at);
    length += piece.text.length;
  }
  return cut(pieces.map((piece) => piece.text).join(''), 0, { here, there, parent });
}

/** The span in the file of a span in this source. */
export const spanOf = (source: Source, start: number, end: number): Span =>
  source.origin === undefined
    ? { start, end }
    : {
        start: fileOffset(source, start),
        end: end > start ? fileOffset(source, end - 1) + 1 : fileOffset(source, end),
      };

/** The offset in the file of an offset in this source. */
export function fileOffset(source: Source, offset: number): number {
  let at = offset;
  for (let now: Source | undefined = source; now?.origin !== undefined; now = now.origin.parent) {
    const { here, there } = now.origin;
    const n = pieceOf(here, at);
    // Inside the spaces that stand for a tab, the place is the tab's.
    at = Math.min((there[n] ?? 0) + at - (here[n] ?? 0), (there[n + 1] ?? Infinity) - 1);
  }
  return at;
}

function pieceOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function expandTabs(text: string, start: number): Source {
  const here = [0];
  const there = [0];
  const parts: string[] = [];
  let length = 0;
  let column = 0;
  let copied = 0;
  for (let i = start; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 9) {
      const width = 8 - (column % 8);
      parts.push(text.slice(copied, i), ' '.repeat(width));
      length += i - copied + width;
      copied = i + 1;
      here.push(length);
      there.push(copied);
      column += width;
    } else column = isLineEnd(code) ? 0 : column + 1;
  }
  parts.push(text.slice(copied));
  return cut(parts.join(''), start, { here, there, parent: undefined });
}

const isLineEnd = (code: number): boolean =>
  code === 10 ||
  code === 13 ||
  (code >= 28 && code <= 30) ||
  code === 0x85 ||
  code === 0x2028 ||
  code === 0x2029;

function cut(text: string, start: number, origin?: Origin): Source {
  const starts = lineStarts(text, start);
  const count = starts.length - 1;
  const from = new Int32Array(count + 1);
  const to = new Int32Array(count + 1);
  const head = new Int32Array(count + 1);
  for (let n = 0; n < count; n += 1) {
    const first = starts[n] ?? 0;
    let end = starts[n + 1] ?? 0;
    while (end > first && isSpace(text.charCodeAt(end - 1))) end -= 1;
    from[n] = first;
    to[n] = end;
    head[n] = skipSpaces(text, first, end);
  }
  return origin === undefined
    ? { text, count, from, to, head }
    : { text, count, from, to, head, origin };
}

/** The first character at or behind `start` that is no whitespace, or `end`. */
export function skipSpaces(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && isSpace(text.charCodeAt(i))) i += 1;
  return i;
}

/** The start of each line and, last, the end of the text. */
function lineStarts(text: string, start: number): readonly number[] {
  const starts = [start];
  if (OTHER_LINE_END.test(text)) addStarts(text, start, starts);
  else
    for (let at = text.indexOf('\n', start); at >= 0; at = text.indexOf('\n', at + 1))
      starts.push(at + 1);
  if (starts.at(-1) !== text.length) starts.push(text.length);
  return starts;
}

const OTHER_LINE_END = /[\r\x1c-\x1e\x85\u2028\u2029]/u;

function addStarts(text: string, start: number, starts: number[]): void {
  for (let i = start; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 30 && code < 0x85) continue;
    if (code === 13 && text.charCodeAt(i + 1) === 10) continue;
    if (isLineEnd(code)) starts.push(i + 1);
  }
}
