import { readInline } from '../inline.ts';
import { labelsBeforeCaption } from '../labels.ts';
import { fromOf, indentedBlock, isBlank, isIndented, toOf, trimLines } from '../lines.ts';
import { afterMarker, isAdornment } from '../markers.ts';
import { nested } from '../nested.ts';
import { quoteLines } from '../quote.ts';
import type { Block } from '../reader.ts';
import { readUnderlined } from '../sections.ts';
import { spanOf } from '../source.ts';
import { literalBlock, literalColons } from './literal.ts';
import { ordinary } from './ordinary.ts';

/** Titles, definition list items and paragraphs (docutils `states.Text`). */
export function text(block: Block, line: number): number {
  const { source, end } = block;
  const second = line + 1;
  if (second >= end || isBlank(source, second)) return paragraph(block, line, second);
  if (isIndented(source, second)) return definition(block, line);
  const title = isAdornment(source.text, fromOf(source, second), toOf(source, second))
    ? readUnderlined(block, line)
    : undefined;
  if (title !== undefined) return title;
  let stop = second;
  while (stop < end && !isBlank(source, stop) && !isIndented(source, stop)) stop += 1;
  if (stop < end && isIndented(source, stop))
    block.reader.draft.problems.push({
      kind: 'unexpected-indentation',
      message: 'Unexpected indentation, expected a blank line before it',
      span: spanOf(source, fromOf(source, stop), toOf(source, stop)),
    });
  return paragraph(block, line, stop);
}

/** A paragraph, and the literal block behind it if it ends in `::`. */
function paragraph(block: Block, first: number, stop: number): number {
  const { reader, source } = block;
  ordinary(block);
  const start = fromOf(source, first);
  const end = toOf(source, stop - 1);
  const colons = literalColons(source.text, start, end);
  if (colons < 0) {
    readInline(reader, source, start, end);
    return stop;
  }
  readInline(reader, source, start, colons);
  return literalBlock(block, stop);
}

function definition(block: Block, line: number): number {
  const { reader, source, end } = block;
  labelsBeforeCaption(reader, source.text.slice(fromOf(source, line), toOf(source, line)));
  ordinary(block);
  readInline(reader, source, fromOf(source, line), toOf(source, line));
  const { end: stop, indent } = indentedBlock(source, line + 1, end);
  trimLines(source, line + 1, stop, indent);
  nested(reader, source, line + 1, stop);
  block.last = 'definition list';
  return stop;
}

/** An indented block of its own (docutils `indent`). */
export function blockQuote(block: Block, line: number): number {
  const { source, end } = block;
  ordinary(block);
  const { end: stop, indent } = indentedBlock(source, line, end);
  trimLines(source, line, stop, indent);
  quoteLines(block.reader, source, line, stop);
  block.last = 'block quote';
  return stop;
}

/** A line block: `| text` (docutils `line_block`). */
export function lineBlock(block: Block, line: number): number | undefined {
  const { reader, source, end } = block;
  const after = afterMarker(source.text, fromOf(source, line) + 1, toOf(source, line));
  if (after < 0) return undefined;
  ordinary(block);
  const stop = indentedBlock(source, line + 1, end, true).end;
  readInline(reader, source, after, toOf(source, stop - 1));
  block.last = 'line block';
  return stop;
}
