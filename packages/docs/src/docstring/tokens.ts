const PREFIX = /[rRuUbBfFtT]{0,2}(?=['"])/y;

/** Where the quotes of a string literal at `at` start; -1 where none stands there. */
export function stringStart(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 34 || code === 39) return at;
  if (!PREFIX_LETTERS.has(code)) return -1;
  PREFIX.lastIndex = at;
  return PREFIX.test(text) ? PREFIX.lastIndex : -1;
}

const PREFIX_LETTERS: ReadonlySet<number> = new Set(
  Array.from('rRuUbBfFtT', (letter) => letter.charCodeAt(0)),
);

/** The offset behind the string literal at `at`. One without an end stops at its line, in triple quotes at the text's. */
export function stringEnd(text: string, at: number): number {
  const quotes = stringStart(text, at);
  const mark = text.charAt(quotes);
  const triple = text.startsWith(mark.repeat(3), quotes);
  const formatted = /[fFtT]/.test(text.slice(at, quotes));
  if (triple && !formatted) return longEnd(text, quotes + 3, mark);
  return scanString(text, quotes + (triple ? 3 : 1), mark.charCodeAt(0), triple, formatted);
}

function longEnd(text: string, from: number, mark: string): number {
  const close = mark.repeat(3);
  let end = text.indexOf(close, from);
  while (end >= 0 && isEscaped(text, from, end)) end = text.indexOf(close, end + 1);
  return end < 0 ? text.length : end + 3;
}

/** Whether an odd number of backslashes stands before; raw strings count them as well. */
function isEscaped(text: string, from: number, at: number): boolean {
  let i = at;
  while (i > from && text.charCodeAt(i - 1) === 92) i -= 1;
  return (at - i) % 2 === 1;
}

function scanString(
  text: string,
  from: number,
  mark: number,
  triple: boolean,
  formatted: boolean,
): number {
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === 92) i += text.charCodeAt(i + 1) === 13 && text.charCodeAt(i + 2) === 10 ? 3 : 2;
    else if (code === mark) {
      if (!triple) return i + 1;
      if (text.charCodeAt(i + 1) === mark && text.charCodeAt(i + 2) === mark) return i + 3;
      i += 1;
    } else if (!triple && (code === 10 || code === 13)) return i;
    else if (formatted && code === 123)
      i = text.charCodeAt(i + 1) === 123 ? i + 2 : fieldEnd(text, i + 1, mark, triple);
    else i += 1;
  }
  return text.length;
}

const MAX_FIELDS = 50;

/** Behind a replacement field, whose expression may hold strings and fields of its own (PEP 701). */
function fieldEnd(text: string, from: number, mark: number, triple: boolean, level = 0): number {
  let depth = 1;
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === 123) depth += 1;
    else if (code === 125) {
      depth -= 1;
      if (depth === 0) return i + 1;
    } else if ((code === 34 || code === 39) && level < MAX_FIELDS) {
      const closes = code === mark && triple && text.startsWith(text.charAt(i).repeat(3), i);
      if (closes) return i;
      i = scanString(text, i + 1, code, false, false);
      continue;
    } else if (!triple && (code === 10 || code === 13)) return i;
    i += 1;
  }
  return text.length;
}

/** Where a logical line, or the header of a compound statement, ends. */
export interface StatementEnd {
  /** The offset of the next line; behind the colon where one was wanted and found. */
  readonly next: number;
  readonly colon: boolean;
  /** The comment at its end. */
  readonly comment?: { readonly start: number; readonly end: number };
}

/** Passes over the rest of a logical line; with `header`, over what stands before its colon. */
export function skipStatement(text: string, from: number, header: boolean): StatementEnd {
  let depth = 0;
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code > 96 && code !== 123 && code !== 125) {
      // A letter may be the prefix of a string, but not within a name.
      i = stringStart(text, i) > i && !isName(text.charCodeAt(i - 1)) ? stringEnd(text, i) : i + 1;
      continue;
    }
    switch (code) {
      case 34:
      case 39:
        i = stringEnd(text, i);
        continue;
      case 35: {
        const end = endOfLine(text, i);
        if (depth === 0)
          return {
            next: end + 1,
            colon: false,
            comment: { start: i, end: trimReturn(text, i, end) },
          };
        i = end;
        continue;
      }
      case 92:
        i += text.charCodeAt(i + 1) === 13 ? 3 : 2;
        continue;
      case 40:
      case 91:
      case 123:
        depth += 1;
        break;
      case 41:
      case 93:
      case 125:
        depth = Math.max(0, depth - 1);
        break;
      case 58:
        if (header && depth === 0) return { next: i + 1, colon: true };
        break;
      case 10:
        if (depth === 0) return { next: i + 1, colon: false };
        break;
      default:
    }
    i += 1;
  }
  return { next: text.length, colon: false };
}

const isName = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code > 127;

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const trimReturn = (text: string, from: number, end: number): number =>
  end > from && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
