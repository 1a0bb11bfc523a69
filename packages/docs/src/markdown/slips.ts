import { type Content, spanIn } from './content.ts';
import type { Inline } from './inline-state.ts';
import type { MarkdownReader } from './reader.ts';

const DIRECTIVE = /^\.\. ([a-zA-Z][\w:+.-]*)::(?:[ \t]|$)/m;

/** Notes a paragraph that starts as a directive of reStructuredText does. */
export function noteDirectiveSlip(reader: MarkdownReader, content: Content): void {
  const { s, from, to } = content;
  if (s.charCodeAt(from) !== 46 || !s.startsWith('.. ', from)) return;
  const found = DIRECTIVE.exec(s.slice(from, Math.min(to, from + 100)));
  if (found?.index === 0)
    reader.draft.slips.push({
      kind: 'rst-directive',
      name: found[1] ?? '',
      span: spanIn(content, from, from + found[0].trimEnd().length),
    });
}

const ROLE = /:([a-zA-Z][\w+.-]*(?::[a-zA-Z][\w+.-]*)?):$/;
const LINK = /^[^<>]+<([^<>\s]+)>$/;

/** Notes reStructuredText around a code span: ``:role:`x` `` and `` `text <url>`_ ``. */
export function noteCodeSlip(
  inline: Inline,
  at: number,
  from: number,
  to: number,
  next: number,
): void {
  const { s, end, floor, draft, content } = inline;
  if (from - at !== 1) return;
  if (at > floor && s.charCodeAt(at - 1) === 58) {
    const role = ROLE.exec(s.slice(Math.max(floor, at - 40), at));
    if (role !== null)
      draft.slips.push({
        kind: 'rst-role',
        name: role[1] ?? '',
        span: spanIn(content, at - role[0].length, next),
      });
    return;
  }
  if (next < end && s.charCodeAt(next) === 95 && s.charCodeAt(to - 1) === 62 && to - from < 2000) {
    const link = LINK.exec(s.slice(from, to));
    if (link !== null)
      draft.slips.push({
        kind: 'rst-link',
        name: link[1] ?? '',
        span: spanIn(content, at, next + 1),
      });
  }
}
