import { ALPHA, ALPHANUMERIC, asciiSet, DIGITS, inSet, isBlank, LETTERS } from './chars.ts';
import type { Part } from './link-parts.ts';

const ADDRESS = /[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\0-\x20\x7f]*>/y;
const EMAIL =
  /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}))*>/y;

/** Reads `<scheme:…>` or `<name@host>` from its `<` on (CommonMark 6.5). */
export function readAngleLink(
  s: string,
  at: number,
  end: number,
): (Part & { readonly email: boolean }) | undefined {
  for (const [pattern, email] of ANGLE_LINKS) {
    pattern.lastIndex = at + 1;
    if (pattern.test(s) && pattern.lastIndex <= end)
      return { from: at + 1, to: pattern.lastIndex - 1, next: pattern.lastIndex, email };
  }
  return undefined;
}

const ANGLE_LINKS = [
  [ADDRESS, false],
  [EMAIL, true],
] as const;

/**
 * Reads a bare address around the `:` or from the `w` at `at` (GFM 6.9, autolink extension); `floor` is the
 * end of the construct before.
 */
export function readBareLink(
  s: string,
  at: number,
  floor: number,
  end: number,
  bracket: boolean,
): Part | undefined {
  const close = bracket ? s.indexOf(']', at) : -1;
  const last = close < 0 ? end : Math.min(end, close);
  if (s.charCodeAt(at) === 58) return readProtocol(s, at, floor, last);
  const before = at > floor ? s.charCodeAt(at - 1) : 32;
  if (!WWW.test(s.slice(at, at + 4)) || !(isBlank(before) || inSet(BEFORE_WWW, before)))
    return undefined;
  return readHost(s, at, at, last);
}

const WWW = /^www\.$/i;
const BEFORE_WWW = asciiSet('*_~([]');

function readProtocol(s: string, at: number, floor: number, end: number): Part | undefined {
  if (s.charCodeAt(at + 1) !== 47 || s.charCodeAt(at + 2) !== 47 || at + 3 >= end) return undefined;
  const word = s.slice(Math.max(floor, at - 5), at);
  const length = /https$/i.test(word) ? 5 : /http$/i.test(word) ? 4 : 0;
  if (length === 0) return undefined;
  const start = at - length;
  if (start > floor && inSet(ALPHA, s.charCodeAt(start - 1))) return undefined;
  return readHost(s, start, at + 3, end);
}

const HOST_END = asciiSet('!"#$%&\'()*+,/:;<=>?@[\\]^`{|}~ \t\n\r');

/** The host may hold letters, digits, `-`, `_` and dots; its last two parts no `_`. */
function readHost(s: string, start: number, from: number, end: number): Part | undefined {
  let i = from;
  let underscores = 0;
  let older = 0;
  for (; i < end; i += 1) {
    const code = s.charCodeAt(i);
    if (code === 46) {
      older = underscores;
      underscores = 0;
    } else if (code === 95) underscores += 1;
    else if (inSet(HOST_END, code) || code <= 32 || WHITESPACE.test(s.charAt(i))) break;
  }
  if (i === from || underscores > 0 || older > 0) return undefined;
  const to = trimAddress(s, from, readPath(s, i, end));
  return to > from ? { from: start, to, next: to } : undefined;
}

const WHITESPACE = /\s/;

function readPath(s: string, from: number, end: number): number {
  let i = from;
  while (i < end) {
    const code = s.charCodeAt(i);
    if (code === 60 || code <= 32 || (code >= 128 && WHITESPACE.test(s.charAt(i)))) break;
    i += 1;
  }
  return i;
}

const TRAILING = asciiSet('!"\'*,.:;?_~]');

/** Takes away what ends a sentence, not an address: GFM's extended autolink path validation. */
function trimAddress(s: string, from: number, to: number): number {
  let spare = 0;
  for (let i = from; i < to; i += 1)
    spare += s.charCodeAt(i) === 41 ? 1 : s.charCodeAt(i) === 40 ? -1 : 0;
  let end = to;
  while (end > from) {
    const code = s.charCodeAt(end - 1);
    if (code === 59) end = trimReference(s, from, end);
    else if (inSet(TRAILING, code)) end -= 1;
    else if (code === 41 && spare > 0) {
      end -= 1;
      spare -= 1;
    } else break;
  }
  return end;
}

/** A `;` at the end goes together with the character reference that it ends. */
function trimReference(s: string, from: number, end: number): number {
  let i = end - 1;
  while (i > from && inSet(ALPHA, s.charCodeAt(i - 1))) i -= 1;
  return i > from && i < end - 1 && s.charCodeAt(i - 1) === 38 ? i - 1 : end - 1;
}

const LOCAL = asciiSet(`${LETTERS}${DIGITS}.+-_`);
const HOST = asciiSet(`${LETTERS}${DIGITS}-_.`);

/** Reads an e-mail address around the `@` at `at` (GFM 6.9, extended email autolink). */
export function readBareEmail(s: string, at: number, floor: number, end: number): Part | undefined {
  let from = at;
  while (from > floor && inSet(LOCAL, s.charCodeAt(from - 1))) from -= 1;
  if (from === at || (from > floor && s.charCodeAt(from - 1) === 47)) return undefined;
  let to = at + 1;
  let dot = false;
  for (; to < end && inSet(HOST, s.charCodeAt(to)); to += 1) {
    if (s.charCodeAt(to) !== 46) continue;
    if (to + 1 >= end || !inSet(ALPHANUMERIC, s.charCodeAt(to + 1))) break;
    dot = true;
  }
  // The last character decides: a digit is fine for GitHub's own reader, a mark is not.
  const last = s.charCodeAt(to - 1);
  if (!dot || last === 45 || last === 95) return undefined;
  return { from, to, next: to };
}
