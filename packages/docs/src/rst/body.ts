import { isPunctuation } from './chars.ts';
import { readExplicit, readAnonymous } from './explicit.ts';
import { readInline } from './inline.ts';
import {
  blockAfter,
  fromOf,
  indentedBlock,
  isBlank,
  isIndented,
  knownIndentEnd,
  startAt,
  toOf,
  trimLines,
  withoutBlankEnd,
  withoutBlankStart,
} from './lines.ts';
import {
  type Enumerator,
  afterMarker,
  enumerator,
  fieldMarker,
  isAdornment,
  nextEnumerator,
  optionMarkerEnd,
} from './markers.ts';
import { nested } from './nested.ts';
import { quoteLines } from './quote.ts';
import { closeLabels, labelsBeforeCaption } from './labels.ts';
import { type Block, MAX_DEPTH, type Reader } from './reader.ts';
import { readOverlined, readUnderlined } from './sections.ts';
import { type Source, spanOf } from './source.ts';
import { isGridTop, isSimpleTop, readGridTable, readSimpleTable } from './tables.ts';

/** Reads body elements (docutils `states.Body`). Too deep a nesting is passed over with a notice. */
export function readBody(
  reader: Reader,
  source: Source,
  first: number,
  end: number,
  titles: boolean,
): void {
  if (reader.depth >= MAX_DEPTH) {
    const start = fromOf(source, first);
    reader.draft.problems.push({
      kind: 'too-deep',
      message: `Unexpected nesting deeper than ${MAX_DEPTH} blocks, expected less; what lies deeper was not read`,
      span: spanOf(source, start, Math.max(start, toOf(source, end - 1))),
    });
    return;
  }
  reader.depth += 1;
  const block: Block = { reader, source, end, titles, list: undefined, last: '' };
  let line = first;
  let before = '';
  while (line < end) {
    if (isBlank(source, line)) {
      line += 1;
      before = '';
      continue;
    }
    const start = line;
    line = element(block, start);
    if (before !== '' && before !== block.last) unindented(block, before, start);
    before = isBlank(source, line - 1) ? '' : block.last;
  }
  reader.depth -= 1;
}

/** An element that another one follows without a blank line (docutils `unindent_warning`). */
function unindented(block: Block, what: string, line: number): void {
  const { reader, source } = block;
  reader.draft.problems.push({
    kind: 'no-blank-line',
    message: `Unexpected end of the ${what}, expected a blank line behind it`,
    span: spanOf(source, fromOf(source, line), toOf(source, line)),
  });
}

/** Reads the element that starts at a line and gives the line to go on from. */
function element(block: Block, line: number): number {
  const { list } = block;
  block.list = undefined;
  block.last = '';
  const { source } = block;
  const code = source.text.charCodeAt(fromOf(source, line));
  if (code === 32) return blockQuote(block, line);
  return (
    marked(block, line, code, list) ??
    (isPunctuation(code) ? overlined(block, line) : undefined) ??
    text(block, line)
  );
}

/** The elements that a marker starts; undefined where the line only looks like one. */
function marked(
  block: Block,
  line: number,
  code: number,
  list: Enumerator | undefined,
): number | undefined {
  switch (code) {
    case 0x2022:
    case 0x2023:
    case 0x2043:
    case 42:
      return bullet(block, line);
    case 45:
      return bullet(block, line) ?? optionItem(block, line);
    case 43:
      return bullet(block, line) ?? optionItem(block, line) ?? grid(block, line);
    case 47:
      return optionItem(block, line);
    case 58:
      return field(block, line);
    case 62:
      return doctest(block, line);
    case 124:
      return lineBlock(block, line);
    case 61:
      return simple(block, line);
    case 46:
      return explicit(block, line);
    case 95:
      return anonymous(block, line);
    default:
      return mayCount(code) ? enumerated(block, line, list) : undefined;
  }
}

const mayCount = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 40 ||
  code === 35;

/** Something without a title follows the labels before it, and ends the document's metadata. */
function ordinary(block: Block): void {
  closeLabels(block.reader);
  block.reader.bodySeen = true;
}

function bullet(block: Block, line: number): number | undefined {
  const { source } = block;
  const after = afterMarker(source.text, fromOf(source, line) + 1, toOf(source, line));
  if (after < 0) return undefined;
  const mark = source.text.charAt(fromOf(source, line));
  const stop = listItem(block, line, after);
  block.last = `bullet list with \`${mark}\``;
  return stop;
}

/** Docutils `list_item`: text behind the marker fixes the indentation; without it the lines below do. */
function listItem(block: Block, line: number, after: number): number {
  const { reader, source, end } = block;
  ordinary(block);
  let stop: number;
  if (after < toOf(source, line)) {
    const indent = after - fromOf(source, line);
    stop = knownIndentEnd(source, line + 1, end, indent);
    startAt(source, line, after);
    trimLines(source, line + 1, stop, indent);
  } else stop = blockAfter(source, line, after, end);
  nested(reader, source, line, stop);
  return stop;
}

function enumerated(block: Block, line: number, list: Enumerator | undefined): number | undefined {
  const { source } = block;
  const from = fromOf(source, line);
  const to = toOf(source, line);
  const { text } = source;
  // Almost every line of text starts with a letter, and almost none is an item.
  if (!couldBeEnumerator(text, from, to)) return undefined;
  const inList = list === undefined ? undefined : enumerator(text, from, to, list.sequence);
  if (
    inList !== undefined &&
    list !== undefined &&
    goesOn(list, inList) &&
    isItem(block, line, inList)
  )
    return item(block, line, list.sequence === '#' ? { ...inList, sequence: '#' } : inList);
  const marker = enumerator(text, from, to);
  if (marker === undefined || !isItem(block, line, marker)) return undefined;
  return item(block, line, marker);
}

function couldBeEnumerator(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 46 || code === 41) return i > from;
    if (code === 32 || code > 122 || (code === 40 && i > from)) return false;
  }
  return false;
}

const goesOn = (list: Enumerator, next: Enumerator): boolean =>
  next.format === list.format &&
  (next.sequence === '#' || (next.sequence === list.sequence && next.ordinal === list.ordinal + 1));

function item(block: Block, line: number, marker: Enumerator): number {
  const stop = listItem(block, line, marker.after);
  block.list = marker;
  block.last = 'enumerated list';
  return stop;
}

/** An item's second line is blank, indented, or the next item (docutils `is_enumerated_list_item`). */
function isItem(block: Block, line: number, marker: Enumerator): boolean {
  const { source, end } = block;
  if (!(marker.ordinal >= 0)) return false;
  if (line + 1 >= end || isBlank(source, line + 1) || isIndented(source, line + 1)) return true;
  const from = fromOf(source, line + 1);
  return nextEnumerator(marker).some((start) => source.text.startsWith(start, from));
}

function field(block: Block, line: number): number | undefined {
  const { reader, source, end } = block;
  const from = fromOf(source, line);
  const marker = fieldMarker(source.text, from, toOf(source, line));
  if (marker === undefined) return undefined;
  const top = reader.depth === 1 && !reader.bodySeen && reader.level <= 1;
  // Sphinx takes the first field's name and the first term of a definition list for a label's title.
  labelsBeforeCaption(reader, source.text.slice(from + 1, marker.close));
  if (!top) ordinary(block);
  readInline(reader, source, from + 1, marker.close);
  const stop = blockAfter(source, line, marker.after, end);
  const last = withoutBlankEnd(source, line, stop);
  const valueEnd = Math.max(marker.after, toOf(source, last - 1));
  reader.draft.fields.push({
    name: source.text.slice(from + 1, marker.close),
    value: source.text.slice(marker.after, valueEnd),
    span: spanOf(source, from, Math.max(valueEnd, marker.close + 1)),
    valueSpan: spanOf(source, marker.after, valueEnd),
    top,
  });
  const seen = reader.bodySeen;
  nested(reader, source, line, stop);
  if (top) reader.bodySeen = seen;
  block.last = 'field list';
  return stop;
}

function optionItem(block: Block, line: number): number | undefined {
  const { reader, source, end } = block;
  const after = optionMarkerEnd(source.text, fromOf(source, line), toOf(source, line));
  if (after < 0) return undefined;
  const below = indentedBlock(source, line + 1, end);
  if (after >= toOf(source, line) && withoutBlankStart(source, line + 1, below.end) === below.end)
    return undefined;
  ordinary(block);
  const stop = blockAfter(source, line, after, end);
  nested(reader, source, line, stop);
  block.last = 'option list';
  return stop;
}

function doctest(block: Block, line: number): number | undefined {
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

function lineBlock(block: Block, line: number): number | undefined {
  const { reader, source, end } = block;
  const after = afterMarker(source.text, fromOf(source, line) + 1, toOf(source, line));
  if (after < 0) return undefined;
  ordinary(block);
  const stop = indentedBlock(source, line + 1, end, true).end;
  readInline(reader, source, after, toOf(source, stop - 1));
  block.last = 'line block';
  return stop;
}

function grid(block: Block, line: number): number | undefined {
  if (!isGridTop(block.source, line)) return undefined;
  ordinary(block);
  return readGridTable(block.reader, block.source, line, block.end);
}

function simple(block: Block, line: number): number | undefined {
  if (!isSimpleTop(block.source, line)) return undefined;
  ordinary(block);
  return readSimpleTable(block.reader, block.source, line, block.end);
}

function explicit(block: Block, line: number): number | undefined {
  const { source } = block;
  const from = fromOf(source, line);
  if (source.text.charCodeAt(from + 1) !== 46) return undefined;
  const after = afterMarker(source.text, from + 2, toOf(source, line));
  if (after < 0) return undefined;
  const stop = readExplicit(block.reader, source, line, after, block.end);
  block.last = EXPLICIT;
  return stop;
}

const EXPLICIT = 'explicit markup';

function anonymous(block: Block, line: number): number | undefined {
  const { source } = block;
  const from = fromOf(source, line);
  if (source.text.charCodeAt(from + 1) !== 95) return undefined;
  const after = afterMarker(source.text, from + 2, toOf(source, line));
  if (after < 0) return undefined;
  const stop = readAnonymous(block.reader, source, line, after, block.end);
  block.last = EXPLICIT;
  return stop;
}

function overlined(block: Block, line: number): number | undefined {
  const { source } = block;
  if (!isAdornment(source.text, fromOf(source, line), toOf(source, line))) return undefined;
  return readOverlined(block, line);
}

function blockQuote(block: Block, line: number): number {
  const { source, end } = block;
  ordinary(block);
  const { end: stop, indent } = indentedBlock(source, line, end);
  trimLines(source, line, stop, indent);
  quoteLines(block.reader, source, line, stop);
  block.last = 'block quote';
  return stop;
}

/** Titles, definition list items and paragraphs (docutils `states.Text`). */
function text(block: Block, line: number): number {
  const { source, end } = block;
  const second = line + 1;
  if (second >= end || isBlank(source, second)) return paragraph(block, line, second);
  if (isIndented(source, second)) return definition(block, line);
  const title = isAdornment(source.text, fromOf(source, second), toOf(source, second))
    ? readUnderlined(block, line)
    : undefined;
  if (title !== undefined) return title;
  let stop = second;
  while (stop < end && !isBlank(source, stop) && !isIndented(source, stop)) stop += 1;
  if (stop < end && isIndented(source, stop))
    block.reader.draft.problems.push({
      kind: 'unexpected-indentation',
      message: 'Unexpected indentation, expected a blank line before it',
      span: spanOf(source, fromOf(source, stop), toOf(source, stop)),
    });
  return paragraph(block, line, stop);
}

/** A paragraph, and the literal block behind it if it ends in `::`. */
export function paragraph(block: Block, first: number, stop: number): number {
  const { reader, source } = block;
  ordinary(block);
  const start = fromOf(source, first);
  const end = toOf(source, stop - 1);
  const colons = literalColons(source.text, start, end);
  if (colons < 0) {
    readInline(reader, source, start, end);
    return stop;
  }
  readInline(reader, source, start, colons);
  return literalBlock(block, stop);
}

/** Where the text of a paragraph ends that announces a literal block, or -1. */
function literalColons(text: string, start: number, end: number): number {
  if (end - start < 2 || text.charCodeAt(end - 1) !== 58 || text.charCodeAt(end - 2) !== 58)
    return -1;
  let slashes = end - 2;
  while (slashes > start && text.charCodeAt(slashes - 1) === 92) slashes -= 1;
  if ((end - 2 - slashes) % 2 === 1) return -1;
  if (end - 2 === start) return start;
  const before = text.charCodeAt(end - 3);
  return before === 32 || before === 10 ? end - 3 : end - 1;
}

function literalBlock(block: Block, first: number): number {
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

function definition(block: Block, line: number): number {
  const { reader, source, end } = block;
  labelsBeforeCaption(reader, source.text.slice(fromOf(source, line), toOf(source, line)));
  ordinary(block);
  readInline(reader, source, fromOf(source, line), toOf(source, line));
  const { end: stop, indent } = indentedBlock(source, line + 1, end);
  trimLines(source, line + 1, stop, indent);
  nested(reader, source, line + 1, stop);
  block.last = 'definition list';
  return stop;
}
