import { readInlineText } from './inline.ts';
import { fromOf, indentOf, indentedBlock, isBlank, isIndented, toOf, trimLines } from './lines.ts';
import { nested } from './nested.ts';
import type { Reader } from './reader.ts';
import { type Source, spanOf } from './source.ts';

const CLASSIFIER = / +: +/u;

/**
 * A glossary: terms at the left, several may share the definition indented below them; what follows ` : ` is
 * a key for the index (Sphinx's `Glossary`).
 */
export function readGlossary(reader: Reader, source: Source, first: number, end: number): void {
  let line = first;
  while (line < end) {
    if (isBlank(source, line)) line += 1;
    else if (isIndented(source, line)) line = definition(reader, source, line, end);
    else line = term(reader, source, line, end);
  }
}

function definition(reader: Reader, source: Source, line: number, end: number): number {
  const block = indentedBlock(source, line, end);
  // Sphinx takes the indentation of the definition's first line for all of it.
  trimLines(source, line, block.end, Math.min(indentOf(source, line), block.indent));
  nested(reader, source, line, block.end);
  return block.end;
}

function term(reader: Reader, source: Source, line: number, end: number): number {
  const from = fromOf(source, line);
  const to = toOf(source, line);
  const text = source.text.slice(from, to);
  if (text.startsWith('.. ')) return indentedBlock(source, line + 1, end).end;
  const cut = CLASSIFIER.exec(text)?.index ?? text.length;
  const span = spanOf(source, from, from + cut);
  const index = reader.draft.targets.length;
  reader.draft.targets.push({ kind: 'term', name: '', span, nameSpan: span });
  const name = readInlineText(reader, source, from, from + cut);
  const target = reader.draft.targets[index];
  if (target !== undefined) reader.draft.targets[index] = { ...target, name };
  return line + 1;
}
