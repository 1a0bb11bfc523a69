import { BACKSLASH, UNDERSCORE, isSpace, mayPrecede, simpleNameEnd } from '../chars.ts';
import { oneLine, unescape } from '../inline-text.ts';
import { spanOf } from '../source.ts';
import {
  SUBSTITUTION,
  type Scan,
  consume,
  follows,
  mayStart,
  quoted,
  skip,
  underscoresAt,
  unended,
} from './scan.ts';

/** `|name|`, `|name|_`, `|name|__`. */
export function substitution(s: Scan, i: number): number {
  const { text } = s;
  if (text.charCodeAt(i + 1) === 124 && i + 1 < s.end) return i + 1;
  if (!mayStart(s, i, 1)) return i + 1;
  if (quoted(s, i, 1)) return skip(s, i, 1);
  const found = (s.missing & SUBSTITUTION) === 0 ? substitutionEnd(s, i + 1) : undefined;
  if (found === undefined) s.missing |= SUBSTITUTION;
  if (found === undefined || found.close <= i + 1) return unended(s, i, 1, 'substitution');
  const { close, underscores } = found;
  const end = close + 1 + underscores;
  consume(s, i, end);
  const target = unescape(oneLine(text.slice(i + 1, close)));
  const span = spanOf(s.source, i, end);
  const targetSpan = spanOf(s.source, i + 1, close);
  const { references } = s.reader.draft;
  references.push({ kind: 'substitution', role: '', target, span, targetSpan });
  if (underscores > 0)
    references.push({
      kind: underscores === 2 ? 'anonymous' : 'named',
      role: '',
      target,
      span,
      targetSpan,
    });
  s.plain?.push(target);
  return end;
}

function substitutionEnd(
  s: Scan,
  start: number,
): { readonly close: number; readonly underscores: number } | undefined {
  for (let i = start; i < s.end; i += 1) {
    const code = s.text.charCodeAt(i);
    if (code === BACKSLASH) i += 1;
    else if (code === 124 && (i === start || !isSpace(s.text.charCodeAt(i - 1)))) {
      const underscores = underscoresAt(s, i + 1);
      if (underscores >= 0) return { close: i, underscores };
    }
  }
  return undefined;
}

/** `[1]_`, `[#]_`, `[#name]_`, `[*]_`, `[CIT]_`. */
export function footnote(s: Scan, i: number): number {
  const { text } = s;
  if (i !== s.base && !mayPrecede(text.charCodeAt(i - 1))) return i + 1;
  const close = labelEnd(text, i + 1, s.end);
  if (close < 0 || text.charCodeAt(close + 1) !== UNDERSCORE || close + 1 >= s.end) return i + 1;
  if (!follows(s, close + 2)) return i + 1;
  consume(s, i, close + 2);
  const target = text.slice(i + 1, close);
  s.reader.draft.references.push({
    kind: isFootnoteLabel(target) ? 'footnote' : 'citation',
    role: '',
    target,
    span: spanOf(s.source, i, close + 2),
    targetSpan: spanOf(s.source, i + 1, close),
  });
  return close + 2;
}

/** Whether a label in brackets is a footnote's: a number, `#`, `#name` or `*`. */
export const isFootnoteLabel = (label: string): boolean => /^(?:[0-9]+|#.*|\*)$/u.test(label);

/** The closing bracket behind a footnote's or citation's label, or -1. */
export function labelEnd(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  let last = start;
  if (code === 42) last = start + 1;
  else if (code === 35) last = Math.max(start + 1, simpleNameEnd(text, start + 1, end));
  else last = simpleNameEnd(text, start, end);
  return last > start && last < end && text.charCodeAt(last) === 93 ? last : -1;
}
