import { ALPHA, asciiSet, DIGITS, inSet, isBlank, skipSpaces, trimEnd } from './chars.ts';
import { readTag } from './html.ts';

/** The length of the run of the character at `at`. */
export function runLength(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let i = at + 1;
  while (i < end && text.charCodeAt(i) === code) i += 1;
  return i - at;
}

/** Three or more `*`, `-` or `_` with nothing but spaces between (CommonMark 4.1). */
export function isThematicBreak(text: string, at: number, end: number): boolean {
  const mark = text.charCodeAt(at);
  let count = 0;
  for (let i = at; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === mark) count += 1;
    else if (code !== 32 && code !== 9) return false;
  }
  return count >= 3;
}

/** A run of `=` or `-` and spaces behind it (4.3). */
export const isSetextLine = (text: string, at: number, end: number): boolean =>
  skipSpaces(text, at + runLength(text, at, end), end) >= end;

/** A list marker: its width, and the number that it starts with (1 for bullets), or undefined (5.2). */
export function readListMarker(
  text: string,
  at: number,
  end: number,
): { readonly width: number; readonly number: number } | undefined {
  const code = text.charCodeAt(at);
  let i = at;
  let number = 1;
  if (inSet(NUMERALS, code)) {
    while (i < end && i - at < 10 && inSet(NUMERALS, text.charCodeAt(i))) i += 1;
    const mark = text.charCodeAt(i);
    if (i - at > 9 || i >= end || (mark !== 46 && mark !== 41)) return undefined;
    number = Number(text.slice(at, i));
  }
  i += 1;
  if (i < end && !isBlank(text.charCodeAt(i))) return undefined;
  return { width: i - at, number };
}

const NUMERALS = asciiSet(DIGITS);

/** What ends each kind of HTML block; kinds 6 and 7 end at a blank line (4.6). */
export type HtmlKind = { readonly until: RegExp | undefined; readonly interrupts: boolean };

const RAW_START = /^<(?:script|pre|style|textarea)(?:\s|>|$)/i;
const RAW_END = /<\/(?:script|pre|style|textarea)>/i;
const NAMES =
  'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
  'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
  'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
  'title tr track ul';
const BLOCK_NAMES: ReadonlySet<string> = new Set(NAMES.split(' '));
const NAME = /<\/?([a-zA-Z][a-zA-Z0-9]*)(?=[\s>]|\/>|$)/y;

const RAW: HtmlKind = { until: RAW_END, interrupts: true };
const COMMENT: HtmlKind = { until: /-->/, interrupts: true };
const INSTRUCTION: HtmlKind = { until: /\?>/, interrupts: true };
const CDATA: HtmlKind = { until: /\]\]>/, interrupts: true };
const DECLARATION: HtmlKind = { until: />/, interrupts: true };
const BLOCK: HtmlKind = { until: undefined, interrupts: true };
const ANY: HtmlKind = { until: undefined, interrupts: false };

/** The kind of HTML block that starts at this `<`. */
export function htmlKind(text: string, at: number, end: number): HtmlKind | undefined {
  const next = text.charCodeAt(at + 1);
  if (next === 63) return INSTRUCTION;
  if (next === 33) {
    if (text.startsWith('--', at + 2)) return COMMENT;
    if (text.startsWith('[CDATA[', at + 2)) return CDATA;
    return inSet(ALPHA, text.charCodeAt(at + 2)) ? DECLARATION : undefined;
  }
  if (RAW_START.test(text.slice(at, Math.min(end, at + 12)))) return RAW;
  NAME.lastIndex = at;
  const name = NAME.exec(text)?.[1];
  if (name !== undefined && NAME.lastIndex <= end && BLOCK_NAMES.has(name.toLowerCase()))
    return BLOCK;
  const tag = readTag(text, at, end);
  return tag !== undefined && skipSpaces(text, tag.next, end) >= end ? ANY : undefined;
}

/** The cells of a table's row, as pairs of offsets: `|` ends one unless it is escaped (GFM 4.10). */
export function tableCells(text: string, at: number, end: number): readonly number[] {
  const cells: number[] = [];
  const last = trimEnd(text, at, end);
  let from = text.charCodeAt(at) === 124 ? at + 1 : at;
  for (let i = from; i < last; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 92) i += 1;
    else if (code === 124) {
      cells.push(from, i);
      from = i + 1;
    }
  }
  if (from < last) cells.push(from, last);
  return cells;
}

/** How many columns a delimiter row (`| --- | :-: |`) has; 0 where the line is none. */
export function delimiterColumns(text: string, at: number, end: number): number {
  let marks = false;
  for (let i = at; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 124 || code === 58) marks = true;
    else if (code !== 45 && code !== 32 && code !== 9) return 0;
  }
  if (!marks) return 0;
  const cells = tableCells(text, at, end);
  for (let n = 0; n < cells.length; n += 2)
    if (!isDelimiter(text, cells[n] ?? 0, cells[n + 1] ?? 0)) return 0;
  return cells.length / 2;
}

function isDelimiter(text: string, from: number, to: number): boolean {
  let i = skipSpaces(text, from, to);
  if (text.charCodeAt(i) === 58) i += 1;
  if (i >= to || text.charCodeAt(i) !== 45) return false;
  i += runLength(text, i, to);
  if (i < to && text.charCodeAt(i) === 58) i += 1;
  return skipSpaces(text, i, to) >= to;
}
