import { matchesGlob } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';

/** A folder's `.gitignore`. */
interface IgnoreList {
  readonly text: string;
  /** The folder that it speaks of, below the project's and with `/` behind it; empty for the project's own. */
  readonly folder: string;
  /** Where it stands above the project: the way from there down to it, with `/` behind it. */
  readonly above: string;
}

/**
 * Whether a path, or a folder around it, matches a pattern of any `.gitignore` (gitignore(5)), of the project's
 * folders and of those around it up to the repository's top. Patterns that take something back (`!`) are left
 * out: rather too much is taken for ignored than too little.
 */
export async function ignoring(
  files: readonly string[],
  { git, workspace }: Ports,
): Promise<(path: string) => boolean> {
  const own = files.filter((path) => path === '.gitignore' || path.endsWith('/.gitignore'));
  const lists = await Promise.all([
    ...own.map(async (path) => ({
      text: (await workspace.read(path)) ?? '',
      folder: path.slice(0, -'.gitignore'.length),
      above: '',
    })),
    ...(await parentsOf(git)).map(async (up, n) => ({
      text: (await workspace.read(`${up}/.gitignore`)) ?? '',
      folder: '',
      above: `${workspace.folder
        .split(/[/\\]/u)
        .slice(-n - 1)
        .join('/')}/`,
    })),
  ]);
  return matching(lists);
}

/** `..`, `../..` and so on to the repository's top; none where the project is the repository. */
async function parentsOf(git: Ports['git']): Promise<readonly string[]> {
  if (!(await git.available()).yes) return [];
  const up = (await git.top()).split('/').filter((part) => part === '..');
  return up.map((_, n) => up.slice(0, n + 1).join('/'));
}

function matching(lists: readonly IgnoreList[]): (path: string) => boolean {
  const patterns = lists.flatMap(({ text, folder, above }) =>
    patternsOf(folder, text).map((glob) => ({ glob, above })),
  );
  const judged = new Map<string, boolean>();
  const isMatched = (part: string): boolean => {
    const known = judged.get(part);
    if (known !== undefined) return known;
    const found = patterns.some(({ glob, above }) => matchesGlob(glob, above + part));
    judged.set(part, found);
    return found;
  };
  return (path) => parents(path).some(isMatched);
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
