/**
 * The character classes of docutils' inline markup recognition rules: what may stand before a start-string
 * and behind an end-string (docutils `utils/punctuation_chars.py`), and what Python calls whitespace and
 * alphanumeric. All take UTF-16 code units; `NaN`, which `charCodeAt` gives outside a text, is in no class.
 */

/** `\\`, which escapes the next character. */
export const BACKSLASH = 92;
/** The mark of interpreted text. */
export const BACKQUOTE = 96;
/** The only space that indents. */
export const SPACE = 32;
/** The end of a line inside a text. */
export const NEWLINE = 10;
/** The mark of roles, fields and directives. */
export const COLON = 58;
/** The mark of references. */
export const UNDERSCORE = 95;

const IS_SPACE = 1;
const IS_ALNUM = 2;
const MAY_PRECEDE = 4;
const MAY_FOLLOW = 8;
const IS_PUNCTUATION = 16;
const IS_SEPARATOR = 32;

// Bits of each ASCII character.
const ascii = new Uint8Array(128);
const mark = (chars: string, bit: number): void => {
  for (let i = 0; i < chars.length; i += 1)
    ascii[chars.charCodeAt(i)] = at(chars.charCodeAt(i)) | bit;
};
const at = (code: number): number => ascii[code] ?? 0;
mark(' \t\n\v\f\r\x1c\x1d\x1e\x1f', IS_SPACE | MAY_PRECEDE | MAY_FOLLOW);
mark('0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', IS_ALNUM);
mark('"\'(<[{-/:', MAY_PRECEDE);
mark('"\')>]}-/:\\.,;!?', MAY_FOLLOW);
mark('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', IS_PUNCTUATION);
mark('-._+:', IS_SEPARATOR);

const OTHER_SPACE = /[\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/u;
const OTHER_ALNUM = /[\p{L}\p{N}]/u;
const OTHER_BEFORE = /[\p{Ps}\p{Pi}\p{Pf}\p{Pd}\p{Po}]/u;
const OTHER_AFTER = /[\p{Pe}\p{Pi}\p{Pf}\p{Pd}\p{Po}]/u;
const char = (code: number): string => (code === code ? String.fromCharCode(code) : '');

/** Python's `str.isspace`. */
export const isSpace = (code: number): boolean =>
  code < 128 ? (at(code) & IS_SPACE) !== 0 : OTHER_SPACE.test(char(code));

/** Python's `\w` without the underscore. Half a surrogate pair counts: almost all astral letters do. */
export const isAlnum = (code: number): boolean =>
  code < 128
    ? (at(code) & IS_ALNUM) !== 0
    : OTHER_ALNUM.test(char(code)) || (code >= 0xd800 && code <= 0xdfff);

/** What may stand before an inline start-string: whitespace, openers, delimiters. */
export const mayPrecede = (code: number): boolean =>
  code < 128
    ? (at(code) & MAY_PRECEDE) !== 0
    : OTHER_BEFORE.test(char(code)) || OTHER_SPACE.test(char(code));

/** What may stand behind an inline end-string: whitespace, a backslash, closers, delimiters. */
export const mayFollow = (code: number): boolean =>
  code < 128
    ? (at(code) & MAY_FOLLOW) !== 0
    : OTHER_AFTER.test(char(code)) || OTHER_SPACE.test(char(code));

/** The printable ASCII characters that adorn titles and quote literal blocks. */
export const isPunctuation = (code: number): boolean =>
  code < 128 && (at(code) & IS_PUNCTUATION) !== 0;

/** The characters that a simple reference name may hold one at a time between alphanumerics. */
export const isSeparator = (code: number): boolean => code < 128 && (at(code) & IS_SEPARATOR) !== 0;

// Openers and closers that belong together, beside the neighbours in Unicode. Quotes differ by language.
const PAIRS: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '(': ')',
  '<': '>',
  '[': ']',
  '{': '}',
  '«': '»',
  '»': '«»',
  '‘': '’‚',
  '’': '‘’',
  '‚': '‛‘’',
  '‛': '‚',
  '“': '”„',
  '”': '“”',
  '„': '‟“”',
  '‟': '„',
  '‹': '›',
  '›': '‹›',
  '〝': '〞〟',
};
const OPENS = /\p{Ps}/u;
const CLOSES = /\p{Pe}/u;

/** Whether a start-string between these two is quoted, and so starts nothing (docutils `match_chars`). */
export function enclose(before: number, after: number): boolean {
  if (before < 128 && after < 128) {
    if (before === 34 || before === 39) return before === after;
    if (before === 40) return after === 41;
    return (before === 60 || before === 91 || before === 123) && after === before + 2;
  }
  if (PAIRS[char(before)]?.includes(char(after)) === true) return true;
  return (
    after - before >= 1 &&
    after - before <= 2 &&
    OPENS.test(char(before)) &&
    CLOSES.test(char(after))
  );
}

/**
 * The offset behind the simple reference name that starts here, or -1: alphanumerics with single
 * `- . _ + :` between them (docutils `simplename`).
 */
export function simpleNameEnd(text: string, start: number, end: number): number {
  let i = start;
  let good = -1;
  while (i < end) {
    if (!isAlnum(text.charCodeAt(i))) return good;
    do i += 1;
    while (i < end && isAlnum(text.charCodeAt(i)));
    good = i;
    if (i >= end || !isSeparator(text.charCodeAt(i))) return good;
    i += 1;
  }
  return good;
}
