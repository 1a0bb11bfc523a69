import type { Target } from '../document.ts';
import { BACKQUOTE, BACKSLASH, COLON, SPACE, isSpace, simpleNameEnd } from './chars.ts';
import { readDirective } from './directive.ts';
import { isFootnoteLabel, labelEnd } from './inline/labelled.ts';
import { escaped, oneLine, unescape, withoutSpace } from './inline-text.ts';
import { closeLabels } from './labels.ts';
import { blockAfter, fromOf, indentedBlock, isBlank, toOf, withoutBlankEnd } from './lines.ts';
import { afterMarker } from './markers.ts';
import { nested } from './nested.ts';
import type { Reader } from './reader.ts';
import { type Source, spanOf } from './source.ts';

/** An explicit markup block: `after` is what stands behind its `..`. Gives the line to go on from. */
export function readExplicit(
  reader: Reader,
  source: Source,
  line: number,
  after: number,
  end: number,
): number {
  const { text } = source;
  const to = toOf(source, line);
  const code = after < to && after > fromOf(source, line) + 2 ? text.charCodeAt(after) : NaN;
  const next = after + 1 < to ? text.charCodeAt(after + 1) : SPACE;
  const stop =
    code === 91
      ? footnote(reader, source, line, after, end)
      : code === 95 && next !== SPACE
        ? hyperlinkTarget(reader, source, line, after, end)
        : code === 124 && next !== SPACE
          ? substitution(reader, source, line, after, end)
          : code === code
            ? directive(reader, source, line, after, end)
            : undefined;
  return stop ?? comment(reader, source, line, after, end);
}

function directive(
  reader: Reader,
  source: Source,
  line: number,
  after: number,
  end: number,
): number | undefined {
  const { text } = source;
  const to = toOf(source, line);
  const nameEnd = simpleNameEnd(text, after, to);
  if (nameEnd < 0) return undefined;
  const colons = text.charCodeAt(nameEnd) === SPACE && nameEnd < to ? nameEnd + 1 : nameEnd;
  if (
    colons + 1 >= to ||
    text.charCodeAt(colons) !== COLON ||
    text.charCodeAt(colons + 1) !== COLON
  )
    return undefined;
  const content = afterMarker(text, colons + 2, to);
  if (content < 0) return undefined;
  return readDirective(reader, source, {
    line,
    start: fromOf(source, line),
    nameStart: after,
    nameEnd,
    content,
    end,
  });
}

/** `.. [1] text`, `.. [#name] text`, `.. [CIT] text`. */
function footnote(
  reader: Reader,
  source: Source,
  line: number,
  after: number,
  end: number,
): number | undefined {
  const { text } = source;
  const to = toOf(source, line);
  const close = labelEnd(text, after + 1, to);
  const content = close < 0 ? -1 : afterMarker(text, close + 1, to);
  if (content < 0) return undefined;
  closeLabels(reader);
  reader.bodySeen = true;
  const name = text.slice(after + 1, close);
  const start = fromOf(source, line);
  const stop = blockAfter(source, line, content, end);
  reader.draft.targets.push({
    kind: isFootnoteLabel(name) ? 'footnote' : 'citation',
    name,
    span: spanOf(
      source,
      start,
      Math.max(close + 1, toOf(source, withoutBlankEnd(source, line, stop) - 1)),
    ),
    nameSpan: spanOf(source, after + 1, close),
  });
  nested(reader, source, line, stop);
  return stop;
}

/** The name of a target and where its value starts. */
interface TargetName {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** `.. _name: value`, `.. __: value` (docutils `hyperlink_target`). */
function hyperlinkTarget(
  reader: Reader,
  source: Source,
  line: number,
  after: number,
  end: number,
): number | undefined {
  const stop = indentedBlock(source, line + 1, end, true).end;
  const last = toOf(source, stop - 1);
  const name = targetName(source.text, after + 1, last);
  if (name === undefined) return undefined;
  addTarget(reader, source, fromOf(source, line), name, last);
  return stop;
}

/** `__ value` */
export function readAnonymous(
  reader: Reader,
  source: Source,
  line: number,
  after: number,
  end: number,
): number {
  const stop = indentedBlock(source, line + 1, end, true).end;
  const start = fromOf(source, line);
  const name = { start: start + 2, end: start + 2, value: after };
  addTarget(reader, source, start, name, toOf(source, stop - 1));
  return stop;
}

/** The name ends before the first colon that is not escaped and has a space or a line's end behind it. */
function targetName(text: string, start: number, end: number): TargetName | undefined {
  if (text.charCodeAt(start) === 95) {
    const value = afterTargetColon(text, start + 1, end);
    return value < 0 ? undefined : { start, end: start, value };
  }
  const isQuoted = text.charCodeAt(start) === BACKQUOTE;
  const from = isQuoted ? start + 1 : start;
  const first = text.charCodeAt(from);
  if (from >= end || first === SPACE || first === BACKQUOTE) return undefined;
  for (let i = from; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) {
      i += 1;
      continue;
    }
    if (isQuoted ? code !== BACKQUOTE : code !== COLON) continue;
    let stop = i;
    if (!isQuoted && text.charCodeAt(i - 1) === SPACE) stop -= 1;
    if (stop <= from) continue;
    const before = text.charCodeAt(stop - 1);
    if (isSpace(before) || (!isQuoted && before === COLON && !escaped(text, from, stop - 1)))
      continue;
    const value = afterTargetColon(text, isQuoted ? i + 1 : stop, end);
    if (value >= 0) return { start: from, end: stop, value };
  }
  return undefined;
}

/** Behind the colon of a target, with one space before it at most and whitespace or an end behind it. */
function afterTargetColon(text: string, at: number, end: number): number {
  const colon = text.charCodeAt(at) === SPACE ? at + 1 : at;
  if (colon >= end || text.charCodeAt(colon) !== COLON) return -1;
  if (colon + 1 === end) return end;
  return isSpace(text.charCodeAt(colon + 1)) ? colon + 1 : -1;
}

const INDIRECT = /^(?:([\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*)|`(?! )([^]*[^\s\\])`)_$/u;

function addTarget(
  reader: Reader,
  source: Source,
  start: number,
  at: TargetName,
  end: number,
): void {
  const { text } = source;
  let from = at.value;
  while (from < end && isSpace(text.charCodeAt(from))) from += 1;
  const name = unescape(oneLine(text.slice(at.start, at.end)));
  const raw = text.slice(from, end);
  const indirect = raw.endsWith('_') ? INDIRECT.exec(oneLine(raw)) : null;
  const value =
    indirect === null ? withoutSpace(raw) : `${unescape(indirect[1] ?? indirect[2] ?? '')}_`;
  const span = spanOf(source, start, Math.max(end, at.end));
  const valueSpan = spanOf(source, from, end);
  const nameSpan = spanOf(source, at.start, at.end);
  const kind = kindOf(name, value, indirect !== null);
  if (kind === 'label') reader.labels.push(reader.draft.targets.length);
  const target: Target = { kind, name, span, nameSpan };
  reader.draft.targets.push(value === '' ? target : { ...target, value, valueSpan });
  if (value !== '' && indirect === null)
    reader.draft.links.push({ syntax: 'definition', url: value, span, urlSpan: valueSpan });
}

function kindOf(name: string, value: string, isIndirect: boolean): Target['kind'] {
  if (name === '') return 'anonymous';
  if (value === '') return 'label';
  return isIndirect ? 'alias' : 'uri';
}

/** `.. |name| directive:: …` (docutils `substitution_def`). */
function substitution(
  reader: Reader,
  source: Source,
  line: number,
  after: number,
  end: number,
): number | undefined {
  const { text } = source;
  const block = indentedBlock(source, line + 1, end);
  const to = toOf(source, withoutBlankEnd(source, line, block.end) - 1);
  const close = substitutionEnd(text, after + 1, to);
  if (close < 0) return undefined;
  let at = close + 1;
  while (at < to && isSpace(text.charCodeAt(at))) at += 1;
  const start = fromOf(source, line);
  let first = line;
  while (first + 1 < block.end && toOf(source, first) < at) first += 1;
  reader.draft.targets.push({
    kind: 'substitution',
    name: oneLine(text.slice(after + 1, close)),
    span: spanOf(source, start, Math.max(to, close + 1)),
    nameSpan: spanOf(source, after + 1, close),
    ...(at < to ? { value: text.slice(at, to), valueSpan: spanOf(source, at, to) } : {}),
  });
  const nameEnd = simpleNameEnd(text, at, toOf(source, first));
  if (nameEnd < 0 || !text.startsWith('::', nameEnd)) return block.end;
  const content = afterMarker(text, nameEnd + 2, toOf(source, first));
  if (content < 0) return block.end;
  const { directives, targets } = reader.draft;
  const before = directives.length;
  readDirective(reader, source, {
    line: first,
    start: at,
    nameStart: at,
    nameEnd,
    content,
    end: block.end,
  });
  // A directive that is dropped leaves the definition empty, and that is none.
  if (directives.length === before) targets.pop();
  return block.end;
}

/** The bar that ends a substitution's name: not escaped, no whitespace before it, some or nothing behind. */
function substitutionEnd(text: string, start: number, end: number): number {
  for (let i = start; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i += 1;
    else if (code === 124 && i > start && !isSpace(text.charCodeAt(i - 1)))
      if (i + 1 >= end || isSpace(text.charCodeAt(i + 1))) return i;
  }
  return -1;
}

const SINGLE_COLON = /^([A-Za-z][A-Za-z0-9]*(?:[-:_][A-Za-z0-9]+)*) ?:(?![:\w])/u;

/** Anything else is a comment. An empty one followed by a blank line takes nothing with it. */
function comment(reader: Reader, source: Source, line: number, after: number, end: number): number {
  const start = fromOf(source, line);
  const to = toOf(source, line);
  const isEmpty = after >= to && (line + 1 >= end || isBlank(source, line + 1));
  const stop = isEmpty ? line + 1 : indentedBlock(source, line + 1, end).end;
  const last = Math.max(after, toOf(source, withoutBlankEnd(source, line, stop) - 1));
  const span = spanOf(source, start, Math.max(last, start + 2));
  const text = source.text.slice(after, last);
  reader.draft.comments.push({ text, span });
  const single = SINGLE_COLON.exec(text.slice(0, 100));
  if (single?.[1] !== undefined)
    reader.draft.slips.push({ kind: 'single-colon', name: single[1], span });
  return stop;
}
