import { type Document, emptyDraft, finishDocument, type Format, type Span } from '../document.ts';
import { newScope } from '../directives/scope.ts';
import { includesOf } from '../mkdocs/includes.ts';
import { readBlocks } from './blocks.ts';
import { contentOf } from './content.ts';
import { type Features, featuresOf, type Flavour } from './features.ts';
import { readFrontMatter } from './front-matter.ts';
import { readHeading } from './headings.ts';
import { readHtml } from './html.ts';
import { readInline } from './inline.ts';
import { type Lines, splitLines } from './lines.ts';
import { orderDraft } from './order.ts';
import type { MarkdownReader } from './reader.ts';

/** How to read a file. */
export interface MarkdownOptions {
  /** `github` unless said otherwise. */
  readonly flavour?: Flavour;
  /** `myst_enable_extensions` of conf.py for the flavour `myst`, `markdown_extensions` of mkdocs.yml for `mkdocs`. */
  readonly extensions?: readonly string[];
}

/**
 * Reads a Markdown file: all that can be pointed at and all that points somewhere, each at its exact place.
 * Total and linear: any text gives a Document.
 *
 * ```ts
 * readMarkdown('README.md', '[docs](docs/index.md)').links; // [{ syntax: 'inline', url: 'docs/index.md', … }]
 * ```
 */
export function readMarkdown(path: string, text: string, options: MarkdownOptions = {}): Document {
  const features = featuresOf(options.flavour ?? 'github', options.extensions);
  const reader = markdownReader(text, features);
  const lines = splitLines(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const taken = readFrontMatter(reader, lines);
  readLines(reader, taken === 0 ? lines : lines.slice(taken));
  if (features.mkdocs) reader.draft.files.push(...includesOf(text));
  orderDraft(reader);
  return finishDocument(path, FORMATS[features.flavour], text, reader.draft);
}

const FORMATS: Readonly<Record<Flavour, Format>> = {
  github: 'markdown',
  mkdocs: 'markdown',
  myst: 'myst',
};

/** A reader that has read nothing yet. */
export const markdownReader = (text: string, features: Features): MarkdownReader => ({
  text,
  draft: emptyDraft(),
  features,
  definitions: new Set(),
  footnotes: new Set(),
  queue: [],
  labels: [],
  labelled: new Map(),
  depth: 0,
  directive: -1,
  markdownTags: 0,
  scope: newScope(),
  blocks: readBlocks,
});

/** Reads lines as a document of their own: blocks first, then the text in them. */
export function readLines(reader: MarkdownReader, lines: Lines): void {
  readBlocks(reader, lines, true);
  readInlines(reader);
}

/** Reads the text that blocks left: all link definitions are known by now. */
export function readInlines(reader: MarkdownReader): void {
  for (const leaf of reader.queue) {
    if (leaf.level > 0) readHeading(reader, leaf);
    else readInline(reader, leaf.content);
  }
  reader.queue.length = 0;
}

/** Reads lines of a text as HTML alone: its links, images and ids, at their places in the text. */
export function readMarkdownHtml(path: string, text: string, lines: readonly Span[]): Document {
  const reader = markdownReader(text, featuresOf('github'));
  readHtml(
    reader,
    contentOf(
      text,
      lines.flatMap(({ start, end }) => [start, end]),
    ),
  );
  return finishDocument(path, 'markdown', text, reader.draft);
}
