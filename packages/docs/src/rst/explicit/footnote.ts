import { isFootnoteLabel, labelEnd } from '../inline/labelled.ts';
import { closeLabels } from '../labels.ts';
import { blockAfter, fromOf, toOf, withoutBlankEnd } from '../lines.ts';
import { afterMarker } from '../markers.ts';
import { nested } from '../nested.ts';
import { spanOf } from '../source.ts';
import type { ExplicitAt } from './at.ts';

/** `.. [1] text`, `.. [#name] text`, `.. [CIT] text`. */
export function footnote({ reader, source, line, after, end }: ExplicitAt): number | undefined {
  const { text } = source;
  const to = toOf(source, line);
  const close = labelEnd(text, after + 1, to);
  const content = close < 0 ? -1 : afterMarker(text, close + 1, to);
  if (content < 0) return undefined;
  closeLabels(reader);
  reader.bodySeen = true;
  const name = text.slice(after + 1, close);
  const start = fromOf(source, line);
  const stop = blockAfter(source, line, content, end);
  reader.draft.targets.push({
    kind: isFootnoteLabel(name) ? 'footnote' : 'citation',
    name,
    span: spanOf(
      source,
      start,
      Math.max(close + 1, toOf(source, withoutBlankEnd(source, line, stop) - 1)),
    ),
    nameSpan: spanOf(source, after + 1, close),
  });
  nested(reader, source, line, stop);
  return stop;
}
