import type { Draft } from '../document.ts';
import type { Scope } from '../directives/scope.ts';
import type { Enumerator } from './markers.ts';
import type { Source } from './source.ts';

/**
 * What goes along while one document is read: what was found so far, and what the markup met so far says
 * about the markup to come. Mutable, and alive for one call of `readRst` only.
 */
export interface Reader {
  readonly draft: Draft;
  /** How many blocks are around the one being read. */
  depth: number;
  /** The directive being read, as an index into `draft.directives`, or -1. */
  directive: number;
  /** Title styles in the order met: one adornment character for underlines, two with an overline. */
  titleStyles: string[];
  /** The level of the section being read: 0 before the first title. */
  level: number;
  /** The styles and the level around an `only` directive, which its titles go by. */
  outer: { readonly styles: readonly string[]; readonly level: number } | undefined;
  /** Whether titles met now make sections of the document. */
  sections: boolean;
  /** Labels, as indices into `draft.targets`, which nothing has followed yet. */
  readonly labels: number[];
  /** Whether something that ends the document's own metadata has been met. */
  bodySeen: boolean;
  /** What directives say about the names to come. */
  readonly scope: Scope;
  /** The whole text of the document. */
  readonly text: string;
  /** Reads the lines from `first` to just before `end` as body elements. */
  readonly body: (source: Source, first: number, end: number, titles: boolean) => void;
}

/** Blocks within blocks are read to this depth; what lies deeper is passed over with a notice. */
export const MAX_DEPTH = 100;

/** The lines of one block being read, and the enumerated list that the last construct belongs to. */
export interface Block {
  readonly reader: Reader;
  readonly source: Source;
  readonly end: number;
  readonly titles: boolean;
  list: Enumerator | undefined;
  /** The kind of the element that was read last, where docutils asks for a blank line behind it; else empty. */
  last: string;
}
