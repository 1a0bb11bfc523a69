import { readInline } from '../inline.ts';
import { labelsBeforeCaption } from '../labels.ts';
import {
  blockAfter,
  fromOf,
  indentedBlock,
  toOf,
  withoutBlankEnd,
  withoutBlankStart,
} from '../lines.ts';
import { fieldMarker, optionMarkerEnd } from '../markers.ts';
import { nested } from '../nested.ts';
import type { Block } from '../reader.ts';
import { spanOf } from '../source.ts';
import { ordinary } from './ordinary.ts';

/** A field: `:name: value` (docutils `field_marker`). */
export function field(block: Block, line: number): number | undefined {
  const { reader, source, end } = block;
  const from = fromOf(source, line);
  const marker = fieldMarker(source.text, from, toOf(source, line));
  if (marker === undefined) return undefined;
  const top = reader.depth === 1 && !reader.bodySeen && reader.level <= 1;
  // Sphinx takes the first field's name and the first term of a definition list for a label's title.
  labelsBeforeCaption(reader, source.text.slice(from + 1, marker.close));
  if (!top) ordinary(block);
  readInline(reader, source, from + 1, marker.close);
  const stop = blockAfter(source, line, marker.after, end);
  const last = withoutBlankEnd(source, line, stop);
  const valueEnd = Math.max(marker.after, toOf(source, last - 1));
  reader.draft.fields.push({
    name: source.text.slice(from + 1, marker.close),
    value: source.text.slice(marker.after, valueEnd),
    span: spanOf(source, from, Math.max(valueEnd, marker.close + 1)),
    valueSpan: spanOf(source, marker.after, valueEnd),
    top,
  });
  const seen = reader.bodySeen;
  nested(reader, source, line, stop);
  if (top) reader.bodySeen = seen;
  block.last = 'field list';
  return stop;
}

/** An item of an option list: `-o FILE  text` (docutils `option_marker`). */
export function optionItem(block: Block, line: number): number | undefined {
  const { reader, source, end } = block;
  const after = optionMarkerEnd(source.text, fromOf(source, line), toOf(source, line));
  if (after < 0) return undefined;
  const below = indentedBlock(source, line + 1, end);
  if (after >= toOf(source, line) && withoutBlankStart(source, line + 1, below.end) === below.end)
    return undefined;
  ordinary(block);
  const stop = blockAfter(source, line, after, end);
  nested(reader, source, line, stop);
  block.last = 'option list';
  return stop;
}
