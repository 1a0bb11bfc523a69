import { COLON, SPACE, simpleNameEnd } from '../chars.ts';
import { readDirective } from '../directive.ts';
import { fromOf, toOf } from '../lines.ts';
import { afterMarker } from '../markers.ts';
import type { ExplicitAt } from './at.ts';

/** `.. name:: …` (docutils `directive`), with one space before the colons at most. */
export function directive({ reader, source, line, after, end }: ExplicitAt): number | undefined {
  const { text } = source;
  const to = toOf(source, line);
  const nameEnd = simpleNameEnd(text, after, to);
  if (nameEnd < 0) return undefined;
  const colons = text.charCodeAt(nameEnd) === SPACE && nameEnd < to ? nameEnd + 1 : nameEnd;
  if (
    colons + 1 >= to ||
    text.charCodeAt(colons) !== COLON ||
    text.charCodeAt(colons + 1) !== COLON
  )
    return undefined;
  const content = afterMarker(text, colons + 2, to);
  if (content < 0) return undefined;
  return readDirective(reader, source, {
    line,
    start: fromOf(source, line),
    nameStart: after,
    nameEnd,
    content,
    end,
  });
}
