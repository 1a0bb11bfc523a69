import { type Document, emptyDraft, finishDocument } from '../document.ts';
import { addPiece, builtText, mappedLines, type MappedText, textBuilder } from '../mapped-text.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { readRstInto } from '../rst/read-rst.ts';
import { cleanDocstring, literalText } from './literal.ts';
import { type DocstringKind, type FoundDocstring, scanDocstrings } from './scan.ts';

/** A docstring, or a `#:` comment, as a document of its own. */
export interface Docstring {
  readonly kind: DocstringKind;
  /** What it describes, as names within the module: `Class.method`. Empty for the module. */
  readonly name: string;
  /** Its text is what `inspect.getdoc` gives; its lines are those of the file. */
  readonly document: Document;
}

/** What the project writes its docstrings in. */
export interface DocstringOptions {
  /** `rst` by default; `markdown` for mkdocstrings. */
  readonly markup?: 'rst' | 'markdown';
}

/**
 * Reads all docstrings of a Python source, in the order of the text, without importing it. Total: what no
 * Python would take is read as far as it looks like it.
 *
 * ```ts
 * readDocstrings('a.py', 'def f():\n    "See :ref:`x`."')[0]?.document.references; // [{ role: 'ref', … }]
 * ```
 */
export function readDocstrings(
  path: string,
  text: string,
  options: DocstringOptions = {},
): readonly Docstring[] {
  return scanDocstrings(text).map((found) => ({
    kind: found.kind,
    name: found.name,
    document: readOne(path, text, found, options.markup ?? 'rst'),
  }));
}

function readOne(
  path: string,
  text: string,
  found: FoundDocstring,
  markup: 'rst' | 'markdown',
): Document {
  const mapped = docstringText(text, found);
  const lines = () => mappedLines(path, text, mapped);
  if (markup === 'markdown') {
    const { text: made, ...draft } = readMarkdown(path, mapped.text, { flavour: 'mkdocs' });
    return { ...draft, format: 'docstring', text: made, lines };
  }
  const draft = emptyDraft();
  readRstInto(draft, mapped.text);
  // Napoleon and numpydoc rewrite docstrings before docutils reads them, so what looks wrong here may be right.
  draft.problems.length = 0;
  return finishDocument(path, 'docstring', mapped.text, draft, lines);
}

/** The text of a docstring with its places in the file. */
export const docstringText = (text: string, found: FoundDocstring): MappedText =>
  found.kind === 'comment'
    ? commentText(text, found)
    : cleanDocstring(literalText(text, found.parts));

/** The lines of `#:` comments without their marks and one space. */
function commentText(text: string, { parts }: FoundDocstring): MappedText {
  const builder = textBuilder();
  for (const [n, { start, end }] of parts.entries()) {
    const from = Math.min(end, text.charCodeAt(start + 2) === 32 ? start + 3 : start + 2);
    if (n > 0) addPiece(builder, '\n', parts[n - 1]?.end ?? from);
    addPiece(builder, text.slice(from, end), from);
  }
  return builtText(builder);
}
