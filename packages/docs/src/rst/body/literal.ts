import { isPunctuation } from '../chars.ts';
import {
  fromOf,
  indentedBlock,
  isBlank,
  toOf,
  trimLines,
  withoutBlankEnd,
  withoutBlankStart,
} from '../lines.ts';
import { afterMarker } from '../markers.ts';
import type { Block } from '../reader.ts';
import { spanOf } from '../source.ts';
import { ordinary } from './ordinary.ts';

/** A doctest block, up to a blank line (docutils `doctest`). */
export function doctest(block: Block, line: number): number | undefined {
  const { source, end } = block;
  const from = fromOf(source, line);
  if (
    !source.text.startsWith('>>>', from) ||
    afterMarker(source.text, from + 3, toOf(source, line)) < 0
  )
    return undefined;
  ordinary(block);
  let stop = line;
  while (stop < end && !isBlank(source, stop)) stop += 1;
  codeBlock(block, 'doctest', line, stop);
  return stop;
}

/** Where the text of a paragraph ends that announces a literal block, or -1. */
export function literalColons(text: string, start: number, end: number): number {
  if (end - start < 2 || text.charCodeAt(end - 1) !== 58 || text.charCodeAt(end - 2) !== 58)
    return -1;
  let slashes = end - 2;
  while (slashes > start && text.charCodeAt(slashes - 1) === 92) slashes -= 1;
  if ((end - 2 - slashes) % 2 === 1) return -1;
  if (end - 2 === start) return start;
  const before = text.charCodeAt(end - 3);
  return before === 32 || before === 10 ? end - 3 : end - 1;
}

/** The literal block behind a `::`: indented, or quoted (docutils `literal_block`). */
export function literalBlock(block: Block, first: number): number {
  const { source, end } = block;
  const { end: stop, indent } = indentedBlock(source, first, end);
  const start = withoutBlankStart(source, first, stop);
  if (start === stop) return quotedLiteral(block, stop);
  trimLines(source, start, stop, indent);
  codeBlock(block, 'literal', start, withoutBlankEnd(source, start, stop));
  block.last = 'literal block';
  return stop;
}

/** A literal block whose lines all start with one punctuation character. */
function quotedLiteral(block: Block, first: number): number {
  const { source, end } = block;
  const quote = source.text.charCodeAt(fromOf(source, first));
  if (first >= end || !isPunctuation(quote)) {
    const { problems } = block.reader.draft;
    problems.push({
      kind: 'no-literal-block',
      message: 'Unexpected `::` without a literal block behind it, expected an indented one',
      span: spanOf(source, fromOf(source, first - 1), toOf(source, first - 1)),
    });
    return first;
  }
  let stop = first;
  while (
    stop < end &&
    !isBlank(source, stop) &&
    source.text.charCodeAt(fromOf(source, stop)) === quote
  )
    stop += 1;
  codeBlock(block, 'literal', first, stop);
  return stop;
}

function codeBlock(block: Block, origin: 'literal' | 'doctest', first: number, stop: number): void {
  const { reader, source } = block;
  const lines = [];
  for (let line = first; line < stop; line += 1)
    lines.push(spanOf(source, fromOf(source, line), toOf(source, line)));
  reader.draft.code.push({
    origin,
    language: origin === 'doctest' ? 'pycon' : '',
    span: spanOf(source, fromOf(source, first), toOf(source, stop - 1)),
    lines,
  });
}
