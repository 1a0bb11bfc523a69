import type { Directive, DirectiveOption, Span } from '../document.ts';
import { collectDirective, optionOf } from '../directives/collect.ts';
import { type DirectiveSpec, UNKNOWN, specOf } from '../directives/specs.ts';
import { readContent } from './content.ts';
import { readInline, readInlineText } from './inline.ts';
import { closeLabels, forgetLabels, labelsBeforeCaption } from './labels.ts';
import {
  fromOf,
  indentedBlock,
  isBlank,
  startAt,
  toOf,
  trimLines,
  withoutBlankEnd,
  withoutBlankStart,
} from './lines.ts';
import { fieldMarker } from './markers.ts';
import type { Reader } from './reader.ts';
import { type Source, spanOf } from './source.ts';

/** Where a directive stands: the line and offsets of its name, and what is behind its colons. */
export interface DirectiveStart {
  readonly line: number;
  readonly start: number;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly content: number;
  readonly end: number;
}

/** The lines of a directive's parts; each is empty where its end is its start. */
interface Parts {
  readonly first: number;
  readonly argumentEnd: number;
  readonly optionsEnd: number;
  readonly content: number;
  readonly end: number;
}

/** Reads a directive and gives the line to go on from (docutils `run_directive`). */
export function readDirective(reader: Reader, source: Source, at: DirectiveStart): number {
  const { draft } = reader;
  const block = indentedBlock(source, at.line + 1, at.end);
  startAt(source, at.line, at.content);
  trimLines(source, at.line + 1, block.end, block.indent);
  const end = withoutBlankEnd(source, at.line, block.end);
  const name = source.text.slice(at.nameStart, at.nameEnd);
  const spec = specOf(name, reader.scope.domain);
  const parts = splitParts(source, at.line, end, spec);
  const options = readOptions(source, parts);
  const isSound = spec === UNKNOWN || options === undefined || areOptions(options);
  if (options === undefined || !isSound || !isComplete(source, parts, spec)) {
    drop(reader, source, at, end, name);
    return block.end;
  }
  const index = draft.directives.length;
  const directive = makeDirective(reader, source, at, parts, end, name, spec, options);
  draft.directives.push(directive);
  const inner = collectDirective(draft, reader.text, index, reader.scope);
  nameLabels(reader, source, directive, parts);
  readArgument(reader, source, parts, spec);
  const { directive: outer } = reader;
  const { classes } = reader.scope;
  reader.directive = index;
  if (inner !== undefined) reader.scope.classes = [...classes, inner];
  if (parts.content < parts.end)
    readContent(reader, source, spec.content, parts.content, parts.end, name);
  if (inner !== undefined) reader.scope.classes = classes;
  reader.directive = outer;
  return block.end;
}

/** Docutils drops a directive that it cannot make sense of, with all it holds. */
function drop(reader: Reader, source: Source, at: DirectiveStart, end: number, name: string): void {
  closeLabels(reader);
  reader.draft.problems.push({
    kind: 'invalid-directive',
    message: `Unexpected argument, option or content of \`${name}\`; docutils drops the directive with all it holds`,
    span: spanOf(source, at.start, Math.max(at.nameEnd + 2, toOf(source, end - 1))),
  });
}

/** Docutils' `parse_directive_block`. */
function splitParts(source: Source, line: number, end: number, spec: DirectiveSpec): Parts {
  const first = line < end && isBlank(source, line) ? line + 1 : line;
  if (first >= end) return { first: end, argumentEnd: end, optionsEnd: end, content: end, end };
  const takes = spec.most > 0 || spec.options;
  let blockEnd = first;
  if (takes) while (blockEnd < end && !isBlank(source, blockEnd)) blockEnd += 1;
  let argumentEnd = first;
  if (spec.options)
    while (argumentEnd < blockEnd && !isOption(source, argumentEnd)) argumentEnd += 1;
  else argumentEnd = blockEnd;
  // Of an unknown directive whose text starts below its name, the text is the content.
  const asContent = spec.most === 0 || (spec.argument === 'roles' && first > line);
  if (argumentEnd > first && asContent) {
    if (argumentEnd < blockEnd) return contentBeforeOptions(first, argumentEnd, blockEnd, end);
    return { first, argumentEnd: first, optionsEnd: first, content: first, end };
  }
  const content = withoutBlankStart(source, blockEnd, end);
  return { first, argumentEnd, optionsEnd: blockEnd, content, end };
}

/** `.. note:: text` with options below: the text is content, and the option lines are no part of it. */
const contentBeforeOptions = (
  first: number,
  argumentEnd: number,
  optionsEnd: number,
  end: number,
): Parts => ({ first, argumentEnd, optionsEnd, content: first, end });

const isOption = (source: Source, line: number): boolean =>
  fieldMarker(source.text, fromOf(source, line), toOf(source, line)) !== undefined;

/** The options, or undefined where the block holds anything else. */
function readOptions(source: Source, parts: Parts): readonly DirectiveOption[] | undefined {
  const options: DirectiveOption[] = [];
  let line = parts.argumentEnd;
  while (line < parts.optionsEnd) {
    const from = fromOf(source, line);
    const marker = fieldMarker(source.text, from, toOf(source, line));
    if (marker === undefined) return undefined;
    const stop = Math.min(indentedBlock(source, line + 1, parts.optionsEnd).end, parts.optionsEnd);
    const start =
      marker.after < toOf(source, line) || stop === line + 1
        ? marker.after
        : (source.head[line + 1] ?? 0);
    const end = Math.max(start, toOf(source, stop - 1));
    options.push({
      name: source.text.slice(from + 1, marker.close),
      value: source.text.slice(start, end).trim(),
      span: spanOf(source, from, Math.max(end, marker.close + 1)),
      valueSpan: spanOf(source, start, end),
    });
    line = stop;
  }
  // Options may stand between the first line of the content and the rest: what is read later skips them.
  if (parts.content < parts.argumentEnd)
    for (let n = parts.argumentEnd; n < parts.optionsEnd; n += 1)
      startAt(source, n, toOf(source, n));
  return options;
}

/** Docutils takes no option twice, and none whose name holds a space (`extract_extension_options`). */
const areOptions = (options: readonly DirectiveOption[]): boolean =>
  new Set(options.map(({ name }) => name.toLowerCase())).size === options.length &&
  options.every(({ name }) => !name.includes(' '));

/** Whether there are as many arguments as there must be, and no content where there may be none. */
function isComplete(source: Source, parts: Parts, spec: DirectiveSpec): boolean {
  const isArgument = parts.content !== parts.first || parts.argumentEnd === parts.first;
  const hasText = isArgument && parts.argumentEnd > parts.first;
  if (spec.required > 0 && !hasText) return false;
  if (spec.content === 'none' && parts.content < parts.end) return false;
  if (!hasText || spec.spaces) return true;
  const text = source.text.slice(fromOf(source, parts.first), toOf(source, parts.argumentEnd - 1));
  return text.trim().split(/\s+/u).length <= spec.most;
}

function makeDirective(
  reader: Reader,
  source: Source,
  at: DirectiveStart,
  parts: Parts,
  end: number,
  name: string,
  spec: DirectiveSpec,
  options: readonly DirectiveOption[],
): Directive {
  const isText = parts.content === parts.first && parts.content < parts.end;
  const [start, stop] =
    isText || parts.argumentEnd === parts.first
      ? [at.content, at.content]
      : [fromOf(source, parts.first), toOf(source, parts.argumentEnd - 1)];
  const last = Math.max(at.nameEnd + 2, toOf(source, end - 1));
  const parsed = spec.content !== 'literal' && spec.content !== 'none';
  const contentStart = parts.content < parts.end ? fromOf(source, parts.content) : last;
  return {
    name,
    nameSpan: spanOf(source, at.nameStart, at.nameEnd),
    span: spanOf(source, at.start, last),
    argument: source.text.slice(start, stop),
    argumentSpan: spanOf(source, start, stop),
    options,
    contentSpan: spanOf(source, contentStart, Math.max(contentStart, last)),
    content: parsed ? [] : contentLines(source, parts),
    parsed,
    parent: reader.directive,
  };
}

function contentLines(source: Source, parts: Parts): readonly Span[] {
  const lines: Span[] = [];
  for (let line = parts.content; line < parts.end; line += 1)
    lines.push(spanOf(source, fromOf(source, line), toOf(source, line)));
  return lines;
}

/** Labels before a figure, table or code block go by its caption; before much else there is no title. */
function nameLabels(reader: Reader, source: Source, directive: Directive, parts: Parts): void {
  const caption = optionOf(directive, 'caption');
  switch (directive.name.toLowerCase()) {
    case 'figure':
      if (parts.content < parts.end) labelsBeforeCaption(reader, captionText(source, parts));
      else closeLabels(reader);
      break;
    case 'table':
    case 'list-table':
    case 'csv-table':
    case 'rubric':
      if (directive.argument === '') closeLabels(reader);
      else labelsBeforeCaption(reader, directive.argument);
      break;
    case 'code-block':
    case 'sourcecode':
    case 'literalinclude':
    case 'toctree':
      if (caption === undefined) closeLabels(reader);
      else labelsBeforeCaption(reader, caption.value);
      break;
    default:
      forgetLabels(reader);
  }
  reader.bodySeen ||= !INVISIBLE.has(directive.name.toLowerCase());
  if (caption !== undefined && CAPTIONED.has(directive.name.toLowerCase()))
    readOptionText(reader, source, caption);
}

const INVISIBLE = new Set([
  'meta',
  'role',
  'default-role',
  'title',
  'default-domain',
  'highlight',
  'contents',
]);
const CAPTIONED = new Set(['code-block', 'sourcecode', 'literalinclude']);

const captionText = (source: Source, parts: Parts): string => {
  let stop = parts.content;
  while (stop < parts.end && !isBlank(source, stop)) stop += 1;
  return source.text.slice(fromOf(source, parts.content), toOf(source, stop - 1));
};

/** Reads an option's value as inline markup. Its span is the file's, so only a source without a map will do. */
function readOptionText(reader: Reader, source: Source, option: DirectiveOption): void {
  if (source.origin === undefined)
    readInline(reader, source, option.valueSpan.start, option.valueSpan.end);
}

function readArgument(reader: Reader, source: Source, parts: Parts, spec: DirectiveSpec): void {
  if (
    parts.argumentEnd === parts.first ||
    (parts.content === parts.first && parts.content < parts.end)
  )
    return;
  let start = fromOf(source, parts.first);
  const end = toOf(source, parts.argumentEnd - 1);
  switch (spec.argument) {
    case 'inline':
      readInline(reader, source, start, end);
      return;
    case 'version':
      while (start < end && !/\s/u.test(source.text.charAt(start))) start += 1;
      while (start < end && /\s/u.test(source.text.charAt(start))) start += 1;
      readInline(reader, source, start, end);
      return;
    case 'roles':
      readRoles(reader, source, start, end);
      return;
    case 'none':
    case 'text':
  }
}

/** Of an argument whose meaning is not known, only roles are sure to be markup. */
function readRoles(reader: Reader, source: Source, start: number, end: number): void {
  const { draft } = reader;
  const before = {
    references: draft.references.length,
    links: draft.links.length,
    targets: draft.targets.length,
    problems: draft.problems.length,
    slips: draft.slips.length,
  };
  readInlineText(reader, source, start, end);
  const roles = draft.references.splice(before.references).filter(({ kind }) => kind === 'role');
  draft.references.push(...roles);
  draft.links.length = before.links;
  draft.targets.length = before.targets;
  draft.problems.length = before.problems;
  draft.slips.length = before.slips;
}
