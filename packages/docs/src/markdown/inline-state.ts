import type { Draft } from '../document.ts';
import type { Content } from './content.ts';
import type { Cut } from './plain-text.ts';
import type { MarkdownReader } from './reader.ts';

/** The reading of one leaf's text. Offsets are those of `s`. */
export interface Inline {
  readonly reader: MarkdownReader;
  readonly draft: Draft;
  readonly content: Content;
  readonly s: string;
  readonly end: number;
  /** Open brackets, innermost last. */
  readonly brackets: Bracket[];
  /** Brackets below this index are around a link, and so open none themselves. */
  inactive: number;
  /** The end of the construct read last: nothing looks back beyond it. */
  floor: number;
  /** Endings that are known not to come: a run of backquotes, `-->`. */
  readonly missing: Set<string>;
  /** What a reader of the page does not see; only where asked for. */
  readonly cuts: Cut[] | undefined;
}

/** A `[` or `![` that may still turn out to open a link. */
export interface Bracket {
  readonly at: number;
  /** Behind the bracket. */
  readonly next: number;
  readonly image: boolean;
  /** Whether another bracket opened within: then the text is no label. */
  inner: boolean;
  /** How many links and cuts there were when it opened. */
  readonly links: number;
  readonly cuts: number;
}

/** Hides a mark from the plain text, and gives the offset behind it. */
export function cut(inline: Inline, at: number, length: number): number {
  inline.cuts?.push({ from: at, to: at + length, text: '' });
  return at + length;
}

/** Where the run of `length` backquotes starts that closes a span opened before `from`, or -1. */
export function closingRun(inline: Inline, from: number, length: number): number {
  const { s, end, missing } = inline;
  const key = `\`${length}`;
  if (missing.has(key)) return -1;
  let i = s.indexOf('`', from);
  while (i >= 0 && i < end) {
    let next = i + 1;
    while (next < end && s.charCodeAt(next) === 96) next += 1;
    if (next - i === length) return i;
    i = s.indexOf('`', next);
  }
  missing.add(key);
  return -1;
}
