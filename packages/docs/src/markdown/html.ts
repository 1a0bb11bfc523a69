import type { Span } from '../document.ts';
import {
  ALPHA,
  ALPHANUMERIC,
  asciiSet,
  DIGITS,
  inSet,
  isBlank,
  LETTERS,
  skipBlank,
} from './chars.ts';
import { type Content, spanIn } from './content.ts';
import { decodeReferences } from './link-parts.ts';
import type { MarkdownReader } from './reader.ts';

/** An attribute of a tag: its name in lower case, and where its value stands without quotes. */
export interface Attribute {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** An HTML tag (CommonMark 6.6). */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: readonly Attribute[];
  readonly next: number;
}

const NAME_START = asciiSet(`${LETTERS}_:`);
const NAME = asciiSet(`${LETTERS}${DIGITS}_.:-`);
const TAG_NAME = asciiSet(`${LETTERS}${DIGITS}-`);
const UNQUOTED_END = asciiSet(' \t\n\r\f"\'=<>`');
const NONE: readonly Attribute[] = [];

/** Reads an opening or closing tag from its `<` on; undefined where CommonMark would see text. */
export function readTag(s: string, at: number, end: number): Tag | undefined {
  const closing = s.charCodeAt(at + 1) === 47;
  const start = closing ? at + 2 : at + 1;
  if (start >= end || !inSet(ALPHA, s.charCodeAt(start))) return undefined;
  let i = start + 1;
  while (i < end && inSet(TAG_NAME, s.charCodeAt(i))) i += 1;
  const name = s.slice(start, i).toLowerCase();
  if (closing) {
    i = skipBlank(s, i, end);
    if (i >= end || s.charCodeAt(i) !== 62) return undefined;
    return { name, closing, attributes: NONE, next: i + 1 };
  }
  return readAttributes(s, i, end, name);
}

function readAttributes(s: string, from: number, end: number, name: string): Tag | undefined {
  const attributes: Attribute[] = [];
  let i = from;
  for (;;) {
    const start = skipBlank(s, i, end);
    const code = s.charCodeAt(start);
    if (start >= end) return undefined;
    if (code === 62) return { name, closing: false, attributes, next: start + 1 };
    if (code === 47)
      return s.charCodeAt(start + 1) === 62 && start + 1 < end
        ? { name, closing: false, attributes, next: start + 2 }
        : undefined;
    if (start === i || !inSet(NAME_START, code)) return undefined;
    i = readAttribute(s, start, end, attributes);
    if (i < 0) return undefined;
  }
}

/** Adds one attribute and gives the offset behind it, or -1. */
function readAttribute(s: string, at: number, end: number, attributes: Attribute[]): number {
  let i = at + 1;
  while (i < end && inSet(NAME, s.charCodeAt(i))) i += 1;
  const name = s.slice(at, i).toLowerCase();
  const equals = skipBlank(s, i, end);
  if (s.charCodeAt(equals) !== 61 || equals >= end) {
    attributes.push({ name, from: i, to: i });
    return i;
  }
  const start = skipBlank(s, equals + 1, end);
  const quote = s.charCodeAt(start);
  if (quote === 34 || quote === 39) {
    const close = s.indexOf(s.charAt(start), start + 1);
    if (close < 0 || close >= end) return -1;
    attributes.push({ name, from: start + 1, to: close });
    return close + 1;
  }
  let to = start;
  while (to < end && !inSet(UNQUOTED_END, s.charCodeAt(to))) to += 1;
  if (to === start) return -1;
  attributes.push({ name, from: start, to });
  return to;
}

/** What ends a construct that starts with these characters, or undefined. */
export function rawEnd(s: string, at: number): string | undefined {
  const next = s.charCodeAt(at + 1);
  if (next === 63) return '?>';
  if (next !== 33) return undefined;
  if (s.startsWith('--', at + 2)) return '-->';
  if (s.startsWith('[CDATA[', at + 2)) return ']]>';
  return inSet(ALPHA, s.charCodeAt(at + 2)) ? '>' : undefined;
}

/** Notes the comment from `at` to `next`. */
export function noteComment(
  reader: MarkdownReader,
  content: Content,
  at: number,
  next: number,
): void {
  const to = content.s.endsWith('-->', next) ? next - 3 : next;
  const text = content.s.slice(at + 4, Math.max(at + 4, to));
  reader.draft.comments.push({ text, span: spanIn(content, at, next) });
}

/** Reads a block of HTML: its links, images, ids and comments. */
export function readHtml(reader: MarkdownReader, content: Content): void {
  const { s, to: end } = content;
  const missing = new Set<string>();
  let i = s.indexOf('<', content.from);
  while (i >= 0 && i < end) {
    const close = rawEnd(s, i);
    let next = i + 1;
    if (close !== undefined) {
      const found = missing.has(close) ? -1 : s.indexOf(close, i + 2);
      if (found < 0) missing.add(close);
      else next = found + close.length;
      // A comment that never ends hides the rest of the block.
      if (close === '-->')
        noteComment(reader, content, i, found < 0 ? (next = end) : Math.min(next, end));
    } else {
      const tag = readTag(s, i, end);
      if (tag !== undefined) {
        noteTag(reader, content, i, tag);
        next =
          RAW_TEXT.has(tag.name) && !tag.closing ? rawTextEnd(content, tag, missing) : tag.next;
      }
    }
    i = s.indexOf('<', next);
  }
}

const RAW_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);

function rawTextEnd({ s, to }: Content, tag: Tag, missing: Set<string>): number {
  const close = `</${tag.name}`;
  const found = missing.has(close) ? -1 : s.indexOf(close, tag.next);
  if (found < 0) missing.add(close);
  return found < 0 ? to : found;
}

/** Where attributes that hold an address stand. */
const LINKS: Readonly<Record<string, readonly string[]>> = {
  href: ['a', 'area', 'link'],
  src: ['iframe', 'video', 'audio', 'embed', 'track', 'script'],
  data: ['object'],
  poster: ['video'],
};

/** A tag at its place. */
interface Site {
  readonly reader: MarkdownReader;
  readonly content: Content;
  readonly span: Span;
}

/** Notes what the attributes of a tag point at, and the ids that they give. */
export function noteTag(reader: MarkdownReader, content: Content, at: number, tag: Tag): void {
  if (tag.attributes.length === 0) return;
  const site: Site = { reader, content, span: spanIn(content, at, tag.next) };
  const image = tag.name === 'img' || tag.name === 'source';
  for (const attribute of tag.attributes) {
    const { name, from, to } = attribute;
    if (name === 'id' || (name === 'name' && tag.name === 'a')) noteId(site, from, to);
    else if (name === 'src' && image) noteImage(site, from, to);
    else if (name === 'srcset' && image) noteCandidates(site, from, to);
    else if (LINKS[name]?.includes(tag.name) === true) noteLink(site, from, to);
  }
}

function noteId({ reader, content, span }: Site, from: number, to: number): void {
  if (from === to) return;
  const name = decodeReferences(content.s.slice(from, to));
  reader.draft.targets.push({ kind: 'id', name, span, nameSpan: spanIn(content, from, to) });
}

function noteLink({ reader, content, span }: Site, from: number, to: number): void {
  const url = decodeReferences(content.s.slice(from, to)).trim();
  if (isTemplate(url)) return;
  reader.draft.links.push({ syntax: 'attribute', url, span, urlSpan: spanIn(content, from, to) });
}

function noteImage({ reader, content, span }: Site, from: number, to: number): void {
  const path = decodeReferences(content.s.slice(from, to)).trim();
  if (path === '' || isTemplate(path)) return;
  reader.draft.files.push({ kind: 'image', path, span, pathSpan: spanIn(content, from, to) });
}

/** `a.png 1x, b.png 2x`: commas end a candidate only before a blank (HTML, srcset). */
function noteCandidates(site: Site, from: number, to: number): void {
  const { s } = site.content;
  let i = from;
  while (i < to) {
    while (i < to && (isBlank(s.charCodeAt(i)) || s.charCodeAt(i) === 44)) i += 1;
    let end = i;
    while (end < to && !isBlank(s.charCodeAt(end))) end += 1;
    const comma = end > i && s.charCodeAt(end - 1) === 44;
    noteImage(site, i, comma ? end - 1 : end);
    i = end;
    if (!comma) while (i < to && s.charCodeAt(i) !== 44) i += 1;
  }
}

/** An address that a template engine (Jinja, Hugo) fills in is none yet. */
export const isTemplate = (url: string): boolean =>
  url.includes('{{') || url.includes('{%') || url.includes('}}');

/** Whether a character may start a tag, a comment or the like. */
export const startsHtml = (code: number): boolean =>
  code === 47 || code === 33 || code === 63 || inSet(ALPHANUMERIC, code);
