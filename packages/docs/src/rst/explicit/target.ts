import type { Target } from '../../document.ts';
import { BACKQUOTE, BACKSLASH, COLON, SPACE, isSpace } from '../chars.ts';
import { escaped, oneLine, unescape, withoutSpace } from '../inline-text.ts';
import { fromOf, indentedBlock, toOf } from '../lines.ts';
import type { Reader } from '../reader.ts';
import { type Source, spanOf } from '../source.ts';
import type { ExplicitAt } from './at.ts';

/** The name of a target and where its value starts. */
interface TargetName {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** `.. _name: value`, `.. __: value` (docutils `hyperlink_target`). */
export function hyperlinkTarget({
  reader,
  source,
  line,
  after,
  end,
}: ExplicitAt): number | undefined {
  const stop = indentedBlock(source, line + 1, end, true).end;
  const last = toOf(source, stop - 1);
  const name = targetName(source.text, after + 1, last);
  if (name === undefined) return undefined;
  addTarget(reader, source, fromOf(source, line), name, last);
  return stop;
}

/** `__ value` */
export function anonymousTarget({ reader, source, line, after, end }: ExplicitAt): number {
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
