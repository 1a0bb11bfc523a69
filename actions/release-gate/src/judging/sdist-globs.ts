import { matchesGlob } from '@pymaint/core';

/**
 * True where one of the globs keeps a path out, by the rules that build backends share with `.gitignore`: with a slash
 * before its end a glob counts from the top, without one it may match any part, and a folder takes all with it.
 */
export function isLeftOut(globs: readonly string[], path: string): boolean {
  const prefixes = prefixesOf(path);
  return globs.some((glob) => {
    const plain = glob.replace(/\/+$/, '');
    const bare = plain.replace(/^\.?\//, '');
    if (bare === '') return false;
    return bare === plain && !bare.includes('/')
      ? path.split('/').some((part) => matchesGlob(bare, part))
      : prefixes.some((prefix) => matchesGlob(bare, prefix));
  });
}

/** `a`, `a/b` and `a/b/c` of `a/b/c`. */
const prefixesOf = (path: string): readonly string[] => {
  const parts = path.split('/');
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
};
