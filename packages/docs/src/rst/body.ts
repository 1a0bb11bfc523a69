import { isPunctuation } from './chars.ts';
import { doctest } from './body/literal.ts';
import { field, optionItem } from './body/fields.ts';
import { bullet, enumerated } from './body/lists.ts';
import { ordinary } from './body/ordinary.ts';
import { blockQuote, lineBlock, text } from './body/text.ts';
import { readExplicit } from './explicit.ts';
import type { ExplicitAt } from './explicit/at.ts';
import { anonymousTarget } from './explicit/target.ts';
import { fromOf, isBlank, toOf } from './lines.ts';
import { type Enumerator, afterMarker, isAdornment } from './markers.ts';
import { type Block, MAX_DEPTH, type Reader } from './reader.ts';
import { readOverlined } from './sections.ts';
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
      return explicit(block, line, 46, readExplicit);
    case 95:
      return explicit(block, line, 95, anonymousTarget);
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

/** What starts with two dots or two low lines and whitespace. */
function explicit(
  block: Block,
  line: number,
  mark: number,
  read: (at: ExplicitAt) => number,
): number | undefined {
  const { reader, source, end } = block;
  const from = fromOf(source, line);
  if (source.text.charCodeAt(from + 1) !== mark) return undefined;
  const after = afterMarker(source.text, from + 2, toOf(source, line));
  if (after < 0) return undefined;
  const stop = read({ reader, source, line, after, end });
  block.last = 'explicit markup';
  return stop;
}

function overlined(block: Block, line: number): number | undefined {
  const { source } = block;
  if (!isAdornment(source.text, fromOf(source, line), toOf(source, line))) return undefined;
  return readOverlined(block, line);
}
