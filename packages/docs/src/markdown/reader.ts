import type { Draft, Heading, Target } from '../document.ts';
import type { Content } from './content.ts';
import type { Scope } from '../directives/scope.ts';
import type { Features } from './features.ts';
import type { Lines } from './lines.ts';

/**
 * What goes along while one document is read. Mutable, and alive for one reading only. Blocks come first and
 * leave their text in `queue`; the text is read when all link definitions are known.
 */
export interface MarkdownReader {
  readonly text: string;
  readonly draft: Draft;
  features: Features;
  /** Names of link definitions, as `normalLabel` gives them. */
  readonly definitions: Set<string>;
  /** Names of footnotes, likewise. */
  readonly footnotes: Set<string>;
  readonly queue: Leaf[];
  /** Labels that nothing has followed yet. */
  labels: Target[];
  /** What labels stand before. */
  readonly labelled: Map<Target, Heading>;
  /** How many directives are around the block being read. */
  depth: number;
  /** The directive being read, as an index into `draft.directives`, or -1. */
  directive: number;
  /** How many `<div markdown>` are open. */
  markdownTags: number;
  /** What domain directives around and before say about names. */
  readonly scope: Scope;
  /** Reads lines as blocks of their own. */
  readonly blocks: (reader: MarkdownReader, lines: Lines, section: boolean) => void;
}

/** Text that waits for its inline markup to be read. `level` is 0 where it is no heading. */
export interface Leaf {
  readonly content: Content;
  readonly level: number;
  readonly section: boolean;
  readonly labels?: readonly Target[];
}

/** Blocks within blocks are read to this depth; deeper marks are text. */
export const MAX_DEPTH = 100;

/** For lists and records that grow while they are read. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };
