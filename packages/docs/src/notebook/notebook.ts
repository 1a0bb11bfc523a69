import { type Document, finishDocument } from '../document.ts';
import { addPiece, builtText, mappedLines, type TextBuilder, textBuilder } from '../mapped-text.ts';
import { featuresOf } from '../markdown/features.ts';
import { splitLines } from '../markdown/lines.ts';
import { markdownReader, type MarkdownOptions, readInlines } from '../markdown/markdown.ts';
import { orderDraft } from '../markdown/order.ts';
import type { MarkdownReader } from '../markdown/reader.ts';
import { spansOf } from '../markdown/spans.ts';
import { embedRst } from '../myst/eval-rst.ts';
import { jsonGet, type JsonNode, jsonText, readJson } from './json.ts';

/** A cell, and where its text stands in the text of all cells. */
interface Cell {
  readonly node: JsonNode;
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a Jupyter notebook (nbformat 4): Markdown cells, raw cells of reStructuredText or Markdown, and code
 * cells. The document's text is the text of all cells with an empty line between them; its lines and columns
 * are those of the file, escape sequences of JSON counted. Total: a file that is no notebook gives a document
 * with a problem.
 */
export function readNotebook(path: string, text: string, options: MarkdownOptions = {}): Document {
  const root = readJson(text);
  const cells = jsonGet(root, 'cells');
  const builder = textBuilder();
  const found =
    cells?.kind === 'array'
      ? cells.items.map((node, n) => addCell(builder, text, node, n > 0))
      : [];
  const mapped = builtText(builder);
  const reader = markdownReader(
    mapped.text,
    featuresOf(options.flavour ?? 'github', options.extensions),
  );
  const language = languageOf(text, root);
  for (const cell of found) readCell(reader, text, cell, language);
  readInlines(reader);
  if (cells?.kind !== 'array')
    reader.draft.problems.push({
      kind: 'invalid-notebook',
      message: 'Unexpected content, expected a notebook of nbformat 4 with a list of cells',
      span: { start: 0, end: 0 },
    });
  dropAttachments(reader, found);
  noteToctrees(reader, text, found);
  noteOrphan(reader, text, root);
  orderDraft(reader);
  return finishDocument(path, 'notebook', mapped.text, reader.draft, () =>
    mappedLines(path, text, mapped),
  );
}

/** The language of code cells: what the kernel says. */
function languageOf(text: string, root: JsonNode | undefined): string {
  const metadata = jsonGet(root, 'metadata');
  return (
    jsonText(text, jsonGet(jsonGet(metadata, 'language_info'), 'name')) ??
    jsonText(text, jsonGet(jsonGet(metadata, 'kernelspec'), 'language')) ??
    ''
  );
}

/** Adds a cell's source, which is a string or a list of them (nbformat, "multi-line string"). */
function addCell(builder: TextBuilder, text: string, node: JsonNode, apart: boolean): Cell {
  const source = jsonGet(node, 'source');
  if (apart) addPiece(builder, '\n\n', source?.start ?? node.start, 0);
  const start = builder.length;
  const strings = source?.kind === 'array' ? source.items : source === undefined ? [] : [source];
  for (const item of strings)
    if (item.kind === 'string') addString(builder, text, item.start + 1, item.end - 1);
  return {
    node,
    type: jsonText(text, jsonGet(node, 'cell_type')) ?? '',
    start,
    end: builder.length,
  };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
]);

/** Adds the value of a JSON string, each escape sequence with its place (RFC 8259, section 7). */
function addString(builder: TextBuilder, text: string, from: number, to: number): void {
  let copied = from;
  let at = text.indexOf('\\', from);
  while (at >= 0 && at < to) {
    addPiece(builder, text.slice(copied, at), copied);
    const letter = text.charAt(at + 1);
    const code = letter === 'u' ? Number.parseInt(text.slice(at + 2, at + 6), 16) : Number.NaN;
    const size = letter === 'u' ? Math.min(6, to - at) : Math.min(2, to - at);
    const value =
      letter === 'u'
        ? String.fromCharCode(Number.isNaN(code) ? 0xfffd : code)
        : (ESCAPES.get(letter) ?? letter);
    addPiece(builder, value, at, size);
    copied = at + size;
    at = text.indexOf('\\', copied);
  }
  if (copied < to) addPiece(builder, text.slice(copied, to), copied);
}

function readCell(reader: MarkdownReader, text: string, cell: Cell, language: string): void {
  const lines = splitLines(reader.text, cell.start, cell.end);
  if (cell.type === 'code')
    reader.draft.code.push({
      origin: 'cell',
      language,
      span: { start: cell.start, end: cell.end },
      lines: spansOf(lines),
    });
  else if (cell.type === 'markdown' || isRaw(text, cell, 'markdown'))
    reader.blocks(reader, lines, true);
  else if (isRaw(text, cell, 'restructuredtext') || isRaw(text, cell, 'x-rst'))
    embedRst(reader, lines, -1);
}

/** Whether a raw cell holds this (nbformat's `format`, and `raw_mimetype` of Jupyter and nbsphinx). */
function isRaw(text: string, { type, node }: Cell, subtype: string): boolean {
  if (type !== 'raw') return false;
  const metadata = jsonGet(node, 'metadata');
  const format =
    jsonText(text, jsonGet(metadata, 'raw_mimetype')) ??
    jsonText(text, jsonGet(metadata, 'format'));
  return format === `text/${subtype}`;
}

/** `attachment:name` stands for an image within the notebook, where its cell has one of that name. */
function dropAttachments({ draft }: MarkdownReader, cells: readonly Cell[]): void {
  for (let n = draft.files.length - 1; n >= 0; n -= 1) {
    const { path, span } = draft.files[n] ?? { path: '', span: { start: 0, end: 0 } };
    if (!path.startsWith('attachment:')) continue;
    const cell = cells.find(({ start, end }) => span.start >= start && span.start < end);
    const names = jsonGet(cell?.node, 'attachments');
    if (
      names?.kind === 'object' &&
      names.entries.some(({ key }) => key === path.slice('attachment:'.length))
    )
      draft.files.splice(n, 1);
  }
}

const MENUS: ReadonlySet<string> = new Set([
  'nbsphinx-toctree',
  'nbsphinx-gallery',
  'nbsphinx-link-gallery',
]);

/** Cells that nbsphinx makes a toctree of: each link is an entry. */
function noteToctrees({ draft }: MarkdownReader, text: string, cells: readonly Cell[]): void {
  for (const { node, start, end } of cells) {
    const metadata = jsonGet(node, 'metadata');
    const tags = jsonGet(metadata, 'tags');
    const isTagged =
      tags?.kind === 'array' && tags.items.some((tag) => MENUS.has(jsonText(text, tag) ?? ''));
    if (!isTagged && ![...MENUS].some((name) => jsonGet(metadata, name) !== undefined)) continue;
    const links = draft.links.filter(({ span }) => span.start >= start && span.start < end);
    draft.toctrees.push({
      span: { start, end },
      options: [],
      entries: links.map(({ url, text, span, urlSpan }) => ({
        target: url,
        ...(text === undefined ? {} : { title: text }),
        span,
        targetSpan: urlSpan,
      })),
    });
  }
}

/** `orphan` of the notebook's metadata (MyST-NB), or of its `nbsphinx`. */
function noteOrphan({ draft }: MarkdownReader, text: string, root: JsonNode | undefined): void {
  const metadata = jsonGet(root, 'metadata');
  for (const node of [
    jsonGet(metadata, 'orphan'),
    jsonGet(jsonGet(metadata, 'nbsphinx'), 'orphan'),
  ])
    if (node !== undefined && text.slice(node.start, node.end) === 'true')
      draft.fields.push({
        name: 'orphan',
        value: 'true',
        span: { start: 0, end: 0 },
        valueSpan: { start: 0, end: 0 },
        top: true,
      });
}
