import { isBlank, trimEnd } from '../markdown/chars.ts';
import type { Lines } from '../markdown/lines.ts';
import { queueText } from '../markdown/queue.ts';
import type { MarkdownReader } from '../markdown/reader.ts';
import { readWithin } from '../markdown/within.ts';

/**
 * The content of `{glossary}`: terms at the left, several may share the definition indented below them; a
 * ` : ` starts a key for the index (Sphinx's `Glossary`, which parses both parts with the page's own parser).
 */
export function readGlossary(reader: MarkdownReader, lines: Lines): void {
  const { text } = reader;
  let n = 0;
  while (n < lines.length) {
    const start = lines[n] ?? 0;
    const end = trimEnd(text, start, lines[n + 1] ?? 0);
    if (end > start && !isBlank(text.charCodeAt(start))) {
      noteTerm(reader, start, end);
      n += 2;
      continue;
    }
    const first = n;
    while (n < lines.length && isDefinition(text, lines, n)) n += 2;
    readDefinition(reader, lines.slice(first, n));
  }
}

/** Blank, or indented. */
const isDefinition = (text: string, lines: Lines, n: number): boolean =>
  (lines[n] ?? 0) >= (lines[n + 1] ?? 0) || isBlank(text.charCodeAt(lines[n] ?? 0));

function noteTerm(reader: MarkdownReader, start: number, end: number): void {
  const line = reader.text.slice(start, end);
  if (line.startsWith('.. ')) return;
  const key = line.indexOf(' : ');
  const to = trimEnd(reader.text, start, key < 0 ? end : start + key);
  const span = { start, end: to };
  // Emphasis and code around a term are no part of its name.
  const marks = /^(\*\*|\*|`)[^*`]+\1$/.exec(reader.text.slice(start, to))?.[1]?.length ?? 0;
  const nameSpan = { start: start + marks, end: to - marks };
  const name = reader.text.slice(nameSpan.start, nameSpan.end);
  reader.draft.targets.push({ kind: 'term', name, span, nameSpan });
  queueText(reader, { s: reader.text, from: start, to });
}

function readDefinition(reader: MarkdownReader, lines: Lines): void {
  let indent = Infinity;
  for (let n = 0; n < lines.length; n += 2) {
    const start = lines[n] ?? 0;
    let i = start;
    while (i < (lines[n + 1] ?? 0) && isBlank(reader.text.charCodeAt(i))) i += 1;
    if (i < (lines[n + 1] ?? 0)) indent = Math.min(indent, i - start);
  }
  if (indent === Infinity) return;
  const cut = lines.map((offset, n) =>
    n % 2 === 0 ? Math.min(offset + indent, lines[n + 1] ?? offset) : offset,
  );
  readWithin(reader, cut);
}
