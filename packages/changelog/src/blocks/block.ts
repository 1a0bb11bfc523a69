import type { HeadingStyle } from '../model.ts';
import type { Span } from '../lines.ts';

/** A changelog's blocks in file order, the same for every markup; none overlaps another but a directive its content. */
export type Block =
  | HeadingBlock
  | ItemBlock
  | ParagraphBlock
  | FieldBlock
  | DirectiveBlock
  | DefinitionBlock
  | OpaqueBlock;

/** Something that may head a release or a section. */
export interface HeadingBlock extends Span {
  readonly kind: 'heading';
  readonly style: HeadingStyle;
  /** Comparable within one document only; larger is deeper. */
  readonly level: number;
  readonly text: Span;
  readonly mark: string;
  /** True where the markup's own rules read it as text, yet its author surely meant a heading. */
  readonly doubtful: boolean;
}

/** An outermost list item with all it holds. */
export interface ItemBlock extends Span {
  readonly kind: 'item';
  /** Its content: from behind the marker. */
  readonly text: Span;
}

/** Lines of text that belong together. */
export interface ParagraphBlock extends Span {
  readonly kind: 'paragraph';
}

/** `:name: value`, in a field list or among a directive's options. */
export interface FieldBlock extends Span {
  readonly kind: 'field';
  readonly name: string;
  readonly value: Span;
}

/** `.. name:: argument`, its options, and its content where that is one text. */
export interface DirectiveBlock extends Span {
  readonly kind: 'directive';
  readonly name: string;
  readonly argument: Span;
  readonly options: readonly FieldBlock[];
  readonly content: Span;
}

/** A link's target, defined apart: `[label]: url`, `.. _label: url`. A label without target has an empty `url`. */
export interface DefinitionBlock extends Span {
  readonly kind: 'definition';
  readonly label: string;
  readonly url: Span;
}

/** Not to be read as changelog text: a comment, code, front matter. */
export interface OpaqueBlock extends Span {
  readonly kind: 'comment' | 'code' | 'front-matter';
}

/** The levels of headings that the markup itself does not count as headings, below all that it does. */
export const PSEUDO_LEVELS = { strong: 50, role: 60, plain: 70 } as const;
