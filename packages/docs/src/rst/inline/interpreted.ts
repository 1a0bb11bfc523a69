import { COLON, isAlnum, isSeparator, isSpace, mayPrecede } from '../chars.ts';
import { spanOf } from '../source.ts';
import { type Ending, interpretedEnd } from './ending.ts';
import { phraseReference } from './hyperlink.ts';
import { roleReference } from './role.ts';
import { INTERPRETED, type Scan, consume, mayStart, quoted, skip, unended } from './scan.ts';

/** Interpreted text and phrase references: what stands between single backquotes, with a role on either side. */
export function interpretedText(s: Scan, i: number): number {
  const role = rolePrefix(s, i);
  if (role < 0) {
    if (!mayStart(s, i, 1)) return i + 1;
    if (quoted(s, i, 1)) return skip(s, i, 1);
  } else if (i + 1 < s.end && isSpace(s.text.charCodeAt(i + 1))) return i + 1;
  const ended = (s.missing & INTERPRETED) === 0 ? interpretedEnd(s, i + 1) : undefined;
  if (ended === undefined) s.missing |= INTERPRETED;
  if (ended === undefined || ended.close <= i + 1) return unended(s, i, 1, 'interpreted text');
  return interpreted(s, i, role, ended);
}

/** The colon at which a role before this backquote starts, or -1. */
function rolePrefix(s: Scan, i: number): number {
  const { text } = s;
  if (i <= s.base || text.charCodeAt(i - 1) !== COLON || !isAlnum(text.charCodeAt(i - 2)))
    return -1;
  let found = -1;
  for (let k = i - 2; k >= s.base; k -= 1) {
    const code = text.charCodeAt(k);
    if (isAlnum(code)) continue;
    if (!isSeparator(code) || !isAlnum(text.charCodeAt(k + 1))) break;
    if (code === COLON && (k === s.base || mayPrecede(text.charCodeAt(k - 1)))) found = k;
    if (k > s.base && !isAlnum(text.charCodeAt(k - 1))) break;
  }
  return found;
}

function interpreted(s: Scan, i: number, role: number, ended: Ending): number {
  const { draft } = s.reader;
  const start = role < 0 ? i : role;
  const hasSuffix = ended.roleStart >= 0;
  if ((role >= 0 && hasSuffix) || ((role >= 0 || hasSuffix) && ended.underscores > 0)) {
    draft.problems.push({
      kind: 'role-mismatch',
      message: 'Unexpected second role or underscore, expected one role or one reference',
      span: spanOf(s.source, start, ended.end),
    });
    return consume(s, start, ended.end);
  }
  consume(s, start, ended.end);
  if (ended.underscores > 0) phraseReference(s, i, ended);
  else {
    const name = hasSuffix
      ? s.text.slice(ended.roleStart, ended.roleEnd)
      : role >= 0
        ? s.text.slice(role + 1, i - 1)
        : '';
    roleReference(s, name, start, i + 1, ended);
  }
  return ended.end;
}
