import { splitLines, type Lines } from '../lines.ts';
import { PSEUDO_LEVELS, type Block } from './block.ts';

/** The scan of one text: what is found so far. */
interface Scan {
  readonly lines: Lines;
  readonly blocks: Block[];
}

/** Looks whether its kind of block starts at a line; answers the first line behind it, or undefined. */
type Reader = (scan: Scan, line: number) => number | undefined;

const FENCE = /^(`{3,}|~{3,})/;
const ATX = /^(#{1,6})(?:\s|$)/;
const ITEM = /^(?:[-*+•]|\d{1,9}[.)])(?:\s+|$)/;
const DEFINITION = /^\[([^\]\n]{1,200})\]:\s*<?([^\s>]+)/;
const STRONG = /^(\*{2,3}|__)(?![\s*])([^*\n]{1,200}?)\1(:?$|\s?[-–—(:].{4,60}$)/;
const SETEXT = /^(?:=+|-+)$/;
const RULE = /^(?:(?:\*\s*){3,}|(?:_\s*){3,}|(?:-\s*){3,})$/;
const ANCHOR = /^<a\s[^>]*>\s*(?:<\/a>)?$/i;

/**
 * The blocks of a Markdown text (CommonMark's block structure as far as a changelog needs it: front matter, ATX and
 * setext headings, fences, HTML comments, lists, link reference definitions). One pass, linear; never throws.
 */
export function scanMarkdown(text: string): readonly Block[] {
  const scan: Scan = { lines: splitLines(text), blocks: [] };
  let line = frontMatter(scan);
  while (line < scan.lines.count) line = step(scan, line);
  return scan.blocks;
}

const READERS: readonly Reader[] = [comment, fence, atx, definition, strong, rule, item];

function step(scan: Scan, line: number): number {
  if (scan.lines.blank(line)) return line + 1;
  for (const reader of READERS) {
    const next = reader(scan, line);
    if (next !== undefined) return next;
  }
  return paragraph(scan, line);
}

function frontMatter({ lines, blocks }: Scan): number {
  const mark = lines.slice(0).replace(/^\ufeff/, '');
  if (mark !== '---' && mark !== '+++') return 0;
  for (let line = 1; line < lines.count; line += 1) {
    const written = lines.slice(line);
    if (written === mark || (mark === '---' && written === '...')) {
      blocks.push({ kind: 'front-matter', start: 0, end: lines.end(line) });
      return line + 1;
    }
  }
  return 0;
}

/** An HTML block of kind 2: from `<!--` to the line that holds `-->`, or to the end of the text. */
function comment({ lines, blocks }: Scan, line: number): number | undefined {
  const start = lines.first(line);
  if (!lines.text.startsWith('<!--', start)) return undefined;
  const close = lines.text.indexOf('-->', start + 4);
  const stop = close < 0 ? lines.text.length : close + 3;
  let last = line;
  while (last + 1 < lines.count && lines.start(last + 1) < stop) last += 1;
  blocks.push({ kind: 'comment', start, end: Math.max(stop, lines.end(last)) });
  return last + 1;
}

function fence({ lines, blocks }: Scan, line: number): number | undefined {
  const start = lines.first(line);
  const mark = FENCE.exec(lines.text.slice(start, start + 80))?.[1];
  if (mark === undefined) return undefined;
  const close = closingFence(lines, line + 1, mark);
  const last = close ?? lines.count - 1;
  blocks.push({ kind: 'code', start, end: lines.end(last) });
  return last + 1;
}

function closingFence(lines: Lines, from: number, mark: string): number | undefined {
  for (let line = from; line < lines.count; line += 1) {
    const start = lines.first(line);
    if (lines.blank(line) || !lines.text.startsWith(mark, start)) continue;
    const rest = lines.text.slice(start, lines.end(line));
    if (rest === (mark[0] ?? '').repeat(rest.length)) return line;
  }
  return undefined;
}

function atx({ lines, blocks }: Scan, line: number): number | undefined {
  if (lines.indent(line) > 3) return undefined;
  const start = lines.first(line);
  const end = lines.end(line);
  const mark = ATX.exec(lines.text.slice(start, start + 8))?.[1];
  if (mark === undefined) return undefined;
  let from = start + mark.length;
  while (from < end && /\s/.test(lines.text.charAt(from))) from += 1;
  blocks.push({
    kind: 'heading',
    style: 'atx',
    level: mark.length,
    start,
    end,
    text: { start: from, end: Math.max(from, closedAt(lines.text, from, end)) },
    mark,
    doubtful: false,
  });
  return line + 1;
}

/** Where the words of an ATX heading end: before its closing marks, where it has any. */
function closedAt(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && text[at - 1] === '#') at -= 1;
  if (at === end || (at > from && text[at - 1] !== ' ')) return end;
  while (at > from && text[at - 1] === ' ') at -= 1;
  return at;
}

function definition({ lines, blocks }: Scan, line: number): number | undefined {
  const start = lines.first(line);
  if (lines.text[start] !== '[' || lines.indent(line) > 3) return undefined;
  const end = lines.end(line);
  const match = DEFINITION.exec(lines.text.slice(start, Math.min(end, start + 2000)));
  const [whole, label = '', url = ''] = match ?? [];
  if (whole === undefined) return undefined;
  const urlStart = start + whole.length - url.length;
  blocks.push({
    kind: 'definition',
    label,
    start,
    end,
    url: { start: urlStart, end: urlStart + url.length },
  });
  return line + 1;
}

/** A paragraph of nothing but bold text, which many changelogs use for a heading. */
function strong({ lines, blocks }: Scan, line: number): number | undefined {
  const start = lines.first(line);
  const end = lines.end(line);
  const first = lines.text[start];
  if ((first !== '*' && first !== '_') || end - start > 220 || lines.indent(line) > 3)
    return undefined;
  const match = STRONG.exec(lines.text.slice(start, end));
  if (match === null) return undefined;
  const next = line + 1;
  if (!lines.blank(next) && !startsBlock(lines, next)) return undefined;
  const from = start + (match[1] ?? '').length;
  // `**1.2.0** (2024-05-01)`: with more behind the bold text it must read as a release to be a heading.
  const more = (match[3] ?? '').length > 1;
  const text = { start: from, end: more ? end : from + (match[2] ?? '').length };
  const doubtful = more || (line > 0 && !lines.blank(line - 1));
  const level = PSEUDO_LEVELS.strong;
  blocks.push({ kind: 'heading', style: 'strong', level, start, end, text, mark: '', doubtful });
  return next;
}

function rule({ lines }: Scan, line: number): number | undefined {
  const start = lines.first(line);
  const end = lines.end(line);
  return end - start < 200 && RULE.test(lines.text.slice(start, end)) ? line + 1 : undefined;
}

function item({ lines, blocks }: Scan, line: number): number | undefined {
  const start = lines.first(line);
  const marker = ITEM.exec(lines.text.slice(start, Math.min(start + 16, lines.end(line))))?.[0];
  if (marker === undefined) return undefined;
  const next = endOfItem(lines, line, lines.indent(line));
  const end = lastEnd(lines, line, next);
  const from = Math.min(start + marker.length, end);
  blocks.push({ kind: 'item', start, end, text: { start: from, end } });
  return next;
}

/**
 * The line behind an item: the next one that is neither indented deeper nor a lazy continuation of its text.
 * A fence within an item needs no care: a line that is not indented ends both.
 */
function endOfItem(lines: Lines, from: number, indent: number): number {
  let line = from + 1;
  let afterBlank = false;
  for (; line < lines.count; line += 1) {
    if (lines.blank(line)) {
      afterBlank = true;
      continue;
    }
    if (lines.indent(line) <= indent) {
      if (afterBlank || startsBlock(lines, line) || isUnderline(lines, line + 1)) break;
      continue;
    }
    afterBlank = false;
  }
  return line;
}

function startsBlock(lines: Lines, line: number): boolean {
  const start = lines.first(line);
  const head = lines.text.slice(start, Math.min(start + 80, lines.end(line)));
  if (/^(?:<!--|<[ahd]|>)/i.test(head)) return true;
  if (ATX.test(head) || FENCE.test(head) || ITEM.test(head)) return true;
  return (
    RULE.test(head) ||
    /^\[[^\]]+\]:/.test(head) ||
    STRONG.test(lines.text.slice(start, lines.end(line)).slice(0, 220))
  );
}

function isUnderline(lines: Lines, line: number): boolean {
  if (line >= lines.count || lines.indent(line) > 3) return false;
  const start = lines.first(line);
  const code = lines.text[start];
  if (code !== '=' && code !== '-') return false;
  const end = lines.end(line);
  return end - start >= 2 && SETEXT.test(lines.text.slice(start, end));
}

/** Plain text up to a blank line or another block; a line with an underline is a setext heading. */
function paragraph(scan: Scan, from: number): number {
  const { lines, blocks } = scan;
  let line = from;
  do {
    if (isUnderline(lines, line + 1)) {
      if (line > from) pushParagraph(scan, from, line);
      setext(scan, line, line > from || followsText(scan, line));
      return line + 2;
    }
    line += 1;
  } while (line < lines.count && !lines.blank(line) && !startsBlock(lines, line));
  const start = lines.first(from);
  if (
    line === from + 1 &&
    ANCHOR.test(lines.text.slice(start, Math.min(lines.end(from), start + 300)))
  )
    blocks.push({ kind: 'comment', start, end: lines.end(from) });
  else pushParagraph(scan, from, line);
  return line;
}

const followsText = ({ lines, blocks }: Scan, line: number): boolean =>
  line > 0 &&
  !lines.blank(line - 1) &&
  ['item', 'paragraph'].includes(blocks[blocks.length - 1]?.kind ?? '');

function setext({ lines, blocks }: Scan, line: number, doubtful: boolean): void {
  const text = { start: lines.first(line), end: lines.end(line) };
  const mark = lines.text.charAt(lines.first(line + 1));
  const level = mark === '=' ? 1 : 2;
  const whole = { start: text.start, end: lines.end(line + 1) };
  blocks.push({ kind: 'heading', style: 'setext', level, ...whole, text, mark, doubtful });
}

function pushParagraph({ lines, blocks }: Scan, from: number, to: number): void {
  blocks.push({ kind: 'paragraph', start: lines.first(from), end: lastEnd(lines, from, to) });
}

/** The end of the last line before `to` that is not blank. */
function lastEnd(lines: Lines, from: number, to: number): number {
  let last = to - 1;
  while (last > from && lines.blank(last)) last -= 1;
  return lines.end(last);
}
