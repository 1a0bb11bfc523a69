import type { Place } from '../place.ts';
import { visible } from './text.ts';
import { displayWidth, fit } from './width.ts';

/** The line of a place as it is shown, and the marks below it. */
export interface Excerpt {
  readonly number: number;
  readonly line: string;
  /** `^^^` below the place's range; '' where the whole line is meant. */
  readonly marks: string;
}

/** How much of the line is shown before the range, where not all of it fits. */
const LEAD = 20;
/** Longest line that is looked at; generated files have lines of megabytes. */
const LONGEST = 4000;

/**
 * Shows a place's line in at most `columns` columns, with marks below the range. A range that goes on over
 * further lines is marked to the end of its first. Escapes of hidden characters and wide ones keep the marks
 * in place, since widths are taken of what is shown.
 */
export function excerptOf(place: Place, source: string, columns: number): Excerpt | undefined {
  const start = Math.min(place.column - 1, source.length);
  const end = endOf(place, source, start);
  const indent = source.length - source.trimStart().length;
  const from = windowStart(source, indent, start, end, columns);
  const cut = from > indent;
  const before = (cut ? '…' : '') + visible(source.slice(from, start));
  const marked = visible(source.slice(start, Math.min(end, start + LONGEST)));
  const after = visible(source.slice(end, end + LONGEST));
  const line = fit(before + marked + after, columns).trimEnd();
  if (line === '') return undefined;
  const whole = start <= indent && end >= source.trimEnd().length;
  const room = Math.max(0, columns - displayWidth(before));
  const width = Math.min(Math.max(1, displayWidth(marked)), room);
  const marks = whole || room === 0 ? '' : ' '.repeat(displayWidth(before)) + '^'.repeat(width);
  return { number: place.line, line, marks };
}

function endOf(place: Place, source: string, start: number): number {
  if (place.endLine === undefined || place.endColumn === undefined)
    return place.column === 1 ? source.length : start;
  const end = place.endLine === place.line ? place.endColumn - 1 : source.length;
  return Math.max(start, Math.min(end, source.length));
}

/** Where the shown part begins: at the first character that is no blank, or near the range on a long line. */
function windowStart(
  source: string,
  indent: number,
  start: number,
  end: number,
  columns: number,
): number {
  const shown = source.slice(indent, Math.min(end, indent + LONGEST));
  if (start - indent < LONGEST && displayWidth(visible(shown)) <= columns)
    return Math.min(indent, start);
  const near = Math.max(Math.min(indent, start), start - LEAD);
  return /[\uDC00-\uDFFF]/.test(source.charAt(near)) ? near + 1 : near;
}
