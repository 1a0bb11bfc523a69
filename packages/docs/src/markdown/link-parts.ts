import { characterEntities } from 'character-entities';
import { inSet, isBlank, PUNCTUATION, skipBlank } from './chars.ts';

/** A part of a link, and where the text goes on behind it. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

/** Reads `(destination "title")` from the opening parenthesis on (CommonMark 6.3, inline link). */
export function readResource(s: string, at: number, end: number): Part | undefined {
  const start = skipBlank(s, at + 1, end);
  if (s.charCodeAt(start) === 41 && start < end) return { from: start, to: start, next: start + 1 };
  const destination = readDestination(s, start, end);
  if (destination === undefined) return undefined;
  let i = skipBlank(s, destination.next, end);
  if (i > destination.next && i < end && s.charCodeAt(i) !== 41) {
    const title = readTitle(s, i, end);
    if (title < 0) return undefined;
    i = skipBlank(s, title, end);
  }
  if (i >= end || s.charCodeAt(i) !== 41) return undefined;
  return { from: destination.from, to: destination.to, next: i + 1 };
}

const MAX_PARENTHESES = 32;

/** Reads a link destination: `<…>`, or text without blanks whose parentheses are balanced. */
export function readDestination(s: string, at: number, end: number): Part | undefined {
  if (s.charCodeAt(at) === 60) return readAngled(s, at, end);
  let depth = 0;
  let i = at;
  for (; i < end; i += 1) {
    const code = s.charCodeAt(i);
    if (code === 92 && i + 1 < end && inSet(PUNCTUATION, s.charCodeAt(i + 1))) i += 1;
    else if (code === 40) {
      depth += 1;
      if (depth > MAX_PARENTHESES) return undefined;
    } else if (code === 41) {
      if (depth === 0) break;
      depth -= 1;
    } else if (code <= 32 || code === 127) break;
  }
  if (depth > 0 || i === at) return undefined;
  return { from: at, to: i, next: i };
}

function readAngled(s: string, at: number, end: number): Part | undefined {
  for (let i = at + 1; i < end; i += 1) {
    const code = s.charCodeAt(i);
    if (code === 62) return { from: at + 1, to: i, next: i + 1 };
    if (code === 60 || code === 10 || code === 13) return undefined;
    if (code === 92) i += 1;
  }
  return undefined;
}

/** The offset behind a title in `"`, `'` or parentheses, or -1. */
export function readTitle(s: string, at: number, end: number): number {
  const open = s.charCodeAt(at);
  if (open !== 34 && open !== 39 && open !== 40) return -1;
  const close = open === 40 ? 41 : open;
  for (let i = at + 1; i < end; i += 1) {
    const code = s.charCodeAt(i);
    if (code === close) return i + 1;
    if (code === 40 && open === 40) return -1;
    if (code === 92) i += 1;
  }
  return -1;
}

const MAX_LABEL = 999;

/** Reads `[label]` from its bracket on; `from` and `to` are those of what stands inside, which may be blank. */
export function readLabel(s: string, at: number, end: number): Part | undefined {
  const last = Math.min(end, at + MAX_LABEL + 2);
  for (let i = at + 1; i < last; i += 1) {
    const code = s.charCodeAt(i);
    if (code === 93) return { from: at + 1, to: i, next: i + 1 };
    if (code === 91) return undefined;
    if (code === 92) i += 1;
  }
  return undefined;
}

/** A label as CommonMark compares it: blanks are one space, case does not count (section 4.7). */
export const normalLabel = (label: string): string =>
  (COMPLEX.test(label) ? label.trim().replace(/[\t\n\r ]+/g, ' ') : label)
    .toLowerCase()
    .toUpperCase();

const COMPLEX = /^\s|\s$|[\t\n\r]| {2}/;

/** Undoes backslash escapes and character references (CommonMark 2.4 and 2.5). */
export const unescapeText = (written: string): string =>
  written.includes('\\') || written.includes('&') ? written.replace(ESCAPED, unescapeOne) : written;

/** Undoes character references alone: for the values of HTML attributes. */
export const decodeReferences = (written: string): string =>
  written.includes('&') ? written.replace(REFERENCE, unescapeOne) : written;

const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});/g;
const ESCAPED = new RegExp(`\\\\[!-/:-@[-\`{-~]|${REFERENCE.source}`, 'g');

function unescapeOne(written: string): string {
  if (written.startsWith('\\')) return written.slice(1);
  if (written.charCodeAt(1) !== 35) return named(written.slice(1, -1)) ?? written;
  const hex = /[xX]/.test(written.charAt(2));
  const code = Number.parseInt(written.slice(hex ? 3 : 2, -1), hex ? 16 : 10);
  const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  return String.fromCodePoint(valid ? code : 0xfffd);
}

const named = (name: string): string | undefined =>
  Object.hasOwn(characterEntities, name) ? characterEntities[name] : undefined;

/** A destination as an address: unescaped, and without the blanks that `<…>` may hold at its ends. */
export function addressOf(s: string, part: Part): string {
  const written = unescapeText(s.slice(part.from, part.to));
  return written !== '' &&
    (isBlank(written.charCodeAt(0)) || isBlank(written.charCodeAt(written.length - 1)))
    ? written.trim()
    : written;
}
