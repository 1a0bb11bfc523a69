import { withoutBlankStart } from './lines.ts';
import type { Reader } from './reader.ts';
import type { Source } from './source.ts';

/** Reads a nested block, if it holds anything. Labels at its end still may name what follows it. */
export function nested(reader: Reader, source: Source, first: number, end: number): void {
  const start = withoutBlankStart(source, first, end);
  if (start < end) reader.body(source, start, end, false);
}
