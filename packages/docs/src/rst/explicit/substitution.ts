import { BACKSLASH, isSpace, simpleNameEnd } from '../chars.ts';
import { readDirective } from '../directive.ts';
import { oneLine } from '../inline-text.ts';
import { fromOf, indentedBlock, toOf, withoutBlankEnd } from '../lines.ts';
import { afterMarker } from '../markers.ts';
import { spanOf } from '../source.ts';
import type { ExplicitAt } from './at.ts';

/** `.. |name| directive:: …` (docutils `substitution_def`). */
export function substitution({ reader, source, line, after, end }: ExplicitAt): number | undefined {
  const { text } = source;
  const block = indentedBlock(source, line + 1, end);
  const to = toOf(source, withoutBlankEnd(source, line, block.end) - 1);
  const close = substitutionEnd(text, after + 1, to);
  if (close < 0) return undefined;
  let at = close + 1;
  while (at < to && isSpace(text.charCodeAt(at))) at += 1;
  const start = fromOf(source, line);
  let first = line;
  while (first + 1 < block.end && toOf(source, first) < at) first += 1;
  reader.draft.targets.push({
    kind: 'substitution',
    name: oneLine(text.slice(after + 1, close)),
    span: spanOf(source, start, Math.max(to, close + 1)),
    nameSpan: spanOf(source, after + 1, close),
    ...(at < to ? { value: text.slice(at, to), valueSpan: spanOf(source, at, to) } : {}),
  });
  const nameEnd = simpleNameEnd(text, at, toOf(source, first));
  if (nameEnd < 0 || !text.startsWith('::', nameEnd)) return block.end;
  const content = afterMarker(text, nameEnd + 2, toOf(source, first));
  if (content < 0) return block.end;
  const { directives, targets } = reader.draft;
  const before = directives.length;
  readDirective(reader, source, {
    line: first,
    start: at,
    nameStart: at,
    nameEnd,
    content,
    end: block.end,
  });
  // A directive that is dropped leaves the definition empty, and that is none.
  if (directives.length === before) targets.pop();
  return block.end;
}

/** The bar that ends a substitution's name: not escaped, no whitespace before it, some or nothing behind. */
function substitutionEnd(text: string, start: number, end: number): number {
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i += 1;
    else if (code === 124 && i > start && !isSpace(text.charCodeAt(i - 1)))
      if (i + 1 >= end || isSpace(text.charCodeAt(i + 1))) return i;
  }
  return -1;
}
