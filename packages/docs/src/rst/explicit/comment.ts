import { fromOf, indentedBlock, isBlank, toOf, withoutBlankEnd } from '../lines.ts';
import { spanOf } from '../source.ts';
import type { ExplicitAt } from './at.ts';

const SINGLE_COLON = /^([A-Za-z][A-Za-z0-9]*(?:[-:_][A-Za-z0-9]+)*) ?:(?![:\w])/u;

/** Anything else is a comment. An empty one followed by a blank line takes nothing with it. */
export function comment({ reader, source, line, after, end }: ExplicitAt): number {
  const start = fromOf(source, line);
  const to = toOf(source, line);
  const isEmpty = after >= to && (line + 1 >= end || isBlank(source, line + 1));
  const stop = isEmpty ? line + 1 : indentedBlock(source, line + 1, end).end;
  const last = Math.max(after, toOf(source, withoutBlankEnd(source, line, stop) - 1));
  const span = spanOf(source, start, Math.max(last, start + 2));
  const text = source.text.slice(after, last);
  reader.draft.comments.push({ text, span });
  const single = SINGLE_COLON.exec(text.slice(0, 100));
  if (single?.[1] !== undefined)
    reader.draft.slips.push({ kind: 'single-colon', name: single[1], span });
  return stop;
}
