import { isBlank, skipBlank, skipSpaces } from './chars.ts';
import { type Content, spanIn } from './content.ts';
import { isTemplate } from './html.ts';
import {
  addressOf,
  normalLabel,
  type Part,
  readDestination,
  readLabel,
  readTitle,
} from './link-parts.ts';
import type { MarkdownReader } from './reader.ts';

/** Takes link definitions off the start of a paragraph (CommonMark 4.7); gives where the rest starts. */
export function takeDefinitions(reader: MarkdownReader, content: Content): number {
  let at = content.from;
  while (at < content.to && content.s.charCodeAt(at) === 91) {
    const next = takeDefinition(reader, content, at);
    if (next < 0) return at;
    at = skipBlank(content.s, next, content.to);
  }
  return at;
}

function takeDefinition(reader: MarkdownReader, content: Content, at: number): number {
  const { s, to: end } = content;
  const label = readLabel(s, at, end);
  if (label === undefined || s.charCodeAt(label.next) !== 58 || label.next >= end) return -1;
  const name = s.slice(label.from, label.to);
  if (skipBlank(s, label.from, label.to) >= label.to) return -1;
  const start = skipBlank(s, label.next + 1, end);
  const url = start < end ? readDestination(s, start, end) : undefined;
  if (url === undefined) return -1;
  const next = definitionEnd(s, url.next, end);
  if (next < 0) return -1;
  reader.definitions.add(normalLabel(name));
  noteDefinition(reader, content, at, label, url, next);
  return next;
}

/** The end of the line that the definition ends with: behind its title, or without what only looks like one. */
function definitionEnd(s: string, at: number, end: number): number {
  const bare = skipSpaces(s, at, end);
  const alone = bare >= end || isLineEnd(s.charCodeAt(bare));
  const start = skipBlank(s, at, end);
  if (start < end && start > at) {
    const title = readTitle(s, start, end);
    if (title > 0) {
      const behind = skipSpaces(s, title, end);
      if (behind >= end || isLineEnd(s.charCodeAt(behind))) return behind;
    }
  }
  return alone ? bare : -1;
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

function noteDefinition(
  reader: MarkdownReader,
  content: Content,
  at: number,
  label: Part,
  url: Part,
  next: number,
): void {
  const { s } = content;
  const value = addressOf(s, url);
  let to = next;
  while (to > at && isBlank(s.charCodeAt(to - 1))) to -= 1;
  const span = spanIn(content, at, to);
  const urlSpan = spanIn(content, url.from, url.to);
  reader.draft.targets.push({
    kind: 'uri',
    name: s.slice(label.from, label.to),
    span,
    nameSpan: spanIn(content, label.from, label.to),
    value,
    valueSpan: urlSpan,
  });
  if (!isTemplate(value))
    reader.draft.links.push({ syntax: 'definition', url: value, span, urlSpan });
}
