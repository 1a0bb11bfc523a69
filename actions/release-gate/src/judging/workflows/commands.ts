import type { Range } from '@pymaint/core';
import type { Script } from './model.ts';

/** The programs that upload distributions. */
export type Uploader = 'twine' | 'uv' | 'flit' | 'poetry' | 'hatch' | 'pdm';

/** A command of a script, up to its end. */
export interface ScriptCommand {
  readonly program: string;
  /** The words behind it, the lines that a backslash joins included. */
  readonly rest: string;
  readonly place: Range;
}

const UPLOAD =
  /(?<![\w./$-])(twine[ \t]+upload|(?:uv|flit|poetry|hatch|pdm)[ \t]+publish)(?![\w-])/g;
const BUILD =
  /(?<![\w./$-])(-m[ \t]+build|pyproject-build|(?:uv|flit|poetry|hatch|pdm|maturin)[ \t]+build|setup\.py[ \t]+(?:sdist|bdist_wheel)|pip3?[ \t]+wheel)(?![\w-])/g;

/** Each upload of a script. */
export const uploadsIn = (script: Script): readonly ScriptCommand[] => commands(script, UPLOAD);

/** Each command of a script that builds distributions. */
export const buildsIn = (script: Script): readonly ScriptCommand[] => commands(script, BUILD);

function commands({ raw, at }: Script, pattern: RegExp): readonly ScriptCommand[] {
  return [...raw.matchAll(pattern)].flatMap((match): readonly ScriptCommand[] => {
    const line = raw.slice(raw.lastIndexOf('\n', match.index) + 1, match.index);
    // A comment, and what is only said, run nothing.
    if (/(?:^|\s)#|\b(?:echo|printf)\b/.test(line)) return [];
    const end = match.index + match[0].length;
    const [program = ''] = match[0].split(/[ \t]/, 1);
    return [{ program, rest: restOf(raw, end), place: at(match.index, end) }];
  });
}

/** The rest of the line and of those that a backslash joins to it. */
function restOf(raw: string, from: number): string {
  let end = raw.indexOf('\n', from);
  while (end >= 0 && raw[end - 1] === '\\') end = raw.indexOf('\n', end + 1);
  return raw.slice(from, end < 0 ? undefined : end).split(/&&|\|\||[;|]/, 1)[0] ?? '';
}

/** The value of the first of these flags, `''` for one without a value; undefined where there is none. */
export function flagOf(rest: string, ...names: readonly string[]): string | undefined {
  // An expression of GitHub's is one word, though it holds spaces.
  const words = rest
    .replace(/\$\{\{[^{}]*\}\}/g, (expression) => expression.replace(/\s+/g, ''))
    .split(/[\s\\]+/)
    .filter((word) => word !== '');
  for (const [at, word] of words.entries()) {
    const [name = '', ...value] = word.split('=');
    if (names.includes(name)) return value.length > 0 ? value.join('=') : (words[at + 1] ?? '');
  }
  return undefined;
}
