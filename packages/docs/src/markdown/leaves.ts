import type { Target } from '../document.ts';
import type { Writable } from './reader.ts';
import type { Blocks, Container, LeafBlock, Start } from './block-state.ts';
import { trimEnd } from './chars.ts';
import { type Content, contentOf, fileOffset } from './content.ts';
import { takeDefinitions } from './definitions.ts';
import { finishFence, finishIndented } from './code.ts';
import { readHtml } from './html.ts';
import { queueText } from './queue.ts';
import { noteDirectiveSlip } from './slips.ts';
import { delimiterColumns, tableCells } from './starts.ts';

/** Ends what is open and opens this leaf. */
export function startLeaf(b: Blocks, leaf: LeafBlock): void {
  closeForNew(b, leaf.kind === 'paragraph' || leaf.kind === 'indented');
  b.leaf = leaf;
}

/** Ends what does not go on in this line, and makes room for something new. */
export function closeForNew(b: Blocks, untitled = false): void {
  closeUnmatched(b);
  closeLeaf(b);
  fill(b, untitled);
}

/** Ends the containers that do not go on in this line, and what is in them. */
export function closeUnmatched(b: Blocks): void {
  if (b.stack.length <= b.matched) return;
  closeLeaf(b);
  while (b.stack.length > b.matched) b.stack.pop()?.close?.(b.lastEnd);
}

/** Opens a container at the place where the line stands. */
export function openContainer(b: Blocks, container: Container): Start {
  closeForNew(b);
  b.stack.push(container);
  b.matched = b.stack.length;
  return 'container';
}

/** Something stands in the innermost container, and behind the labels: `untitled` where it surely has no title. */
export function fill(b: Blocks, untitled = false): void {
  const container = b.stack.at(-1);
  if (container !== undefined) container.empty = false;
  const { reader } = b;
  if (reader.labels.length === 0) return;
  if (untitled) for (const label of reader.labels as Writable<Target>[]) label.untitled = true;
  reader.labels = [];
}

/** Adds a line of HTML and ends the block where its end has come. */
export function addLeaf(b: Blocks, leaf: LeafBlock & { readonly kind: 'html' }): void {
  leaf.lines.push(b.pos, b.end);
  if (leaf.until !== undefined && leaf.until.test(b.text.slice(b.pos, b.end))) closeLeaf(b);
}

/** Adds the line to the open paragraph or table, or starts a paragraph. */
export function addParagraphLine(b: Blocks): void {
  const { leaf } = b;
  if (leaf?.kind === 'table') return addRow(b, leaf.columns);
  if (leaf?.kind === 'paragraph') {
    if (b.matched === b.stack.length && startsTable(b, leaf.lines)) return;
    leaf.lines.push(b.next, b.end);
    return;
  }
  const { labels } = b.reader;
  startLeaf(b, { kind: 'paragraph', lines: [b.next, b.end], labels });
}

/** A delimiter row below a line of as many cells makes a table; what stands above stays a paragraph. */
function startsTable(b: Blocks, lines: number[]): boolean {
  const columns = b.indent < 4 ? delimiterColumns(b.text, b.next, b.end) : 0;
  if (columns === 0) return false;
  const from = lines.at(-2) ?? 0;
  const to = lines.at(-1) ?? 0;
  const cells = tableCells(b.text, from, to);
  if (cells.length / 2 !== columns) return false;
  lines.length -= 2;
  if (lines.length > 0) closeLeaf(b);
  else fill(b);
  b.leaf = { kind: 'table', columns };
  queueCells(b, cells, columns);
  return true;
}

function addRow(b: Blocks, columns: number): void {
  queueCells(b, tableCells(b.text, b.next, b.end), columns);
}

function queueCells(b: Blocks, cells: readonly number[], columns: number): void {
  const last = Math.min(cells.length, columns * 2);
  for (let n = 0; n < last; n += 2) {
    const from = cells[n] ?? 0;
    const to = cells[n + 1] ?? 0;
    if (to > from) queueText(b.reader, { s: b.text, from, to });
  }
}

/** Ends the open leaf, if there is one. */
export function closeLeaf(b: Blocks): void {
  const { leaf } = b;
  if (leaf === undefined) return;
  b.leaf = undefined;
  switch (leaf.kind) {
    case 'paragraph': {
      const content = paragraphContent(b, leaf.lines);
      if (content === undefined) return;
      noteDirectiveSlip(b.reader, content);
      queueText(b.reader, content);
      return;
    }
    case 'indented':
      return leaf.silent === true ? undefined : finishIndented(b, leaf.lines);
    case 'html':
      return readHtml(b.reader, contentOf(b.text, leaf.lines));
    case 'fence':
      return finishFence(b, leaf);
    case 'table':
  }
}

/** The text of a paragraph behind its link definitions, or undefined where nothing is left. */
export function paragraphContent(b: Blocks, lines: number[]): Content | undefined {
  const last = lines.length - 1;
  const start = lines[0] ?? 0;
  lines[last] = trimEnd(b.text, lines[last - 1] ?? 0, lines[last] ?? 0);
  if (b.text.charCodeAt(start) !== 91) return contentOf(b.text, lines);
  const content = contentOf(b.text, lines);
  const taken = takeDefinitions(b.reader, content);
  if (taken === content.from) return content;
  if (taken >= content.to) return undefined;
  // Definitions end with their line, so the rest is whole lines.
  const from = fileOffset(content, taken);
  const rest: number[] = [];
  for (let n = 0; n < lines.length; n += 2)
    if ((lines[n] ?? 0) >= from) rest.push(lines[n] ?? 0, lines[n + 1] ?? 0);
  lines.splice(0, lines.length, ...rest);
  return { ...content, from: taken };
}
