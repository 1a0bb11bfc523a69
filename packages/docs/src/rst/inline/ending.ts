import { BACKQUOTE, BACKSLASH, COLON, isSpace, simpleNameEnd } from '../chars.ts';
import { escaped } from '../inline-text.ts';
import { type Scan, underscoresAt } from './scan.ts';

/** How interpreted text ends: at `close`, with a role behind it or not, and underscores or not. */
export interface Ending {
  readonly close: number;
  readonly roleStart: number;
  readonly roleEnd: number;
  readonly underscores: number;
  readonly end: number;
}

/** The first backquote that may end interpreted text, or undefined. */
export function interpretedEnd(s: Scan, start: number): Ending | undefined {
  const { text } = s;
  for (let i = start; i < s.end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i += 1;
    else if (
      code === BACKQUOTE &&
      (i === start || !isSpace(text.charCodeAt(i - 1)) || escaped(text, start, i - 1))
    ) {
      const ending = suffixAt(s, i);
      if (ending !== undefined) return ending;
    }
  }
  return undefined;
}

/** What stands behind a closing backquote: the longest role and the most underscores that may stand there. */
function suffixAt(s: Scan, close: number): Ending | undefined {
  const behind = close + 1;
  if (s.text.charCodeAt(behind) === COLON && behind < s.end) {
    let last = simpleNameEnd(s.text, behind + 1, s.end);
    while (last > behind + 1) {
      if (s.text.charCodeAt(last) === COLON && last < s.end) {
        const underscores = underscoresAt(s, last + 1);
        if (underscores >= 0)
          return {
            close,
            roleStart: behind + 1,
            roleEnd: last,
            underscores,
            end: last + 1 + underscores,
          };
      }
      last = s.text.lastIndexOf(':', last - 1);
    }
  }
  const underscores = underscoresAt(s, behind);
  return underscores < 0
    ? undefined
    : { close, roleStart: -1, roleEnd: -1, underscores, end: behind + underscores };
}
