import { matchesGlob } from '@pymaint/core';

/**
 * Whether a path, or a folder around it, matches a pattern of any `.gitignore` (gitignore(5)). Patterns that take
 * something back (`!`) are left out: rather too much is taken for ignored than too little.
 */
export async function ignoring(
  files: readonly string[],
  read: (path: string) => Promise<string | undefined>,
): Promise<(path: string) => boolean> {
  const lists = files.filter((path) => path === '.gitignore' || path.endsWith('/.gitignore'));
  const patterns = await Promise.all(
    lists.map(async (path) =>
      patternsOf(path.slice(0, -'.gitignore'.length), (await read(path)) ?? ''),
    ),
  );
  const globs = patterns.flat();
  return (path) => parents(path).some((part) => globs.some((glob) => matchesGlob(glob, part)));
}

const patternsOf = (folder: string, text: string): readonly string[] =>
  text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('!'))
    .flatMap((line) => {
      const bare = line.replace(/^\//u, '').replace(/\/$/u, '');
      const anchored = line.startsWith('/') || bare.includes('/');
      return anchored ? [folder + bare] : [folder + bare, `${folder}**/${bare}`];
    });

const parents = (path: string): readonly string[] => {
  const parts = path.split('/');
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
};
