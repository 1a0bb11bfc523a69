import { splitLines, type Lines, type Span } from '../lines.ts';
import { PSEUDO_LEVELS, type Block, type FieldBlock, type HeadingBlock } from './block.ts';

interface Scan {
  readonly lines: Lines;
  readonly blocks: Block[];
  /** Title styles in the order they are met, which is their level (docutils: section title adornments). */
  readonly styles: string[];
  /** The first line that is not ours; a directive's content is scanned apart. */
  readonly stop: number;
  /** The indentation that counts as none. */
  readonly base: number;
  /** Tells a line of plain text that surely heads a release, for texts without any markup. */
  readonly isPlainHeading: (line: string) => boolean;
}

type Reader = (scan: Scan, line: number) => number | undefined;

const ITEM = /^(?:[-*+•‣⁃]|(?:\d{1,9}|#)[.)]|\(\d{1,9}\))(?:\s+|$)/;
const ENUMERATOR = /^(?:\d|#|\()/;
const RELEASE_ROLE = /^:release:`[^`\n]{1,200}`/;
const DIRECTIVE = /^\.\. +([A-Za-z0-9](?:[A-Za-z0-9]|[-_.:+](?=[A-Za-z0-9])){0,80}) ?::(?:\s+|$)/;
const TARGET = /^(?:\.\. +_(?:`([^`\n]{1,300})`|((?:\\.|[^:\\\n]|:(?!\s|$)){1,300})):|__)(?:\s+|$)/;
const FIELD = /^:((?:\\.|[^:`\\\n]){1,80}):(?:\s+|$)/;
const STRONG = /^\*\*(?![\s*])([^*\n]{1,200})\*\*(:?$|\s?[-–—(:].{4,60}$)/;
/** Directives whose content is changelog text. */
const CONTAINERS = new Set([
  'changelog',
  'change',
  'container',
  'rst-class',
  'towncrier-draft-entries',
]);

/**
 * The blocks of a reStructuredText document, by docutils' rules for section titles, lists, field lists and explicit
 * markup as far as a changelog needs them. One pass, linear; never throws.
 */
export function scanRst(
  text: string,
  isPlainHeading: (line: string) => boolean = () => false,
): readonly Block[] {
  const lines = splitLines(text);
  const scan = { lines, blocks: [], styles: [], stop: lines.count, base: 0, isPlainHeading };
  scanLines(scan, 0);
  return scan.blocks;
}

const READERS: readonly Reader[] = [explicit, overlined, underlined, item, field, strong];

function scanLines(scan: Scan, from: number): void {
  let line = from;
  while (line < scan.stop) line = step(scan, line);
}

function step(scan: Scan, line: number): number {
  if (scan.lines.blank(line)) return line + 1;
  for (const reader of READERS) {
    const next = reader(scan, line);
    if (next !== undefined) return next;
  }
  return paragraph(scan, line);
}

/** The character that a line repeats from its first column to its end, as title adornments and transitions do. */
function adornment({ lines, stop, base }: Scan, line: number): string | undefined {
  if (line >= stop || lines.indent(line) !== base) return undefined;
  const start = lines.first(line);
  const end = lines.end(line);
  const code = lines.text.charCodeAt(start);
  if (end - start < 2 || !isPunctuation(code)) return undefined;
  for (let at = start + 1; at < end; at += 1)
    if (lines.text.charCodeAt(at) !== code) return undefined;
  return lines.text.charAt(start);
}

/** The adornments that docutils allows: the printable ASCII characters that are neither letter nor digit. */
const isPunctuation = (code: number): boolean =>
  (code > 32 && code < 48) ||
  (code > 57 && code < 65) ||
  (code > 90 && code < 97) ||
  (code > 122 && code < 127);

function overlined(scan: Scan, line: number): number | undefined {
  const { lines } = scan;
  const mark = adornment(scan, line);
  if (mark === undefined) return undefined;
  const titled = line + 2 < scan.stop && !lines.blank(line + 1);
  if (!titled || adornment(scan, line + 2) !== mark) return transition(scan, line);
  pushTitle(scan, line + 1, { start: lines.first(line), end: lines.end(line + 2) }, mark, true);
  return line + 3;
}

/** A line of punctuation that is no overline: a transition, or the edge of a table; nothing to read. */
const transition = ({ lines }: Scan, line: number): number | undefined =>
  lines.end(line) - lines.first(line) >= 4 ? line + 1 : undefined;

function underlined(scan: Scan, line: number): number | undefined {
  const { lines } = scan;
  const mark = underline(scan, line);
  const head = lines.text.slice(lines.first(line), lines.first(line) + 16);
  // A bullet comes before a title; an enumerator does not, where the next line is no text of its item.
  if (mark === undefined || (ITEM.test(head) && !ENUMERATOR.test(head))) return undefined;
  const whole = { start: lines.first(line), end: lines.end(line + 1) };
  pushTitle(scan, line, whole, mark, followsText(scan, line));
  return line + 2;
}

/** The underline's character. It must reach under the whole title, or be of four characters at least. */
function underline(scan: Scan, line: number): string | undefined {
  const { lines } = scan;
  if (lines.indent(line) !== scan.base) return undefined;
  const mark = adornment(scan, line + 1);
  const length = lines.end(line + 1) - lines.first(line + 1);
  const needed = Math.min(4, lines.end(line) - lines.first(line));
  return mark !== undefined && length >= needed ? mark : undefined;
}

const followsText = ({ lines, blocks }: Scan, line: number): boolean =>
  line > 0 &&
  !lines.blank(line - 1) &&
  ['item', 'paragraph'].includes(blocks[blocks.length - 1]?.kind ?? '');

function pushTitle(scan: Scan, line: number, whole: Span, mark: string, flag: boolean): void {
  const { lines, blocks, styles } = scan;
  const over = whole.start < lines.start(line);
  const key = over ? `${mark}${mark}` : mark;
  if (!styles.includes(key)) styles.push(key);
  blocks.push({
    kind: 'heading',
    style: over ? 'overline' : 'underline',
    level: styles.indexOf(key) + 1,
    ...whole,
    text: { start: lines.first(line), end: lines.end(line) },
    mark,
    doubtful: !over && flag,
  });
}

function item(scan: Scan, line: number): number | undefined {
  const { lines, blocks } = scan;
  const start = lines.first(line);
  const marker = ITEM.exec(lines.text.slice(start, Math.min(start + 16, lines.end(line))))?.[0];
  if (marker === undefined) return undefined;
  const next = endOfIndented(scan, line, lines.indent(line));
  const end = lastEnd(lines, line, next);
  const from = Math.min(start + marker.length, end);
  const role = RELEASE_ROLE.exec(lines.text.slice(from, from + 240))?.[0];
  if (role === undefined) blocks.push({ kind: 'item', start, end, text: { start: from, end } });
  else blocks.push(roleHeading(start, end, from, role));
  return next;
}

/** The `releases` extension of Sphinx heads a release by a list item: ``- :release:`1.2 <2020-01-01>` ``. */
function roleHeading(start: number, end: number, from: number, role: string): HeadingBlock {
  const text = { start: from + ':release:`'.length, end: from + role.length - 1 };
  const level = PSEUDO_LEVELS.role;
  return { kind: 'heading', style: 'role', level, start, end, text, mark: '', doubtful: false };
}

/** The first line behind `from` that is not blank and not indented deeper than `indent`. */
function endOfIndented({ lines, stop }: Scan, from: number, indent: number): number {
  let line = from + 1;
  while (line < stop && (lines.blank(line) || lines.indent(line) > indent)) line += 1;
  return line;
}

function field(scan: Scan, line: number): number | undefined {
  const read = readField(scan, line);
  if (read === undefined) return undefined;
  scan.blocks.push(read.field);
  return read.next;
}

function readField(
  scan: Scan,
  line: number,
): { readonly field: FieldBlock; readonly next: number } | undefined {
  const { lines } = scan;
  const start = lines.first(line);
  if (lines.text[start] !== ':') return undefined;
  const match = FIELD.exec(lines.text.slice(start, Math.min(start + 300, lines.end(line))));
  if (match === null) return undefined;
  const next = endOfIndented(scan, line, lines.indent(line));
  const end = lastEnd(lines, line, next);
  const value = { start: Math.min(start + match[0].length, end), end };
  return { field: { kind: 'field', name: match[1] ?? '', value, start, end }, next };
}

/** Explicit markup: everything that starts with `.. `, and anonymous targets. */
function explicit(scan: Scan, line: number): number | undefined {
  const { lines, blocks } = scan;
  const start = lines.first(line);
  const head = lines.text.slice(start, Math.min(start + 700, lines.end(line)));
  if (!/^(?:\.\.(?:\s|$)|__\s)/.test(head)) return undefined;
  const next = endOfIndented(scan, line, lines.indent(line));
  const end = lastEnd(lines, line, next);
  const target = TARGET.exec(head);
  const name = DIRECTIVE.exec(head);
  if (target !== null) {
    const url = { start: Math.min(start + target[0].length, end), end };
    blocks.push({ kind: 'definition', label: target[1] ?? target[2] ?? '', url, start, end });
  } else if (name !== null) directive(scan, line, next, name[1] ?? '', name[0].length);
  else blocks.push({ kind: 'comment', start, end });
  return next;
}

function directive(scan: Scan, line: number, next: number, name: string, length: number): void {
  const { lines, blocks } = scan;
  const start = lines.first(line);
  const options: FieldBlock[] = [];
  let body = line + 1;
  while (body < next && !lines.blank(body)) {
    const read = readField(scan, body);
    if (read === undefined) break;
    options.push({ ...read.field, end: Math.min(read.field.end, lines.end(body)) });
    body += 1;
  }
  while (body < next && lines.blank(body)) body += 1;
  const end = lastEnd(lines, line, next);
  const container = CONTAINERS.has(name);
  blocks.push({
    kind: 'directive',
    name,
    argument: { start: Math.min(start + length, lines.end(line)), end: lines.end(line) },
    options,
    start,
    end: container ? lastEnd(lines, line, body) : end,
    content: { start: Math.min(lines.first(body), end), end },
  });
  // Nested no deeper than `.. changelog::` → `.. change::` → a container, whatever the text says.
  const nested = container && name !== 'change' && body < next && scan.base < 24;
  if (nested) scanLines({ ...scan, stop: next, base: lines.indent(body) }, body);
}

/** A paragraph of nothing but bold text, before a blank line, deeper text or a list. */
function strong(scan: Scan, line: number): number | undefined {
  const { lines, blocks, base } = scan;
  const start = lines.first(line);
  const end = lines.end(line);
  if (lines.text[start] !== '*' || lines.indent(line) !== base || end - start > 220)
    return undefined;
  const match = STRONG.exec(lines.text.slice(start, end));
  if (match === null || !standsAlone(scan, line + 1)) return undefined;
  // `**1.2.0** (2024-05-01)`: with more behind the bold text it must read as a release to be a heading.
  const more = (match[2] ?? '').length > 1;
  const text = { start: start + 2, end: more ? end : start + 2 + (match[1] ?? '').length };
  const doubtful = more || (line > 0 && !lines.blank(line - 1));
  const level = PSEUDO_LEVELS.strong;
  blocks.push({ kind: 'heading', style: 'strong', level, start, end, text, mark: '', doubtful });
  return line + 1;
}

const standsAlone = ({ lines, base, stop }: Scan, next: number): boolean =>
  next >= stop ||
  lines.blank(next) ||
  lines.indent(next) > base ||
  ITEM.test(lines.slice(next).slice(0, 8));

/** Text up to a blank line, or to a line that has an underline although no blank line stands before it. */
function paragraph(scan: Scan, from: number): number {
  const { lines, blocks, stop } = scan;
  const plain = plainHeading(scan, from);
  if (plain !== undefined) return plain;
  let line = from + 1;
  while (line < stop && !lines.blank(line) && !endsParagraph(scan, line)) line += 1;
  const end = lines.end(line - 1);
  blocks.push({ kind: 'paragraph', start: lines.first(from), end });
  if (!lines.text.endsWith('::', end) && lines.text.slice(end - 2, end) !== '::') return line;
  return literalBlock(scan, line, lines.indent(from));
}

const endsParagraph = (scan: Scan, line: number): boolean =>
  underline(scan, line) !== undefined || scan.lines.text.startsWith('.. ', scan.lines.start(line));

/** The indented text behind a paragraph that ends with `::`. */
function literalBlock(scan: Scan, from: number, indent: number): number {
  const { lines, blocks } = scan;
  const next = endOfIndented(scan, from - 1, indent);
  if (next > from && lastEnd(lines, from, next) > lines.start(from))
    blocks.push({ kind: 'code', start: lines.start(from), end: lastEnd(lines, from, next) });
  return next;
}

function plainHeading(
  { lines, blocks, base, isPlainHeading }: Scan,
  line: number,
): number | undefined {
  if (lines.indent(line) !== base || (line > 0 && !lines.blank(line - 1))) return undefined;
  const start = lines.first(line);
  const end = lines.end(line);
  if (end - start > 120 || !isPlainHeading(lines.text.slice(start, end))) return undefined;
  const level = PSEUDO_LEVELS.plain;
  const text = { start, end };
  blocks.push({ kind: 'heading', style: 'plain', level, ...text, text, mark: '', doubtful: false });
  return line + 1;
}

/** The end of the last line before `to` that is not blank. */
function lastEnd(lines: Lines, from: number, to: number): number {
  let last = Math.max(from, to - 1);
  while (last > from && lines.blank(last)) last -= 1;
  return lines.end(last);
}
