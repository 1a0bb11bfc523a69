import { readInline } from './inline.ts';
import { fromOf, indentOf, isBlank, isIndented, toOf, withoutBlankStart } from './lines.ts';
import { nested } from './nested.ts';
import type { Reader } from './reader.ts';
import type { Source } from './source.ts';

const ATTRIBUTION = /^(?:---?(?!-)|\u2014) *(?=[^ \n])/u;

/** Reads the lines of a block quote; its attribution is plain text, and starts the next one behind it. */
export function quoteLines(reader: Reader, source: Source, first: number, end: number): void {
  let start = first;
  for (let line = first + 1; line < end; line += 1) {
    if (isBlank(source, line) || !isBlank(source, line - 1) || isIndented(source, line)) continue;
    if (withoutBlankStart(source, start, line) === line) continue;
    const from = fromOf(source, line);
    const marker = ATTRIBUTION.exec(
      source.text.slice(from, Math.min(toOf(source, line), from + 200)),
    );
    const stop = marker === null ? -1 : attributionEnd(source, line, end);
    if (marker === null || stop < 0) continue;
    nested(reader, source, start, line);
    readInline(reader, source, from + marker[0].length, toOf(source, stop - 1));
    start = stop;
    line = stop;
  }
  nested(reader, source, start, end);
}

function attributionEnd(source: Source, first: number, end: number): number {
  let line = first + 1;
  const indent = line < end ? indentOf(source, line) : 0;
  for (; line < end && !isBlank(source, line); line += 1)
    if (indentOf(source, line) !== indent) return -1;
  return line;
}
