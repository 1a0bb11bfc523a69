import { BACKSLASH, UNDERSCORE, enclose, isSpace, mayFollow, mayPrecede } from '../chars.ts';
import { bareLinks } from '../implicit.ts';
import { unescape } from '../inline-text.ts';
import type { Reader } from '../reader.ts';
import { type Source, spanOf } from '../source.ts';

/** One text being read: positions of docutils' `Inliner.parse`, on the source itself. */
export interface Scan {
  readonly reader: Reader;
  readonly source: Source;
  readonly text: string;
  readonly end: number;
  /** Where docutils' `remaining` starts: nothing before it is looked at. */
  base: number;
  /** Where the text without markup starts that bare links are looked for in. */
  run: number;
  /** Whether the run holds a `:` or an `@`. */
  linkish: boolean;
  /** End-strings that are not to be found in the rest of the text: one search each is enough. */
  missing: number;
  /** The text without markup, where it is wanted. */
  readonly plain: string[] | undefined;
}

/** The bit of {@link Scan.missing} for `*`. */
export const EMPHASIS = 1;
/** The bit for `**`. */
export const STRONG = 2;
/** The bit for double backquotes. */
export const LITERAL = 4;
/** The bit for the backquote of an inline target. */
export const TARGET = 8;
/** The bit for `|`. */
export const SUBSTITUTION = 16;
/** The bit for the backquote of interpreted text. */
export const INTERPRETED = 32;

/** Whether a start-string of this length may start here (the rules before and behind it). */
export function mayStart(s: Scan, i: number, length: number): boolean {
  if (i !== s.base && !mayPrecede(s.text.charCodeAt(i - 1))) return false;
  const behind = i + length;
  return behind >= s.end || !isSpace(s.text.charCodeAt(behind));
}

/** Whether what stands around a start-string quotes it. At the end of the text nothing starts either. */
export function quoted(s: Scan, i: number, length: number): boolean {
  if (i === s.base) return false;
  const behind = i + length;
  return behind >= s.end || enclose(s.text.charCodeAt(i - 1), s.text.charCodeAt(behind));
}

/** Whether an end-string may end just before this offset. */
export const follows = (s: Scan, i: number): boolean =>
  i >= s.end || mayFollow(s.text.charCodeAt(i));

/** The first end-string that is not escaped, not behind whitespace, and before what may follow; or -1. */
export function endString(s: Scan, start: number, mark: string): number {
  const { text } = s;
  const first = mark.charCodeAt(0);
  for (let i = start; i < s.end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i += 1;
    else if (
      code === first &&
      (mark.length === 1 || (text.charCodeAt(i + 1) === first && i + 1 < s.end)) &&
      (i === start || !isSpace(text.charCodeAt(i - 1))) &&
      follows(s, i + mark.length)
    )
      return i;
  }
  return -1;
}

/** How many of at most two underscores stand here, so that an end-string may end behind them; or -1. */
export function underscoresAt(s: Scan, i: number): number {
  let n = 0;
  while (n < 2 && i + n < s.end && s.text.charCodeAt(i + n) === UNDERSCORE) n += 1;
  while (n >= 0 && !follows(s, i + n)) n -= 1;
  return n;
}

/** Ends the run of plain text and starts another behind a construct. */
export function consume(s: Scan, start: number, end: number): number {
  flush(s, start);
  s.base = end;
  s.run = end;
  s.linkish = false;
  return end;
}

/** A start-string that starts nothing: what is before it and behind it is looked at apart. */
export function skip(s: Scan, i: number, length: number): number {
  s.base = i + length;
  return s.base;
}

/** A start-string without its end: an error for docutils, which shows it as it is. */
export function unended(s: Scan, i: number, length: number, what: string): number {
  s.reader.draft.problems.push({
    kind: 'no-end-string',
    message: `Unexpected ${what} start-string, expected an end-string in the same text`,
    span: spanOf(s.source, i, i + length),
  });
  const end = consume(s, i, i + length);
  s.plain?.push(s.text.slice(i, end));
  return end;
}

/** Ends the run of plain text: the addresses in it are links. */
export function flush(s: Scan, end: number): void {
  if (end <= s.run) return;
  if (s.linkish)
    for (const link of bareLinks(s.text, s.run, end)) {
      const span = spanOf(s.source, link.start, link.end);
      s.reader.draft.links.push({
        syntax: link.kind,
        url: unescape(s.text.slice(link.start, link.end)),
        span,
        urlSpan: span,
      });
    }
  s.plain?.push(unescape(s.text.slice(s.run, end)));
}
