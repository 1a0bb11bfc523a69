import type { Place, Range } from './place.ts';

/** Turns offsets into lines and columns, and back. */
export interface LineIndex {
  /** How many lines the text has; an empty text has one. */
  readonly lineCount: number;
  /** The place of one character. An offset outside the text is moved to its nearer end. */
  readonly place: (offset: number) => Place;
  /** The place of the text from `start` to just before `end`. */
  readonly range: (start: number, end: number) => Range;
  /** The offset of a line and column, both from 1, moved inside the text. */
  readonly offset: (line: number, column: number) => number;
}

/**
 * Indexes a text by its line ends: `\n`, `\r\n` and a lone `\r`, as Python's universal newlines and
 * docutils read them. Offsets are UTF-16 code units. Building is linear, each look-up is a binary search.
 */
export function lineIndex(path: string, text: string): LineIndex {
  const starts = lineStarts(text);
  const clamp = (offset: number): number => Math.max(0, Math.min(offset, text.length));
  const locate = (offset: number): { readonly line: number; readonly column: number } => {
    const at = clamp(offset);
    const line = lastAtOrBefore(starts, at);
    return { line: line + 1, column: at - (starts[line] ?? 0) + 1 };
  };
  return {
    lineCount: starts.length,
    place: (offset) => ({ path, ...locate(offset) }),
    range(start, end) {
      const { line: endLine, column: endColumn } = locate(Math.max(start, end));
      return { path, ...locate(start), endLine, endColumn };
    },
    offset: (line, column) => clamp((starts[line - 1] ?? text.length) + column - 1),
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

function lastAtOrBefore(sorted: readonly number[], wanted: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
