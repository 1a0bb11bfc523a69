import type { Heading, Target } from '../document.ts';
import { attributeListEnd, idsOf } from './attributes.ts';
import type { Blocks } from './block-state.ts';
import { isBlank, trimEnd } from './chars.ts';
import { type Content, spanIn } from './content.ts';
import { readInline } from './inline.ts';
import { type Cut, plainText } from './plain-text.ts';
import type { Leaf, MarkdownReader, Writable } from './reader.ts';

/** Leaves a title for the second phase. */
export function queueHeading(
  b: Blocks,
  content: Content,
  level: number,
  labels: readonly Target[],
): void {
  const section = b.section && b.stack.length === 0 && b.reader.directive < 0;
  b.reader.queue.push({ content, level, section, labels });
}

/** Reads a title: its links, its text, and the ids of an attribute list at its end. */
export function readHeading(
  reader: MarkdownReader,
  { content, level, section, labels }: Leaf,
): void {
  const list = trailingList(reader, content);
  const title = list === undefined ? content : { ...content, to: withoutMarks(content, list.from) };
  const cuts: Cut[] = [];
  readInline(reader, title, cuts);
  const heading: Heading = {
    level,
    text: plainText(title, cuts),
    span: spanIn(content, content.from, content.to),
    ids: list?.ids ?? [],
    section,
  };
  reader.draft.headings.push(heading);
  for (const label of (labels ?? []) as Writable<Target>[]) {
    delete label.untitled;
    reader.labelled.set(label, heading);
  }
}

/** Closing marks may stand before the attribute list: `## Title ## {#id}`. */
function withoutMarks({ s, from }: Content, to: number): number {
  let at = to;
  while (at > from && s.charCodeAt(at - 1) === 35) at -= 1;
  return at < to && isBlank(s.charCodeAt(at - 1)) ? trimEnd(s, from, at) : to;
}

/** `## Title {#id}`: Python-Markdown's `attr_list`. MyST's stand on a line before the title. */
function trailingList(
  reader: MarkdownReader,
  content: Content,
): { readonly from: number; readonly ids: readonly string[] } | undefined {
  const { s, to, from } = content;
  if (!reader.features.mkdocs || s.charCodeAt(to - 1) !== 125) return undefined;
  const at = s.lastIndexOf('{', to - 1);
  if (at < from || attributeListEnd(s, at, to) !== to) return undefined;
  const ids = idsOf(s, at, to);
  for (const { name, from: start, to: end } of ids)
    reader.draft.targets.push({
      kind: 'id',
      name,
      span: spanIn(content, at, to),
      nameSpan: spanIn(content, start, end),
    });
  return { from: trimEnd(s, from, at), ids: ids.map(({ name }) => name) };
}
