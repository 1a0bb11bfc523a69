import {
  blockAfter,
  fromOf,
  isBlank,
  isIndented,
  knownIndentEnd,
  startAt,
  toOf,
  trimLines,
} from '../lines.ts';
import { type Enumerator, afterMarker, enumerator, nextEnumerator } from '../markers.ts';
import { nested } from '../nested.ts';
import type { Block } from '../reader.ts';
import { ordinary } from './ordinary.ts';

/** An item of a bullet list (docutils `bullet`). */
export function bullet(block: Block, line: number): number | undefined {
  const { source } = block;
  const after = afterMarker(source.text, fromOf(source, line) + 1, toOf(source, line));
  if (after < 0) return undefined;
  const mark = source.text.charAt(fromOf(source, line));
  const stop = listItem(block, line, after);
  block.last = `bullet list with \`${mark}\``;
  return stop;
}

/** Docutils `list_item`: text behind the marker fixes the indentation; without it the lines below do. */
function listItem(block: Block, line: number, after: number): number {
  const { reader, source, end } = block;
  ordinary(block);
  let stop: number;
  if (after < toOf(source, line)) {
    const indent = after - fromOf(source, line);
    stop = knownIndentEnd(source, line + 1, end, indent);
    startAt(source, line, after);
    trimLines(source, line + 1, stop, indent);
  } else stop = blockAfter(source, line, after, end);
  nested(reader, source, line, stop);
  return stop;
}

/** An item of an enumerated list; `list` is the item right before (docutils `enumerator`). */
export function enumerated(
  block: Block,
  line: number,
  list: Enumerator | undefined,
): number | undefined {
  const { source } = block;
  const from = fromOf(source, line);
  const to = toOf(source, line);
  const { text } = source;
  // Almost every line of text starts with a letter, and almost none is an item.
  if (!couldBeEnumerator(text, from, to)) return undefined;
  const inList = list === undefined ? undefined : enumerator(text, from, to, list.sequence);
  if (
    inList !== undefined &&
    list !== undefined &&
    goesOn(list, inList) &&
    isItem(block, line, inList)
  )
    return item(block, line, list.sequence === '#' ? { ...inList, sequence: '#' } : inList);
  const marker = enumerator(text, from, to);
  if (marker === undefined || !isItem(block, line, marker)) return undefined;
  return item(block, line, marker);
}

function couldBeEnumerator(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 46 || code === 41) return i > from;
    if (code === 32 || code > 122 || (code === 40 && i > from)) return false;
  }
  return false;
}

const goesOn = (list: Enumerator, next: Enumerator): boolean =>
  next.format === list.format &&
  (next.sequence === '#' || (next.sequence === list.sequence && next.ordinal === list.ordinal + 1));

function item(block: Block, line: number, marker: Enumerator): number {
  const stop = listItem(block, line, marker.after);
  block.list = marker;
  block.last = 'enumerated list';
  return stop;
}

/** An item's second line is blank, indented, or the next item (docutils `is_enumerated_list_item`). */
function isItem(block: Block, line: number, marker: Enumerator): boolean {
  const { source, end } = block;
  if (!(marker.ordinal >= 0)) return false;
  if (line + 1 >= end || isBlank(source, line + 1) || isIndented(source, line + 1)) return true;
  const from = fromOf(source, line + 1);
  return nextEnumerator(marker).some((start) => source.text.startsWith(start, from));
}
