import { spanIn } from '../markdown/content.ts';
import { closingRun, type Inline } from '../markdown/inline-state.ts';

const NAME = /\{([a-zA-Z0-9_\-+:]+)\}`/y;

/** Reads ``{role}`text` `` from its brace on (mdit-py-plugins `myst_role`); gives the offset behind it, or -1. */
export function readRole(inline: Inline, at: number): number {
  const { s, end, cuts } = inline;
  NAME.lastIndex = at;
  const found = NAME.exec(s);
  if (found === null || NAME.lastIndex > end) return -1;
  let from = NAME.lastIndex;
  while (from < end && s.charCodeAt(from) === 96) from += 1;
  const ticks = from - NAME.lastIndex + 1;
  const to = closingRun(inline, from, ticks);
  if (to < 0) return -1;
  const next = to + ticks;
  const shown = noteRole(inline, at, found[1] ?? '', from, to, next);
  cuts?.push({ from: at, to: next, text: shown });
  return next;
}

/** Splits `title <target>` as Sphinx's ReferenceRole does; gives what a reader sees. */
function noteRole(
  inline: Inline,
  at: number,
  role: string,
  from: number,
  to: number,
  next: number,
): string {
  const { s, draft, content } = inline;
  const suppressed = s.charCodeAt(from) === 33;
  const first = suppressed ? from + 1 : from;
  const angle = s.charCodeAt(to - 1) === 62 ? s.lastIndexOf('<', to - 2) : -1;
  const explicit = angle > first && s.charCodeAt(angle - 1) !== 92 && angle < to - 2;
  const start = explicit ? angle + 1 : first;
  const written = s.slice(start, explicit ? to - 1 : to);
  const title = explicit ? s.slice(first, angle).trim() : undefined;
  const short = /^~(?!$)/.test(written) ? 1 : 0;
  const padding = /^\s*/.exec(written.slice(short))?.[0].length ?? 0;
  const target = written.slice(short).trim();
  const targetSpan = spanIn(
    content,
    start + short + padding,
    start + short + padding + target.length,
  );
  const span = spanIn(content, at, next);
  draft.references.push({
    kind: 'role',
    role,
    target,
    ...(title === undefined ? {} : { title }),
    ...(suppressed ? { suppressed } : {}),
    span,
    targetSpan,
  });
  if (role === 'download' && !suppressed)
    draft.files.push({ kind: 'download', path: target, span, pathSpan: targetSpan });
  return title ?? (short === 1 ? target.slice(target.lastIndexOf('.') + 1) : target);
}
