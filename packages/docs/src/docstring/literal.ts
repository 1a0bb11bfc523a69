import {
  addPiece,
  builtText,
  fileEndOf,
  type MappedText,
  pieceAt,
  type TextBuilder,
  textBuilder,
} from '../mapped-text.ts';
import { stringStart } from './tokens.ts';

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);
const CODE = /x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|N\{[^}\n]*\}/y;

/**
 * The value of adjacent string literals, with the place of each character (language reference, "String and
 * bytes literals"). `\N{…}` gives U+FFFD, for the names of characters are not known here.
 */
export function literalText(
  text: string,
  parts: readonly { readonly start: number; readonly end: number }[],
): MappedText {
  const builder = textBuilder();
  for (const { start, end } of parts) {
    const quotes = stringStart(text, start);
    if (quotes < 0) continue;
    const width = text.startsWith(text.charAt(quotes).repeat(3), quotes) ? 3 : 1;
    const from = quotes + width;
    const to = Math.max(
      from,
      text.startsWith(text.charAt(quotes).repeat(width), end - width) ? end - width : end,
    );
    const raw = /[rR]/.test(text.slice(start, quotes));
    if (raw || !text.slice(from, to).includes('\\')) addPiece(builder, text.slice(from, to), from);
    else unescapeInto(builder, text, from, to);
  }
  return builtText(builder);
}

function unescapeInto(builder: TextBuilder, text: string, from: number, to: number): void {
  let copied = from;
  let at = text.indexOf('\\', from);
  while (at >= 0 && at < to) {
    const escape = readEscape(text, at, to);
    addPiece(builder, text.slice(copied, at), copied);
    addPiece(builder, escape.value, at, escape.size);
    copied = at + escape.size;
    at = text.indexOf('\\', copied);
  }
  if (copied < to) addPiece(builder, text.slice(copied, to), copied);
}

/** An unknown escape stands for itself; a backslash at a line's end joins it with the next. */
function readEscape(
  text: string,
  at: number,
  to: number,
): { readonly value: string; readonly size: number } {
  const next = text.charAt(at + 1);
  const simple = SIMPLE.get(next);
  if (simple !== undefined) return { value: simple, size: 2 };
  if (next === '\n') return { value: '', size: 2 };
  if (next === '\r') return { value: '', size: text.charAt(at + 2) === '\n' ? 3 : 2 };
  CODE.lastIndex = at + 1;
  const found = CODE.exec(text);
  if (found === null || CODE.lastIndex > to) return { value: '\\', size: 1 };
  const size = found[0].length + 1;
  const hex = found[1] ?? found[2] ?? found[3];
  if (hex === undefined && found[4] === undefined) return { value: '\ufffd', size };
  const code = hex === undefined ? Number.parseInt(found[4] ?? '', 8) : Number.parseInt(hex, 16);
  return { value: code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', size };
}

const LINE = /[^\n\r]*(?:\r\n|\n|\r|$)/y;

/**
 * What `inspect.cleandoc` makes of a docstring: the indentation that all lines but the first share goes, and
 * blank lines at both ends.
 */
export function cleanDocstring(raw: MappedText): MappedText {
  const lines = linesOf(raw.text);
  const margin = Math.min(...lines.slice(1).map(({ from, to }) => indentOf(raw.text, from, to)));
  const kept = lines.map(({ from, to }, n) => {
    const start = skipColumns(raw.text, from, to, n === 0 ? Infinity : margin);
    return { from: start, to: Math.max(start, to) };
  });
  const blank = ({ from, to }: Line): boolean => from >= to;
  let first = 0;
  let last = kept.length;
  while (first < last && blank(kept[first] ?? NONE)) first += 1;
  while (last > first && blank(kept[last - 1] ?? NONE)) last -= 1;
  const builder = textBuilder();
  for (const [n, { from, to }] of kept.slice(first, last).entries()) {
    // The line end stands where the line before ended.
    if (n > 0) addPiece(builder, '\n', fileEndOf(raw, kept[first + n - 1]?.to ?? from));
    copyPieces(builder, raw, from, to);
  }
  return builtText(builder);
}

interface Line {
  readonly from: number;
  readonly to: number;
}

const NONE: Line = { from: 0, to: 0 };

/** The lines without their ends and without spaces before them. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  while (at <= text.length) {
    LINE.lastIndex = at;
    const length = LINE.exec(text)?.[0].length ?? 0;
    const ends =
      /[\n\r]+$/.exec(text.slice(Math.max(at, at + length - 2), at + length))?.[0].length ?? 0;
    lines.push({ from: at, to: trimmedEnd(text, at, at + length - ends) });
    at += length;
    if (length === 0 || ends === 0) break;
  }
  return lines;
}

/** Trailing spaces mean nothing in any markup that a docstring holds. */
function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

function indentOf(text: string, from: number, to: number): number {
  let column = 0;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 32) column += 1;
    else if (code === 9) column += 8 - (column % 8);
    else return column;
  }
  return Infinity;
}

function skipColumns(text: string, from: number, to: number, columns: number): number {
  let column = 0;
  let i = from;
  for (; i < to && column < columns; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 32) column += 1;
    else if (code === 9) column += 8 - (column % 8);
    else break;
  }
  return i;
}

/** Copies a piece of a mapped text, with its places. */
function copyPieces(builder: TextBuilder, raw: MappedText, from: number, to: number): void {
  let at = from;
  for (let piece = pieceAt(raw, from); at < to && piece < raw.here.length; piece += 1) {
    const start = raw.here[piece] ?? 0;
    const end = raw.here[piece + 1] ?? raw.text.length;
    const size = raw.sizes[piece] ?? 0;
    const stop = Math.min(end, to);
    const plain = size === end - start;
    const there = (raw.there[piece] ?? 0) + (plain ? at - start : 0);
    addPiece(builder, raw.text.slice(at, stop), there, plain ? stop - at : size);
    at = stop;
  }
}
