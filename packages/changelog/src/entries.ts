import type { LineIndex } from '@pymaint/core';
import type { Block, DirectiveBlock } from './blocks/block.ts';
import { categoryOf } from './categories.ts';
import { plainText } from './headings/inline.ts';
import type { Category, Entry, Markup, Reference, Section } from './model.ts';
import type { Span } from './lines.ts';
import { readReferences } from './references.ts';

/** A release's content. */
export interface Content {
  readonly sections: readonly Section[];
  readonly entries: readonly Entry[];
}

interface Source {
  readonly text: string;
  readonly markup: Markup;
  readonly index: LineIndex;
  /** The categories of titles that were met: a changelog has a handful of titles, thousands of times. */
  readonly categories: Map<string, Category | undefined>;
}

/** The sections and entries among the blocks of one release, in file order. */
export function readContent(
  source: Source,
  blocks: readonly Block[],
  from: number,
  to: number,
  marks: Span | undefined,
): Content {
  const sections: Section[] = [];
  const entries: Entry[] = [];
  const paragraphs: Entry[] = [];
  for (let at = from; at < to; at += 1) {
    const block = blocks[at];
    if (block === undefined || covers(block, marks)) continue;
    const section = sections.length === 0 ? undefined : sections.length - 1;
    const title = sectionTitle(source, block);
    if (title !== undefined) sections.push(title);
    else if (block.kind === 'item') entries.push(entry(source, block, block.text, section));
    else if (block.kind === 'directive' && isChange(block))
      entries.push(change(source, block, section));
    else if (block.kind === 'paragraph') paragraphs.push(entry(source, block, block, section));
  }
  return { sections, entries: entries.length > 0 ? entries : paragraphs };
}

const covers = (block: Span, marks: Span | undefined): boolean =>
  marks !== undefined && block.start <= marks.start && marks.end <= block.end;

function sectionTitle(
  { text, markup, index, categories }: Source,
  block: Block,
): Section | undefined {
  const span = titleSpan(block);
  if (span === undefined) return undefined;
  const title = plainText(text, span, markup).text.trim().replace(/\s*:$/, '');
  if (title === '') return undefined;
  if (!categories.has(title)) categories.set(title, categoryOf(title));
  return {
    title,
    category: categories.get(title),
    range: index.range(block.start, block.end),
  };
}

function titleSpan(block: Block): Span | undefined {
  if (block.kind === 'heading') return block.text;
  return block.kind === 'directive' && block.name === 'rubric' ? block.argument : undefined;
}

const isChange = (block: DirectiveBlock): boolean => block.name === 'change';

function entry(
  { text, index }: Source,
  block: Span,
  content: Span,
  section: number | undefined,
): Entry {
  return {
    text: text.slice(content.start, content.end),
    range: index.range(block.start, block.end),
    section,
    references: readReferences(text, content, index),
  };
}

/** `.. change::` of SQLAlchemy's changelogs: its `:tickets:` are references. */
function change(source: Source, block: DirectiveBlock, section: number | undefined): Entry {
  const { text, index } = source;
  const whole = { start: block.start, end: block.content.end };
  const plain = entry(source, whole, block.content, section);
  const tickets = block.options.find(({ name }) => name === 'tickets');
  if (tickets === undefined) return plain;
  const ids = text.slice(tickets.value.start, tickets.value.end).split(',');
  const range = index.range(tickets.value.start, tickets.value.end);
  const references = ids.flatMap((written): readonly Reference[] => {
    const id = written.trim().replace(/^#/, '');
    return id === '' ? [] : [{ kind: 'issue', id, url: undefined, range }];
  });
  return { ...plain, references: [...references, ...plain.references] };
}
