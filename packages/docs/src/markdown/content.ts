import type { Span } from '../document.ts';
import { pieceAt } from '../mapped-text.ts';
import type { Lines } from './lines.ts';

/**
 * The text of one leaf block. Mostly it is a piece of the file itself; where the lines of a block have other
 * marks before them (`> `), it is a string of its own and `pieces` maps its offsets back.
 */
export interface Content {
  readonly s: string;
  readonly from: number;
  readonly to: number;
  readonly pieces?: Pieces;
}

/** Offset `here[n]` of the string is offset `there[n]` of the file, and so on to the next piece. */
interface Pieces {
  readonly here: readonly number[];
  readonly there: readonly number[];
}

/** Puts lines together. Where nothing but whitespace lies between them, nothing is copied. */
export function contentOf(text: string, lines: Lines): Content {
  for (let n = 2; n < lines.length; n += 2)
    if (!isGap(text, lines[n - 1] ?? 0, lines[n] ?? 0)) return joined(text, lines);
  return { s: text, from: lines[0] ?? 0, to: lines.at(-1) ?? 0 };
}

function isGap(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return false;
  }
  return true;
}

/** Puts lines together, each on a line of its own. */
export function joined(text: string, lines: Lines): Content {
  const here: number[] = [];
  const there: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (let n = 0; n < lines.length; n += 2) {
    const part = text.slice(lines[n], lines[n + 1]);
    here.push(length);
    there.push(lines[n] ?? 0);
    parts.push(part);
    length += part.length + 1;
  }
  return { s: parts.join('\n'), from: 0, to: Math.max(0, length - 1), pieces: { here, there } };
}

/** The offset in the file of an offset in the content. */
export function fileOffset(content: Content, offset: number): number {
  const { pieces } = content;
  if (pieces === undefined) return offset;
  const piece = pieceAt(pieces, offset);
  return (pieces.there[piece] ?? 0) + offset - (pieces.here[piece] ?? 0);
}

/** The span in the file from offset `start` to just before `end` of the content. */
export function spanIn(content: Content, start: number, end: number): Span {
  if (content.pieces === undefined) return { start, end };
  const from = fileOffset(content, start);
  return { start: from, end: end > start ? fileOffset(content, end - 1) + 1 : from };
}
