import { collectDirective, optionOf } from '../directives/collect.ts';
import { type DirectiveSpec, specOf } from '../directives/specs.ts';
import type { Directive, Span, Target } from '../document.ts';
import type { Blocks, Fence } from '../markdown/block-state.ts';
import { isBlank, skipBlank, trimEnd } from '../markdown/chars.ts';
import { queueText } from '../markdown/queue.ts';
import type { Lines } from '../markdown/lines.ts';
import type { MarkdownReader, Writable } from '../markdown/reader.ts';
import { spansOf } from '../markdown/spans.ts';
import { readWithin } from '../markdown/within.ts';
import { embedRst } from './eval-rst.ts';
import { readGlossary } from './glossary.ts';
import { readOptions } from './options.ts';

const NAME = /^\{([a-zA-Z0-9][^\s{}]*)\}/;

/** Directives that only MyST knows and whose content is no markup. */
const LITERAL: ReadonlySet<string> = new Set([
  'eval-rst',
  'code-cell',
  'raw-cell',
  'bibliography',
  'tableofcontents',
]);

/** Reads a fence whose info starts with `{name}` as a directive; false where it is code. */
export function readDirective(b: Blocks, fence: Fence, span: Span): boolean {
  const { text, reader } = b;
  const { start, end } = fence.info;
  const name = NAME.exec(text.slice(start, Math.min(end, start + 200)))?.[1];
  if (name === undefined) return false;
  const argument = skipBlank(text, start + name.length + 2, end);
  const { options, taken } = readOptions(text, fence.lines);
  const lines = contentLines(text, fence.lines, taken);
  const literal = LITERAL.has(name.toLowerCase());
  const spec = specOf(name, reader.scope.domain);
  const parsed = !literal && spec.content !== 'literal' && spec.content !== 'none';
  const contentStart = lines[0] ?? span.end;
  const index = reader.draft.directives.push({
    name,
    nameSpan: { start: start + 1, end: start + 1 + name.length },
    span,
    argument: text.slice(argument, end),
    argumentSpan: { start: argument, end },
    options,
    contentSpan: { start: contentStart, end: Math.max(contentStart, lines.at(-1) ?? contentStart) },
    content: parsed ? [] : spansOf(lines),
    parsed,
    parent: reader.directive,
  });
  nameLabels(fence.labels, reader, index - 1, lines);
  readParts(b, index - 1, spec, lines, literal);
  return true;
}

/** What is behind the options, without a blank line at its start. */
function contentLines(text: string, lines: Lines, taken: number): Lines {
  const rest = taken >= lines.length ? [] : lines.slice(taken);
  const blank = rest.length > 0 && skipBlank(text, rest[0] ?? 0, rest[1] ?? 0) >= (rest[1] ?? 0);
  return blank ? rest.slice(2) : rest;
}

function readParts(
  b: Blocks,
  index: number,
  spec: DirectiveSpec,
  lines: Lines,
  literal: boolean,
): void {
  const { reader, text } = b;
  const directive = reader.draft.directives[index];
  if (directive === undefined) return;
  const inner = collectDirective(reader.draft, text, index, reader.scope);
  if (literal) return readLiteral(reader, directive, index, lines);
  readArgument(b, directive, spec);
  if (!directive.parsed || lines.length === 0) return;
  const { directive: outer, scope } = reader;
  const { classes } = scope;
  reader.directive = index;
  if (inner !== undefined) scope.classes = [...classes, inner];
  if (spec.content === 'glossary') readGlossary(reader, lines);
  else readWithin(reader, lines);
  if (inner !== undefined) scope.classes = classes;
  reader.directive = outer;
}

function readLiteral(
  reader: MarkdownReader,
  directive: Directive,
  index: number,
  lines: Lines,
): void {
  const { contentSpan, content, name, argument } = directive;
  if (name === 'eval-rst') embedRst(reader, lines, index);
  else if (name === 'code-cell')
    reader.draft.code.push({
      origin: 'cell',
      language: argument.trim(),
      span: contentSpan,
      lines: content,
      directive: index,
    });
}

/** A title is text; so is the argument of a directive that takes none, and what stands behind a version. */
function readArgument(b: Blocks, { argumentSpan }: Directive, { argument }: DirectiveSpec): void {
  const { text } = b;
  const { end } = argumentSpan;
  let from = argumentSpan.start;
  if (argument === 'text' || from >= end) return;
  if (argument === 'version') {
    while (from < end && !isBlank(text.charCodeAt(from))) from += 1;
    from = skipBlank(text, from, end);
  }
  if (from < end) queueText(b.reader, { s: text, from, to: end });
}

const CAPTIONED: ReadonlySet<string> = new Set([
  'code-block',
  'sourcecode',
  'literalinclude',
  'toctree',
]);
const TITLED: ReadonlySet<string> = new Set(['table', 'list-table', 'csv-table', 'rubric']);

/** Labels before a figure, table or code block go by its caption; of other directives nothing is known. */
function nameLabels(
  labels: readonly Target[],
  reader: MarkdownReader,
  index: number,
  lines: Lines,
): void {
  const directive = reader.draft.directives[index];
  if (directive === undefined) return;
  const name = directive.name.toLowerCase();
  const caption =
    name === 'figure'
      ? firstParagraph(reader.text, lines)
      : TITLED.has(name)
        ? directive.argument.trim()
        : CAPTIONED.has(name)
          ? (optionOf(directive, 'caption')?.value ?? '')
          : undefined;
  for (const label of labels as readonly Writable<Target>[]) {
    if (caption === undefined) continue;
    if (caption === '') label.untitled = true;
    else label.caption = caption;
  }
}

function firstParagraph(text: string, lines: Lines): string {
  let n = 0;
  while (n < lines.length && trimEnd(text, lines[n] ?? 0, lines[n + 1] ?? 0) > (lines[n] ?? 0))
    n += 2;
  return n === 0 ? '' : text.slice(lines[0], lines[n - 1]);
}
