import type { Directive, Span } from '../document.ts';
import { type Blocks, look, skip, type Start, toNext } from '../markdown/block-state.ts';
import { trimEnd } from '../markdown/chars.ts';
import { readHtml, readTag } from '../markdown/html.ts';
import { closeForNew, openContainer, startLeaf } from '../markdown/leaves.ts';
import { queueText } from '../markdown/queue.ts';
import { MAX_DEPTH, type Writable } from '../markdown/reader.ts';

/** Tries what Python-Markdown's extensions know, and MkDocs' plugins. */
export function startMkdocs(b: Blocks, code: number): Start {
  switch (code) {
    case 33:
      return startAdmonition(b, ADMONITION);
    case 63:
      return startAdmonition(b, DETAILS);
    case 61:
      return startAdmonition(b, TAB);
    case 58:
      return startObject(b);
    case 60:
      return startHtml(b);
    default:
      return 'none';
  }
}

// markdown.extensions.admonition, pymdownx.details and pymdownx.tabbed: type, then title.
const ADMONITION = /^!!! ?([\w-]+)?(?: +[\w-]+)*(?: +"(.*)")?$/d;
const DETAILS = /^\?\?\?\+? *([\w-]+)?(?: +[\w-]+)*(?: *"(.*)")?$/d;
const TAB = /^===[!+]?( )+"(.*)"$/d;

const MAX_TITLE = 1000;

/** A container of what is indented by four columns below its title. */
function startAdmonition(b: Blocks, pattern: RegExp): Start {
  const { text, next, end } = b;
  const mark = text.charCodeAt(next);
  if (text.charCodeAt(next + 1) !== mark || text.charCodeAt(next + 2) !== mark) return 'none';
  const last = trimEnd(text, next, end);
  if (last - next > MAX_TITLE || b.stack.length >= MAX_DEPTH) return 'none';
  const found = pattern.exec(text.slice(next, last));
  if (found === null || found[0].length < 4) return 'none';
  const named = pattern === TAB ? undefined : found.indices?.[1];
  const title = found.indices?.[2];
  closeForNew(b);
  if (title !== undefined)
    queueText(b.reader, { s: text, from: next + title[0], to: next + title[1] });
  openDirective(b, last, {
    name: named === undefined ? (pattern === TAB ? 'tab' : 'note') : (found[1] ?? ''),
    nameSpan: shift(named ?? [0, 3], next),
    argument: found[2] ?? '',
    argumentSpan: title === undefined ? { start: last, end: last } : shift(title, next),
  });
  return 'done';
}

const shift = ([start, end]: readonly [number, number], by: number): Span => ({
  start: start + by,
  end: end + by,
});

type Head = Pick<Directive, 'name' | 'nameSpan' | 'argument' | 'argumentSpan'>;

/** Notes the directive and opens its container; its end comes when the container ends. */
function openDirective(b: Blocks, end: number, head: Head): void {
  const { reader } = b;
  const outer = reader.directive;
  const directive: Writable<Directive> = {
    ...head,
    span: { start: b.next, end },
    contentSpan: { start: end, end },
    options: [],
    content: [],
    parsed: true,
    parent: outer,
  };
  reader.directive = reader.draft.directives.push(directive) - 1;
  openContainer(b, {
    kind: 'indent',
    offset: 4,
    empty: true,
    strict: true,
    close(last) {
      directive.span = { start: directive.span.start, end: Math.max(end, last) };
      directive.contentSpan = { start: end, end: directive.span.end };
      reader.directive = outer;
    },
  });
}

const OBJECT = /^:::\s*([^\s:"'<>{}]+(?:::?[^\s:"'<>{}]+)*)$/d;

/** `::: pkg.module`, whose options are YAML indented below it (mkdocstrings). */
function startObject(b: Blocks): Start {
  const { text, next } = b;
  const last = trimEnd(text, next, b.end);
  if (!text.startsWith(':::', next) || last - next > MAX_TITLE) return 'none';
  const found = OBJECT.exec(text.slice(next, last));
  if (found === null) return 'none';
  const name = found.indices?.[1] ?? [3, 3];
  closeForNew(b);
  b.reader.draft.directives.push({
    name: 'mkdocstrings',
    nameSpan: shift([0, 3], next),
    span: { start: next, end: last },
    argument: found[1] ?? '',
    argumentSpan: shift(name, next),
    options: [],
    contentSpan: { start: last, end: last },
    content: [],
    parsed: false,
    parent: b.reader.directive,
  });
  startLeaf(b, { kind: 'indented', lines: [], silent: true });
  return 'done';
}

/** `<div markdown>`: text within is Markdown, so tags are passed over and the line goes on (md_in_html). */
function startHtml(b: Blocks): Start {
  const { text, next, end, reader } = b;
  const tag = readTag(text, next, end);
  if (tag === undefined) return 'none';
  if (
    tag.closing
      ? reader.markdownTags === 0
      : !tag.attributes.some(({ name }) => name === 'markdown')
  )
    return 'none';
  reader.markdownTags += tag.closing ? -1 : 1;
  closeForNew(b);
  readHtml(reader, { s: text, from: next, to: tag.next });
  toNext(b);
  skip(b, tag.next - next);
  look(b);
  return b.blank ? 'done' : 'container';
}
