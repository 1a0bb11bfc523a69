import type { Span } from '../document.ts';
import type { Lines } from './lines.ts';

/** Pairs of offsets as spans. */
export function spansOf(lines: Lines): readonly Span[] {
  const spans: Span[] = [];
  for (let n = 0; n < lines.length; n += 2)
    spans.push({ start: lines[n] ?? 0, end: lines[n + 1] ?? 0 });
  return spans;
}
