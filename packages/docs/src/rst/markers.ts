import { COLON, SPACE, isAlnum, isPunctuation } from './chars.ts';

/** The offset behind a marker and the spaces after it, or -1 where neither a space nor the end follows. */
export function afterMarker(text: string, at: number, end: number): number {
  if (at >= end) return end;
  if (text.charCodeAt(at) !== SPACE) return -1;
  let i = at;
  while (i < end && text.charCodeAt(i) === SPACE) i += 1;
  return i;
}

/** Whether a line is one punctuation character repeated: a title's underline, a transition. */
export function isAdornment(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  if (start >= end || !isPunctuation(code)) return false;
  for (let i = start + 1; i < end; i += 1) if (text.charCodeAt(i) !== code) return false;
  return true;
}

/** A field marker: `:name:`, with the offset of its closing colon and of what follows. */
export interface FieldMarker {
  readonly close: number;
  readonly after: number;
}

/**
 * The field marker at the start of a line: its closing colon is the first one that is not escaped and has a
 * space or the line's end behind it; a colon before a backquote makes it no field at all.
 */
export function fieldMarker(text: string, start: number, end: number): FieldMarker | undefined {
  const first = text.charCodeAt(start + 1);
  if (text.charCodeAt(start) !== COLON || start + 1 >= end || first === SPACE || first === COLON)
    return undefined;
  for (let i = start + 1; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 92) i += 1;
    else if (code === COLON) {
      const next = i + 1 < end ? text.charCodeAt(i + 1) : SPACE;
      if (next === 96) return undefined;
      if (next !== SPACE) continue;
      if (text.charCodeAt(i - 1) === SPACE) return undefined;
      return { close: i, after: afterMarker(text, i + 1, end) };
    }
  }
  return undefined;
}

/** The format of an enumerator: `(1)`, `1)` or `1.` */
export type EnumeratorFormat = 'parens' | 'rparen' | 'period';

/** What an enumerator counts in. */
export type EnumeratorSequence =
  | '#'
  | 'arabic'
  | 'loweralpha'
  | 'upperalpha'
  | 'lowerroman'
  | 'upperroman';

/** An enumerator that was read. */
export interface Enumerator {
  readonly format: EnumeratorFormat;
  readonly sequence: EnumeratorSequence;
  /** NaN where the text is no number of its sequence, such as `iiii`. */
  readonly ordinal: number;
  readonly after: number;
}

/** The enumerator at the start of a line. Inside a list its own sequence is tried first. */
export function enumerator(
  text: string,
  start: number,
  end: number,
  expected?: EnumeratorSequence,
): Enumerator | undefined {
  const open = text.charCodeAt(start) === 40;
  const from = open ? start + 1 : start;
  let to = from;
  if (text.charCodeAt(from) === 35) to = from + 1;
  else while (to < end && isAlnum(text.charCodeAt(to)) && to - from < 64) to += 1;
  const closing = to < end ? text.charCodeAt(to) : NaN;
  if (to === from || !(closing === 41 || (closing === 46 && !open))) return undefined;
  const after = afterMarker(text, to + 1, end);
  if (after < 0) return undefined;
  const word = text.slice(from, to);
  const sequence = sequenceOf(word, expected);
  if (sequence === undefined) return undefined;
  const format = open ? 'parens' : closing === 41 ? 'rparen' : 'period';
  return { format, sequence, ordinal: ordinalOf(word, sequence), after };
}

const SEQUENCES: readonly (readonly [EnumeratorSequence, RegExp])[] = [
  ['arabic', /^[0-9]+$/u],
  ['loweralpha', /^[a-z]$/u],
  ['upperalpha', /^[A-Z]$/u],
  ['lowerroman', /^[ivxlcdm]+$/u],
  ['upperroman', /^[IVXLCDM]+$/u],
];

function sequenceOf(word: string, expected?: EnumeratorSequence): EnumeratorSequence | undefined {
  if (word === '#') return '#';
  if (SEQUENCES.some(([name, pattern]) => name === expected && pattern.test(word))) return expected;
  if (expected === undefined || expected === '#') {
    if (word === 'i') return 'lowerroman';
    if (word === 'I') return 'upperroman';
  }
  return SEQUENCES.find(([, pattern]) => pattern.test(word))?.[0];
}

function ordinalOf(word: string, sequence: EnumeratorSequence): number {
  switch (sequence) {
    case '#':
      return 1;
    case 'arabic':
      return Number(word);
    case 'loweralpha':
    case 'upperalpha':
      return word.toLowerCase().charCodeAt(0) - 96;
    case 'lowerroman':
    case 'upperroman':
      return fromRoman(word.toUpperCase());
  }
}

const ROMAN: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** A number from 1 to 4,999 in Roman numerals, or undefined. */
export function toRoman(value: number): string | undefined {
  if (!(value >= 1 && value <= 4999)) return undefined;
  let left = value;
  let roman = '';
  for (const [letters, worth] of ROMAN)
    while (left >= worth) {
      roman += letters;
      left -= worth;
    }
  return roman;
}

function fromRoman(word: string): number {
  let value = 0;
  let at = 0;
  for (const [letters, worth] of ROMAN)
    while (word.startsWith(letters, at)) {
      value += worth;
      at += letters.length;
    }
  return toRoman(value) === word ? value : NaN;
}

/** What the next item of a list starts with, or undefined where the sequence ends. */
export function nextEnumerator(marker: Enumerator): readonly string[] {
  const word = wordOf(marker.ordinal + 1, marker.sequence);
  if (word === undefined) return [];
  const [before, behind] = { parens: ['(', ') '], rparen: ['', ') '], period: ['', '. '] }[
    marker.format
  ] as [string, string];
  return [`${before}${word}${behind}`, `${before}#${behind}`];
}

function wordOf(ordinal: number, sequence: EnumeratorSequence): string | undefined {
  switch (sequence) {
    case '#':
      return '#';
    case 'arabic':
      return String(ordinal);
    case 'loweralpha':
    case 'upperalpha': {
      if (ordinal > 26) return undefined;
      return String.fromCharCode(ordinal + (sequence === 'loweralpha' ? 96 : 64));
    }
    case 'lowerroman':
      return toRoman(ordinal)?.toLowerCase();
    case 'upperroman':
      return toRoman(ordinal);
  }
}

const ARGUMENT = String.raw`(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)`;
const OPTION = String.raw`(?:[-+][a-zA-Z0-9](?: ?${ARGUMENT})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]${ARGUMENT})?)`;
const OPTIONS = new RegExp(String.raw`^${OPTION}(?:, ${OPTION})*(?:  +| ?$)`, 'u');

/** The offset behind the options of an option list item, or -1. */
export function optionMarkerEnd(text: string, start: number, end: number): number {
  const next = text.charCodeAt(start + 1);
  if (start + 1 >= end || !(isAlnum(next) || next === 45)) return -1;
  const found = OPTIONS.exec(text.slice(start, Math.min(end, start + 1000)));
  return found === null ? -1 : start + found[0].length;
}
