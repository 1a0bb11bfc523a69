import { UNDERSCORE, isAlnum, isSeparator, isSpace, mayPrecede } from '../chars.ts';
import { bareLinks } from '../implicit.ts';
import { escaped, oneLine, unescape, withoutSpace } from '../inline-text.ts';
import { spanOf } from '../source.ts';
import type { Ending } from './ending.ts';
import { type Scan, consume, follows } from './scan.ts';

/** `` `text`_ ``, `` `text <uri>`__ ``, `` `text <name_>`_ `` (docutils `phrase_ref`). */
export function phraseReference(s: Scan, i: number, ended: Ending): void {
  const { text, source } = s;
  const { references, targets, links } = s.reader.draft;
  const from = i + 1;
  const angle = embeddedStart(text, from, ended.close);
  const span = spanOf(source, i, ended.end);
  if (angle < 0) {
    const anonymous = ended.underscores === 2;
    const target = unescape(oneLine(text.slice(from, ended.close)));
    references.push({
      kind: anonymous ? 'anonymous' : 'named',
      role: '',
      target,
      span,
      targetSpan: spanOf(source, from, ended.close),
    });
    s.plain?.push(target);
    return;
  }
  const inner = text.slice(angle + 1, ended.close - 1);
  const shown = unescape(oneLine(text.slice(from, angle).trimEnd()));
  const innerSpan = spanOf(source, angle + 1, ended.close - 1);
  const alias = inner.endsWith('_') && !inner.endsWith('\\_') && !isWholeUri(inner);
  const value = alias ? unescape(oneLine(inner.slice(0, -1))) : withoutSpace(inner);
  const title = shown === '' ? value : shown;
  s.plain?.push(title);
  if (alias) {
    const targetSpan = { start: innerSpan.start, end: innerSpan.end - 1 };
    references.push({ kind: 'named', role: '', target: value, title, span, targetSpan });
  } else links.push({ syntax: 'embedded', url: value, span, urlSpan: innerSpan, text: title });
  if (ended.underscores === 1)
    targets.push({
      kind: 'embedded',
      name: title,
      span,
      nameSpan: shown === '' ? innerSpan : spanOf(source, from, angle),
      value: alias ? `${value}_` : value,
      valueSpan: innerSpan,
    });
}

function isWholeUri(text: string): boolean {
  const [first] = bareLinks(text, 0, text.length);
  return first?.start === 0;
}

/** The `<` of an embedded URI or alias at the end of a phrase: with whitespace or nothing before it. */
function embeddedStart(text: string, start: number, end: number): number {
  if (end - start < 3 || text.charCodeAt(end - 1) !== 62 || escaped(text, start, end - 1))
    return -1;
  if (isSpace(text.charCodeAt(end - 2))) return -1;
  for (let i = end - 2; i >= start; i -= 1) {
    const code = text.charCodeAt(i);
    if (code !== 60 && code !== 62) continue;
    if (escaped(text, start, i)) continue;
    if (code === 62 || i === end - 2 || isSpace(text.charCodeAt(i + 1))) return -1;
    const before = text.charCodeAt(i - 1);
    return i === start || before === 32 || before === 10 ? i : -1;
  }
  return -1;
}

/** `name_` and `name__`, looked for from their underscore backwards. */
export function simpleReference(s: Scan, i: number): number {
  const { text } = s;
  if (i <= s.base || !isAlnum(text.charCodeAt(i - 1))) return i + 1;
  const two = text.charCodeAt(i + 1) === UNDERSCORE && i + 1 < s.end;
  const end = two && follows(s, i + 2) ? i + 2 : i + 1;
  if (!follows(s, end)) return i + 1;
  const start = nameStart(s, i);
  if (start < 0) return i + 1;
  consume(s, start, end);
  const target = text.slice(start, i);
  s.plain?.push(target);
  s.reader.draft.references.push({
    kind: end === i + 2 ? 'anonymous' : 'named',
    role: '',
    target,
    span: spanOf(s.source, start, end),
    targetSpan: spanOf(s.source, start, i),
  });
  return end;
}

/** The leftmost place from which a simple name reaches to just before `end`, or -1. */
function nameStart(s: Scan, end: number): number {
  const { text } = s;
  let found = -1;
  for (let k = end - 1; k >= s.base; k -= 1) {
    if (!isAlnum(text.charCodeAt(k))) break;
    while (k > s.base && isAlnum(text.charCodeAt(k - 1))) k -= 1;
    if (k === s.base || mayPrecede(text.charCodeAt(k - 1))) found = k;
    k -= 1;
    if (k < s.base || !isSeparator(text.charCodeAt(k))) break;
  }
  return found;
}
