import type { Document } from './document.ts';
import type { CodeBlock } from './items.ts';

/** The text of a code block, its lines joined by `\n`. */
export const codeText = (document: Document, block: CodeBlock): string =>
  block.lines.map((line) => document.text.slice(line.start, line.end)).join('\n');

/** The offset in the document of an offset in {@link codeText}. Past the end gives the end. */
export function codeOffset(block: CodeBlock, offset: number): number {
  let left = offset;
  for (const line of block.lines) {
    const length = line.end - line.start;
    if (left <= length) return line.start + Math.max(0, left);
    left -= length + 1;
  }
  return block.lines.at(-1)?.end ?? block.span.end;
}
