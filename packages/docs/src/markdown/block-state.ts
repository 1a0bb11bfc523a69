import type { Span, Target } from '../document.ts';
import type { MarkdownReader } from './reader.ts';

/**
 * A block that holds others: `quote` goes on with `>`; `item` and `indent` with so many columns of
 * indentation (`indent` also where its first line is blank).
 */
export interface Container {
  readonly kind: 'quote' | 'item' | 'indent';
  readonly offset: number;
  /** Nothing stands in it yet. */
  empty: boolean;
  /** A line that is not indented ends it, even where a paragraph could go on. */
  readonly strict?: true;
  /** Called when it ends, with the end of its last line that is not blank. */
  readonly close?: (end: number) => void;
}

/** A block that holds text. Lines are pairs of offsets, as in {@link Lines}. */
export type LeafBlock =
  /** `labels` stand before it, which may turn out to be a title. */
  | {
      readonly kind: 'paragraph';
      readonly lines: number[];
      readonly labels: readonly Target[];
    }
  /** `silent` where the lines are options of something else, not code. */
  | { readonly kind: 'indented'; readonly lines: number[]; readonly silent?: true }
  | { readonly kind: 'html'; readonly lines: number[]; readonly until: RegExp | undefined }
  | { readonly kind: 'table'; readonly columns: number }
  | Fence;

/** Code between backquotes, tildes or colons, or a formula between `$$`. */
export interface Fence {
  readonly kind: 'fence';
  readonly start: number;
  readonly mark: number;
  readonly length: number;
  /** How far its content may be indented without counting. */
  readonly indent: number;
  /** What stands behind the opening marks. */
  readonly info: Span;
  /** Labels that stand before it. */
  readonly labels: readonly Target[];
  readonly lines: number[];
}

/** The reading of lines as blocks (CommonMark, appendix: a parsing strategy). */
export interface Blocks {
  readonly reader: MarkdownReader;
  readonly text: string;
  /** Whether headings here are sections of the document. */
  readonly section: boolean;
  readonly stack: Container[];
  leaf: LeafBlock | undefined;
  /** The current line: what is left of it, and the column there. */
  pos: number;
  end: number;
  column: number;
  /** Columns left of a tab that was used in part. */
  rest: number;
  /** The next character that is no space, its distance in columns, and whether there is none. */
  next: number;
  nextColumn: number;
  indent: number;
  blank: boolean;
  /** How many containers go on in this line. */
  matched: number;
  /** The end of the last line that was not blank. */
  lastEnd: number;
}

/** Finds the next character that is no space or tab. */
export function look(b: Blocks): void {
  const { text, end } = b;
  let i = b.pos;
  let column = b.column;
  for (; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 32) column += 1;
    else if (code === 9) column += 4 - (column % 4);
    else break;
  }
  b.next = i;
  b.nextColumn = column;
  b.indent = column - b.column;
  b.blank = i >= end;
}

/** Moves to the character that `look` found. */
export function toNext(b: Blocks): void {
  b.pos = b.next;
  b.column = b.nextColumn;
  b.rest = 0;
}

/** Moves over so many characters that are no tabs. */
export function skip(b: Blocks, count: number): void {
  b.pos += count;
  b.column += count;
  b.rest = 0;
}

/** Moves over so many columns of spaces and tabs; a tab may be used in part. */
export function skipColumns(b: Blocks, columns: number): void {
  let left = columns;
  while (left > 0 && b.pos < b.end) {
    const code = b.text.charCodeAt(b.pos);
    if (code !== 9 && code !== 32) return;
    const width = code === 9 ? 4 - (b.column % 4) : 1;
    if (width > left) {
      b.column += left;
      return;
    }
    b.column += width;
    b.pos += 1;
    left -= width;
  }
}

/** The code of the character that `look` found. */
export const nextCode = (b: Blocks): number => b.text.charCodeAt(b.next);

/** The mark, and one column of space behind it. */
export function skipQuoteMark(b: Blocks): void {
  toNext(b);
  skip(b, 1);
  const code = b.text.charCodeAt(b.pos);
  if (b.pos < b.end && (code === 32 || code === 9)) skipColumns(b, 1);
}

/** What a line starts: a container with more of the line behind it, a block that takes all of it, nothing. */
export type Start = 'container' | 'done' | 'none';

/** Whether the line would end an open paragraph. */
export const interrupts = (b: Blocks): boolean =>
  b.leaf?.kind === 'paragraph' && b.matched === b.stack.length;
