import type { Reference, Slip } from '../../document.ts';
import { COLON } from '../chars.ts';
import { spanOf } from '../source.ts';
import type { Scan } from './scan.ts';

const ABSOLUTE = /^(?:https?|ftp):\/\/\S+$/u;

/** Notes what stands in backquotes alone and was meant for a link (its underscore lacks) or a role (a space too many). */
export function defaultRoleSlips(s: Scan, start: number, reference: Reference): void {
  const slip = (kind: Slip['kind'], name: string, from: number): void => {
    s.reader.draft.slips.push({ kind, name, span: { start: from, end: reference.span.end } });
  };
  if (reference.title !== undefined && ABSOLUTE.test(reference.target))
    slip('missing-underscore', reference.target, reference.span.start);
  if (s.text.charCodeAt(start - 1) !== 32 || s.text.charCodeAt(start - 2) !== COLON) return;
  const before = /(?:^|[\s([{'"<]):([A-Za-z][A-Za-z0-9.+:_-]*): $/u.exec(
    s.text.slice(Math.max(0, start - 40), start),
  );
  const name = before?.[1];
  if (name !== undefined)
    slip('role-space', name, spanOf(s.source, start - name.length - 3, start).start);
}

const MARKDOWN_LINK = /\[([^\][\n`]{1,200})\]\(((?:https?:\/\/|#|\.{0,2}\/)?[^\s()<>]{1,500})\)$/u;

/** Notes a Markdown link, which reStructuredText shows as it is written. */
export function closingBracket(s: Scan, i: number): number {
  if (s.text.charCodeAt(i + 1) !== 40 || i + 1 >= s.end) return i + 1;
  const most = Math.min(s.end, i + 500);
  let close = i;
  while (close < most && s.text.charCodeAt(close) !== 41) close += 1;
  if (close === most) return i + 1;
  const from = Math.max(s.run, i - 201);
  const found = MARKDOWN_LINK.exec(s.text.slice(from, close + 1));
  const url = found?.[2];
  if (found === null || url === undefined || !/[/.#]/u.test(url)) return i + 1;
  s.reader.draft.slips.push({
    kind: 'markdown-link',
    name: url,
    span: spanOf(s.source, from + found.index, close + 1),
  });
  return i + 1;
}
