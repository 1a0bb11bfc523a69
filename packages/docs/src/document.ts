import type { LineIndex } from '@pymaint/core';
import type {
  CodeBlock,
  Comment,
  Directive,
  Field,
  FileUse,
  Heading,
  Link,
  Problem,
  Reference,
  Slip,
  Target,
  Toctree,
} from './items.ts';

export * from './code-text.ts';
export * from './draft.ts';
export * from './items.ts';
export * from './names.ts';

/**
 * What every reader (reStructuredText, Markdown, MyST, notebook, docstring) gives: everything in a
 * document that can be pointed at, and everything that points somewhere, each at its exact place.
 *
 * Every {@link Span} counts UTF-16 code units of `text`. `lines()` turns them into lines and columns of
 * the file, which for a notebook or a docstring is not `text` itself.
 */
export interface Document {
  /** Relative to the project's folder, with `/` between its parts. */
  readonly path: string;
  readonly format: Format;
  /** What the spans count in: the whole file, or what the reader put together of it. */
  readonly text: string;
  /** Maps spans of `text` to places of the file. Made at the first call, then kept. */
  readonly lines: () => LineIndex;
  /** In the order of the text. */
  readonly headings: readonly Heading[];
  readonly targets: readonly Target[];
  readonly references: readonly Reference[];
  readonly links: readonly Link[];
  readonly files: readonly FileUse[];
  readonly toctrees: readonly Toctree[];
  readonly code: readonly CodeBlock[];
  /** Outer before inner. */
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly fields: readonly Field[];
  readonly slips: readonly Slip[];
  readonly problems: readonly Problem[];
}

/** The languages that a reader can have read. */
export type Format = 'rst' | 'markdown' | 'myst' | 'notebook' | 'docstring';

/** Offsets into {@link Document.text}: `end` is just behind the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
