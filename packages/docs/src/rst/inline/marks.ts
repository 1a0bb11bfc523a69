import { isSpace } from '../chars.ts';
import { oneLine, unescape } from '../inline-text.ts';
import { spanOf } from '../source.ts';
import {
  EMPHASIS,
  LITERAL,
  type Scan,
  STRONG,
  TARGET,
  consume,
  endString,
  follows,
  mayStart,
  quoted,
  skip,
  unended,
} from './scan.ts';

/** `*emphasis*` and `**strong**`. */
export function asterisk(s: Scan, i: number): number {
  const strong = s.text.charCodeAt(i + 1) === 42 && i + 1 < s.end;
  const length = strong ? 2 : 1;
  if (!mayStart(s, i, length)) return i + length;
  if (quoted(s, i, length)) return skip(s, i, length);
  const flag = strong ? STRONG : EMPHASIS;
  const end = (s.missing & flag) === 0 ? endString(s, i + length, strong ? '**' : '*') : -1;
  if (end < 0) s.missing |= flag;
  if (end <= i + length) return unended(s, i, length, strong ? 'strong' : 'emphasis');
  consume(s, i, end + length);
  s.plain?.push(unescape(s.text.slice(i + length, end)));
  return end + length;
}

/** ``` ``literal`` ```, in which nothing is markup. */
export function literal(s: Scan, i: number): number {
  if (!mayStart(s, i, 2)) return i + 1;
  if (quoted(s, i, 2)) return skip(s, i, 2);
  const end = (s.missing & LITERAL) === 0 ? literalEnd(s, i + 2) : -1;
  if (end < 0) s.missing |= LITERAL;
  if (end <= i + 2) return unended(s, i, 2, 'literal');
  consume(s, i, end + 2);
  s.plain?.push(s.text.slice(i + 2, end));
  return end + 2;
}

function literalEnd(s: Scan, start: number): number {
  let i = s.text.indexOf('``', start);
  while (i >= 0 && i + 2 <= s.end) {
    if ((i === start || !isSpace(s.text.charCodeAt(i - 1))) && follows(s, i + 2)) return i;
    i = s.text.indexOf('``', i + 1);
  }
  return -1;
}

/** `` _`inline target` ``. */
export function inlineTarget(s: Scan, i: number): number {
  if (!mayStart(s, i, 2)) return i + 1;
  if (quoted(s, i, 2)) return skip(s, i, 2);
  const end = (s.missing & TARGET) === 0 ? endString(s, i + 2, '`') : -1;
  if (end < 0) s.missing |= TARGET;
  if (end <= i + 2) return unended(s, i, 2, 'inline target');
  consume(s, i, end + 1);
  const name = unescape(oneLine(s.text.slice(i + 2, end)));
  s.plain?.push(name);
  s.reader.draft.targets.push({
    kind: 'inline',
    name,
    span: spanOf(s.source, i, end + 1),
    nameSpan: spanOf(s.source, i + 2, end),
  });
  return end + 1;
}
