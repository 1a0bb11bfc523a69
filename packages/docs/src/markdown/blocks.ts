import { asciiSet, inSet, skipSpaces } from './chars.ts';
import {
  type Blocks,
  type Container,
  look,
  nextCode,
  skipColumns,
  skipQuoteMark,
  toNext,
} from './block-state.ts';
import { addLeaf, addParagraphLine, closeLeaf, closeUnmatched, startLeaf } from './leaves.ts';
import { startBlock } from './block-starts.ts';
import type { Lines } from './lines.ts';
import type { MarkdownReader } from './reader.ts';
import { runLength } from './starts.ts';

/**
 * Reads lines as blocks (CommonMark, appendix: phase 1): containers first, then what the line starts, then
 * the text that is left. Inline text goes to the reader's queue.
 */
export function readBlocks(reader: MarkdownReader, lines: Lines, section: boolean): void {
  const b: Blocks = {
    reader,
    text: reader.text,
    section,
    stack: [],
    leaf: undefined,
    pos: 0,
    end: 0,
    column: 0,
    rest: 0,
    next: 0,
    nextColumn: 0,
    indent: 0,
    blank: false,
    matched: 0,
    lastEnd: lines[0] ?? 0,
  };
  for (let n = 0; n < lines.length; n += 2) readLine(b, lines[n] ?? 0, lines[n + 1] ?? 0);
  b.matched = 0;
  closeUnmatched(b);
  closeLeaf(b);
}

function readLine(b: Blocks, start: number, end: number): void {
  b.pos = start;
  b.end = end;
  b.column = 0;
  b.rest = 0;
  b.matched = matchContainers(b);
  const all = b.matched === b.stack.length;
  if (all && continueLeaf(b)) return;
  if (openBlocks(b)) return;
  // A line without its containers' marks may still go on with their paragraph.
  const lazy = b.leaf?.kind === 'paragraph' && !b.blank && b.stack[b.matched]?.strict !== true;
  if (!lazy) closeUnmatched(b);
  if (!b.blank) {
    b.lastEnd = end;
    addParagraphLine(b);
  } else if (b.leaf?.kind === 'paragraph' || b.leaf?.kind === 'table') closeLeaf(b);
}

function matchContainers(b: Blocks): number {
  let depth = 0;
  for (const container of b.stack) {
    look(b);
    if (!goesOn(b, container)) break;
    depth += 1;
  }
  look(b);
  return depth;
}

function goesOn(b: Blocks, container: Container): boolean {
  if (container.kind === 'quote') {
    if (b.blank || b.indent > 3 || nextCode(b) !== 62) return false;
    skipQuoteMark(b);
    return true;
  }
  if (b.blank) {
    if (container.empty && container.kind === 'item') return false;
    toNext(b);
    return true;
  }
  if (b.indent < container.offset) return false;
  skipColumns(b, container.offset);
  return true;
}

const SPECIAL = asciiSet('#`~*+-_=<>0123456789:[%(!?${|;');

/** Opens what the line starts. True where nothing of the line is left. */
function openBlocks(b: Blocks): boolean {
  for (;;) {
    look(b);
    if (b.blank) return false;
    // Within `<div markdown>` people indent as they do in HTML.
    if (b.indent >= 4 && b.reader.markdownTags === 0) {
      if (b.leaf?.kind === 'paragraph') return false;
      closeUnmatched(b);
      if (b.leaf !== undefined) closeLeaf(b);
      b.lastEnd = b.end;
      skipColumns(b, 4);
      startLeaf(b, { kind: 'indented', lines: [b.pos, b.end] });
      return true;
    }
    if (!inSet(SPECIAL, nextCode(b))) return false;
    const result = startBlock(b, nextCode(b));
    if (result !== 'container') {
      if (result === 'done') b.lastEnd = b.end;
      return result === 'done';
    }
  }
}

/** Goes on with code, HTML and formulas; false where the line starts anew. */
function continueLeaf(b: Blocks): boolean {
  const { leaf } = b;
  if (leaf === undefined || leaf.kind === 'paragraph' || leaf.kind === 'table') return false;
  if (leaf.kind === 'fence') {
    if (!b.blank) b.lastEnd = b.end;
    if (closesFence(b, leaf.mark, leaf.length)) {
      closeLeaf(b);
      return true;
    }
    skipColumns(b, Math.min(leaf.indent, b.indent));
    leaf.lines.push(b.pos, b.end);
    return true;
  }
  if (leaf.kind === 'indented') {
    if (b.indent < 4 && !b.blank) {
      closeLeaf(b);
      return false;
    }
    if (!b.blank) b.lastEnd = b.end;
    skipColumns(b, 4);
    leaf.lines.push(b.pos, b.end);
    return true;
  }
  if (leaf.until === undefined && b.blank) {
    closeLeaf(b);
    return false;
  }
  if (!b.blank) b.lastEnd = b.end;
  addLeaf(b, leaf);
  return true;
}

/** A closing fence is at least as long as the opening one, and alone on its line. */
function closesFence(b: Blocks, mark: number, length: number): boolean {
  if (b.blank || b.indent > 3 || nextCode(b) !== mark) return false;
  const run = runLength(b.text, b.next, b.end);
  return run >= length && skipSpaces(b.text, b.next + run, b.end) >= b.end;
}
