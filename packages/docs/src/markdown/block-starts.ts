import {
  type Blocks,
  interrupts,
  look,
  nextCode,
  skip,
  skipColumns,
  skipQuoteMark,
  type Start,
  toNext,
} from './block-state.ts';
import { asciiSet, DIGITS, inSet, isBlank, skipSpaces, trimEnd } from './chars.ts';
import { COLON, MATH } from './code.ts';
import { readFootnoteStart } from './footnotes.ts';
import { queueHeading } from './headings.ts';
import { addLeaf, closeForNew, openContainer, paragraphContent, startLeaf } from './leaves.ts';
import { MAX_DEPTH } from './reader.ts';
import { htmlKind, isSetextLine, isThematicBreak, readListMarker, runLength } from './starts.ts';
import { startMkdocs } from '../mkdocs/blocks.ts';
import { startMyst } from '../myst/blocks.ts';

const NUMERALS = asciiSet(DIGITS);

/** Tries what may start with this character, in CommonMark's order. */
export function startBlock(b: Blocks, code: number): Start {
  const { features } = b.reader;
  if (features.myst) {
    const started = startMyst(b, code);
    if (started !== 'none') return started;
  } else if (features.mkdocs) {
    const started = startMkdocs(b, code);
    if (started !== 'none') return started;
  }
  switch (code) {
    case 62:
      return startQuote(b);
    case 35:
      return startHeading(b);
    case 96:
    case 126:
      return startFence(b, code);
    case 60:
      return startHtml(b);
    case 61:
      return startSetext(b, 1);
    case 91:
      return readFootnoteStart(b);
    case 45: {
      const heading = startSetext(b, 2);
      return heading === 'none' ? startBreakOrItem(b) : heading;
    }
    case 42:
    case 95:
      return startBreakOrItem(b);
    case 43:
      return startItem(b);
    case 58:
      return startColon(b);
    case 36:
      return features.dollarMath ? startMath(b) : 'none';
    default:
      return inSet(NUMERALS, code) ? startItem(b) : 'none';
  }
}

function startQuote(b: Blocks): Start {
  if (b.stack.length >= MAX_DEPTH) return 'none';
  openContainer(b, { kind: 'quote', offset: 0, empty: true });
  skipQuoteMark(b);
  return 'container';
}

function startHeading(b: Blocks): Start {
  const { text, next, end } = b;
  const level = runLength(text, next, end);
  const behind = next + level;
  if (level > 6 || (behind < end && !isBlank(text.charCodeAt(behind)))) return 'none';
  const from = skipSpaces(text, behind, end);
  let to = trimEnd(text, from, end);
  // A closing run of marks counts as such only behind a space.
  let marks = to;
  while (marks > from && text.charCodeAt(marks - 1) === 35) marks -= 1;
  if (marks === from) to = from;
  else if (marks < to && isBlank(text.charCodeAt(marks - 1))) to = trimEnd(text, from, marks);
  const { labels } = b.reader;
  closeForNew(b);
  queueHeading(b, { s: text, from, to }, level, labels);
  return 'done';
}

function startSetext(b: Blocks, level: number): Start {
  const { leaf } = b;
  if (leaf?.kind !== 'paragraph' || !interrupts(b) || !isSetextLine(b.text, b.next, b.end))
    return 'none';
  const content = paragraphContent(b, leaf.lines);
  b.leaf = undefined;
  if (content === undefined) return 'none';
  queueHeading(b, content, level, leaf.labels);
  return 'done';
}

function startFence(b: Blocks, mark: number): Start {
  const { text, next, end } = b;
  const length = runLength(text, next, end);
  if (length < 3) return 'none';
  const from = skipSpaces(text, next + length, end);
  const to = trimEnd(text, from, end);
  const tick = mark === 96 ? text.indexOf('`', from) : -1;
  if (tick >= 0 && tick < to) return 'none';
  const { labels } = b.reader;
  startLeaf(b, {
    kind: 'fence',
    start: next,
    mark,
    length,
    indent: b.indent,
    info: { start: from, end: to },
    labels,
    lines: [],
  });
  return 'done';
}

/** `:::` fences of MyST, and definitions. */
function startColon(b: Blocks): Start {
  const { colonFence, definitionLists } = b.reader.features;
  if (colonFence && runLength(b.text, b.next, b.end) >= 3) return startFence(b, COLON);
  const behind = b.text.charCodeAt(b.next + 1);
  if (!definitionLists || b.next + 1 >= b.end || (behind !== 32 && behind !== 9)) return 'none';
  return b.stack.length < MAX_DEPTH ? openItem(b, 1) : 'none';
}

/** A formula between `$$`; one that ends in its first line is left to the paragraph. */
function startMath(b: Blocks): Start {
  const { text, next, end } = b;
  if (text.charCodeAt(next + 1) !== 36 || skipSpaces(text, next + 2, end) < end) return 'none';
  const { labels } = b.reader;
  startLeaf(b, {
    kind: 'fence',
    start: next,
    mark: MATH,
    length: 2,
    indent: b.indent,
    info: { start: end, end },
    labels,
    lines: [],
  });
  return 'done';
}

function startHtml(b: Blocks): Start {
  const kind = htmlKind(b.text, b.next, b.end);
  if (kind === undefined || (!kind.interrupts && b.leaf?.kind === 'paragraph')) return 'none';
  const leaf = { kind: 'html', lines: [], until: kind.until } as const satisfies object;
  startLeaf(b, { ...leaf, lines: [] });
  if (b.leaf?.kind === 'html') addLeaf(b, b.leaf);
  return 'done';
}

function startBreakOrItem(b: Blocks): Start {
  if (!isThematicBreak(b.text, b.next, b.end)) return nextCode(b) === 95 ? 'none' : startItem(b);
  closeForNew(b);
  return 'done';
}

function startItem(b: Blocks): Start {
  const marker = readListMarker(b.text, b.next, b.end);
  if (marker === undefined || b.stack.length >= MAX_DEPTH) return 'none';
  if (interrupts(b)) {
    const empty = skipSpaces(b.text, b.next + marker.width, b.end) >= b.end;
    if (empty || marker.number !== 1) return 'none';
  }
  return openItem(b, marker.width);
}

/** The content of an item starts up to four columns behind its marker; more is indented code. */
function openItem(b: Blocks, width: number): Start {
  const { indent } = b;
  closeForNew(b);
  toNext(b);
  skip(b, width);
  look(b);
  const columns = b.blank || b.indent < 1 || b.indent > 4 ? 1 : b.indent;
  if (!b.blank) skipColumns(b, columns);
  return openContainer(b, { kind: 'item', offset: indent + width + columns, empty: true });
}
