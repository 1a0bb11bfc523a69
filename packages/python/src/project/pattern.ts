import { lineIndex, type Range } from '@pymaint/core';
import type { SourceFile } from '../source-tree.ts';

/** What a project's own pattern found in a file. */
export interface PatternMatch {
  readonly text: string;
  readonly place: Range;
}

/** What a pattern found, or why it found nothing. */
export type PatternResult =
  | { readonly found: true; readonly match: PatternMatch }
  | { readonly found: false; readonly why: string };

/** Patterns are the project's own text: a file this large is not searched with them. */
const LARGEST = 200_000;

/**
 * Searches a file with a Python regular expression, as `re.search(pattern, text, re.MULTILINE)`, and gives the
 * group of one of these names or numbers. A pattern whose time could explode (a repetition of a repetition, or
 * many wide ones) or that JavaScript cannot express is not run, and says so.
 */
export function searchPattern(
  file: SourceFile,
  pattern: string,
  groups: readonly (string | number)[],
): PatternResult {
  const read = toJavaScript(pattern);
  if (read === undefined)
    return { found: false, why: `the pattern \`${pattern}\` is not one that can be run here` };
  if (file.text.length > LARGEST)
    return { found: false, why: `${file.path} is larger than ${LARGEST} characters` };
  const match = read.exec(file.text);
  if (match === null)
    return { found: false, why: `the pattern \`${pattern}\` matches nothing in ${file.path}` };
  for (const group of groups) {
    const text = typeof group === 'string' ? match.groups?.[group] : match[group];
    const span =
      typeof group === 'string' ? match.indices?.groups?.[group] : match.indices?.[group];
    if (text !== undefined && span !== undefined)
      return {
        found: true,
        match: { text, place: lineIndex(file.path, file.text).range(...span) },
      };
  }
  return {
    found: false,
    why: `the pattern \`${pattern}\` has no group \`${groups.join('` or `')}\``,
  };
}

function toJavaScript(pattern: string): RegExp | undefined {
  const inline = /^\(\?([a-zA-Z]+)\)/.exec(pattern);
  const letters = inline?.[1] ?? '';
  if (/[^aimsu]/.test(letters)) return undefined;
  const body = pattern.slice(inline?.[0].length ?? 0);
  // A repeated group that holds a repetition, and more than three unbounded wide repetitions.
  if (/\([^()]*[*+}][^()]*\)[*+{]/.test(body) || (body.match(/\.[*+]|\][*+]/g) ?? []).length > 3)
    return undefined;
  const source = body
    .replaceAll('(?P<', '(?<')
    .replace(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replaceAll('\\A', '(?<![\\s\\S])')
    .replaceAll('\\Z', '(?![\\s\\S])');
  try {
    return new RegExp(source, `dm${/i/.test(letters) ? 'i' : ''}${/s/.test(letters) ? 's' : ''}`);
  } catch {
    return undefined;
  }
}
