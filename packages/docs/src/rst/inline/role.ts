import { contextOf } from '../../directives/scope.ts';
import type { Reference } from '../../document.ts';
import { angleStart, oneLine, unescape } from '../inline-text.ts';
import { spanOf } from '../source.ts';
import type { Ending } from './ending.ts';
import type { Scan } from './scan.ts';
import { defaultRoleSlips } from './slips.ts';

/** Splits `title <target>` as Sphinx's ReferenceRole does, and notes `!` and `~`. */
export function roleReference(
  s: Scan,
  role: string,
  start: number,
  from: number,
  ended: Ending,
): void {
  const { text, source } = s;
  const suppressed = text.charCodeAt(from) === 33;
  const first = suppressed ? from + 1 : from;
  const angle = angleStart(text, first, ended.close);
  const explicit = angle > first;
  let at = explicit ? angle + 1 : first;
  const end = explicit ? ended.close - 1 : ended.close;
  if (text.charCodeAt(at) === 126 && at + 1 < end) at += 1;
  const target = unescape(oneLine(text.slice(at, end)));
  const title = explicit ? unescape(oneLine(text.slice(first, angle).trimEnd())) : undefined;
  const span = spanOf(source, start, ended.end);
  const context = contextOf(s.reader.scope);
  const reference: Reference = {
    kind: role === '' ? 'default-role' : 'role',
    role,
    target,
    span,
    targetSpan: spanOf(source, at, end),
    ...(title === undefined ? {} : { title }),
    ...(suppressed ? { suppressed } : {}),
    ...(context === undefined ? {} : { context }),
  };
  s.reader.draft.references.push(reference);
  if (role === 'download' && !suppressed)
    s.reader.draft.files.push({
      kind: 'download',
      path: target,
      span,
      pathSpan: reference.targetSpan,
    });
  if (role === '') defaultRoleSlips(s, start, reference);
  s.plain?.push(title ?? (at > first ? target.slice(target.lastIndexOf('.') + 1) : target));
}
