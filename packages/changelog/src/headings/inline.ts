import type { Markup } from '../model.ts';
import type { Span } from '../lines.ts';

/** A line without its inline markup, and where each of its characters stands in the file. */
export interface PlainText {
  readonly text: string;
  /** The offset in the file of a character of `text`. */
  readonly offset: (at: number) => number;
  /** The links' targets, in order. */
  readonly links: readonly string[];
}

/** Longer lines are no headings; the limit keeps everything here linear. */
const LONGEST = 600;

const NONE: readonly string[] = [];
/** Whether there is anything to take away: most lines hold no mark. */
const MARKED = /[\\[\]`*~_<{!#]/;
const RST_MARKED = /[\\`*_:<]/;

const MARKDOWN: readonly RegExp[] = [
  /<!--[^>]{0,300}-->/y,
  /<\/?[a-zA-Z][^<>]{0,300}>/y,
  /<(https?:[^<>\s]{1,300})>/y,
  /!\[[^\]]{0,200}\]\([^)\s]{0,300}\)/y,
  /(?:#{1,6}[ \t]*)?\{[:#.][^{}\n]{0,200}\}[ \t]*/y,
];
const MARKDOWN_TARGET = /\]\([ \t]*<?([^\s)>]{0,500})>?(?:[ \t]+["'(][^)\n]{0,200})?[ \t]*\)/y;
const MARKDOWN_LABEL = /\]\[[^\]]{0,200}\]/y;
const RST_EMBEDDED = / ?<([^<>`]{1,400})>`__?/y;
const RST_ROLE = /:[A-Za-z][\w:.+-]{0,60}:(?=`)/y;

/** Reads one line of a heading or of text: link texts without their targets, no emphasis, no escapes, no tags. */
export function plainText(source: string, span: Span, markup: Markup): PlainText {
  const end = Math.min(span.end, span.start + LONGEST);
  const written = source.slice(span.start, end);
  if (!(markup === 'markdown' ? MARKED : RST_MARKED).test(written))
    return { text: written, offset: (at) => span.start + at, links: NONE };
  const out: Out = { chars: [], offsets: [], links: [] };
  let at = span.start;
  while (at < end) {
    const next =
      markup === 'markdown' ? markdownMark(source, at, end, out) : rstMark(source, at, end, out);
    if (next > at) at = next;
    else {
      out.chars.push(source.charAt(at));
      out.offsets.push(at);
      at += 1;
    }
  }
  const { offsets } = out;
  return { text: out.chars.join(''), offset: (at) => offsets[at] ?? end, links: out.links };
}

interface Out {
  readonly chars: string[];
  readonly offsets: number[];
  readonly links: string[];
}

/** The offset behind a mark that is not shown, or `at` where there is none. */
function markdownMark(source: string, at: number, end: number, out: Out): number {
  const char = source.charAt(at);
  if (char === '\\' && /[!-/:-@[-`{-~]/.test(source.charAt(at + 1)))
    return keepNext(source, at, out);
  if (char === '[' || char === '`') return at + 1;
  if (char === '*' || char === '~') return skipRun(source, at, end, char);
  if (char === '_') return atWordEdge(source, at) ? skipRun(source, at, end, char) : at;
  if (char === ']') return closeBracket(source, at, out);
  if (char !== '<' && char !== '{' && char !== '!' && char !== '#') return at;
  for (const pattern of MARKDOWN) {
    const match = matchAt(pattern, source, at);
    if (match === undefined || at + match[0].length > end) continue;
    if (match[1] !== undefined) out.links.push(match[1]);
    return at + match[0].length;
  }
  return at;
}

function closeBracket(source: string, at: number, out: Out): number {
  const target = matchAt(MARKDOWN_TARGET, source, at);
  if (target !== undefined) {
    out.links.push(target[1] ?? '');
    return at + target[0].length;
  }
  return at + (matchAt(MARKDOWN_LABEL, source, at)?.[0].length ?? 1);
}

function rstMark(source: string, at: number, end: number, out: Out): number {
  const char = source.charAt(at);
  if (char === '\\') return /\s/.test(source.charAt(at + 1)) ? at + 2 : keepNext(source, at, out);
  if (char === '`') return closeBackquote(source, at);
  if (char === '*') return skipRun(source, at, end, char);
  if (char === ':') return at + (matchAt(RST_ROLE, source, at)?.[0].length ?? 0);
  if (char === '_') return isReferenceMark(source, at) ? at + 1 : at;
  if (char !== ' ' && char !== '<') return at;
  const embedded = matchAt(RST_EMBEDDED, source, at);
  if (embedded === undefined) return at;
  out.links.push(embedded[1] ?? '');
  return at + embedded[0].length;
}

/** A backquote, or several, with the underscores of a reference behind them. */
function closeBackquote(source: string, at: number): number {
  let next = at;
  while (source[next] === '`') next += 1;
  while (source[next] === '_' && next < at + 4) next += 1;
  return next;
}

/** The underscore of `name_`: behind a word, before no other one. */
const isReferenceMark = (source: string, at: number): boolean =>
  /[\w\])]/.test(source.charAt(at - 1)) && !/\w/.test(source.charAt(at + 1));

const atWordEdge = (source: string, at: number): boolean =>
  !/[A-Za-z0-9]/.test(source.charAt(at - 1)) || !/[A-Za-z0-9]/.test(source.charAt(at + 1));

function keepNext(source: string, at: number, out: Out): number {
  out.chars.push(source.charAt(at + 1));
  out.offsets.push(at + 1);
  return at + 2;
}

function skipRun(source: string, at: number, end: number, char: string): number {
  let next = at;
  while (next < end && source[next] === char) next += 1;
  return next;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}
