/** A set of ASCII characters, asked by character code. */
export type AsciiSet = Uint8Array;

/** The set of these characters. */
export function asciiSet(characters: string): AsciiSet {
  const set = new Uint8Array(128);
  for (let i = 0; i < characters.length; i += 1) set[characters.charCodeAt(i)] = 1;
  return set;
}

/** Whether a character of this code is in the set. */
export const inSet = (set: AsciiSet, code: number): boolean => code < 128 && set[code] === 1;

/** ASCII letters. */
export const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** ASCII digits. */
export const DIGITS = '0123456789';
/** ASCII punctuation: what a backslash escapes (CommonMark 2.4). */
export const PUNCTUATION = asciiSet('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~');
export const ALPHANUMERIC = asciiSet(LETTERS + DIGITS);
export const ALPHA = asciiSet(LETTERS);

/** A space, a tab or a line end. */
export const isBlank = (code: number): boolean =>
  code === 32 || code === 9 || code === 10 || code === 13;

/** The first offset at or behind `from` that is no space, tab or line end, or `to`. */
export function skipBlank(s: string, from: number, to: number): number {
  let i = from;
  while (i < to && isBlank(s.charCodeAt(i))) i += 1;
  return i;
}

/** The same for spaces and tabs alone. */
export function skipSpaces(s: string, from: number, to: number): number {
  let i = from;
  while (i < to && (s.charCodeAt(i) === 32 || s.charCodeAt(i) === 9)) i += 1;
  return i;
}

/** The end of the text from `from` to `to` without the blanks behind it. */
export function trimEnd(s: string, from: number, to: number): number {
  let i = to;
  while (i > from && isBlank(s.charCodeAt(i - 1))) i -= 1;
  return i;
}
