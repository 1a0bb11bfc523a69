import type { Lines } from './lines.ts';
import type { MarkdownReader } from './reader.ts';

/** Reads lines as blocks within what is being read; what lies too deep is passed over. */
export function readWithin(reader: MarkdownReader, lines: Lines): void {
  if (reader.depth >= MAX_NESTED || lines.length === 0) return;
  reader.depth += 1;
  reader.blocks(reader, lines, false);
  reader.depth -= 1;
}

/** Each level reads its lines anew, so that this bounds the time as well as the stack. */
const MAX_NESTED = 40;
