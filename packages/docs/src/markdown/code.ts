import type { CodeOrigin, Span } from '../document.ts';
import type { Blocks, Fence } from './block-state.ts';
import { trimEnd } from './chars.ts';
import type { Lines } from './lines.ts';
import { spansOf } from './spans.ts';
import { readWithin } from './within.ts';
import { unescapeText } from './link-parts.ts';
import { readDirective } from '../myst/directives.ts';

/** Code by indentation goes without the blank lines at its end (CommonMark 4.4). */
export function finishIndented(b: Blocks, lines: number[]): void {
  while (lines.length > 2 && trimEnd(b.text, lines.at(-2) ?? 0, lines.at(-1) ?? 0) === lines.at(-2))
    lines.length -= 2;
  pushCode(b, 'indented', '', { start: lines[0] ?? 0, end: lines.at(-1) ?? 0 }, lines);
}

/** A fence that is closed or whose container ended: code, or a directive of MyST. */
export function finishFence(b: Blocks, fence: Fence): void {
  const { info } = fence;
  const span = { start: fence.start, end: Math.max(b.lastEnd, info.end) };
  if (fence.mark === MATH) return pushCode(b, 'fence', 'math', span, fence.lines);
  if (
    b.reader.features.myst &&
    b.text.charCodeAt(info.start) === 123 &&
    readDirective(b, fence, span)
  )
    return;
  if (fence.mark === COLON) return readWithin(b.reader, fence.lines);
  const written = b.text.slice(info.start, info.end);
  pushCode(b, 'fence', languageOf(written, b.reader.features.mkdocs), span, fence.lines);
}

/** The mark of MyST's `:::` fences. */
export const COLON = 58;
/** The mark of formulas between `$$`. */
export const MATH = 36;

/** The first word; within braces, which only Python-Markdown reads, the first class. */
function languageOf(info: string, mkdocs: boolean): string {
  const braces = mkdocs ? /^\{\s*\.?([^\s}]*)/.exec(info) : null;
  return unescapeText(braces?.[1] ?? /^\S*/.exec(info)?.[0] ?? '');
}

/** Notes a block of code. */
export function pushCode(
  b: Blocks,
  origin: CodeOrigin,
  language: string,
  span: Span,
  lines: Lines,
): void {
  const { directive, draft } = b.reader;
  draft.code.push({
    origin,
    language,
    span,
    lines: spansOf(lines),
    ...(directive < 0 ? {} : { directive }),
  });
}
