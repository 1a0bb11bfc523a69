import type { Ports } from '@pymaint/platform';
import { ignoring } from './ignored.ts';

/** The project's files. */
export interface Sources {
  /** What is read: all files, without those that git ignores. */
  readonly files: readonly string[];
  /** Whether there is a file, ignored ones with it. */
  readonly has: (path: string) => boolean;
  /** Whether git ignores what would stand at a path, so that a step of the build may make it. */
  readonly isIgnored: (path: string) => boolean;
  /** True where the tree is an unpacked sdist, which leaves files of the repository out. */
  readonly isSdist: boolean;
  readonly read: (path: string) => Promise<string | undefined>;
}

/** Lists the project's files. */
export async function gatherSources({ git, workspace }: Ports): Promise<Sources> {
  const all = await workspace.list();
  const listed = new Set(all);
  const inGit = (await git.available()).yes;
  const seen = inGit ? new Set([...(await git.tracked()), ...(await git.untracked())]) : listed;
  const read = (path: string): Promise<string | undefined> => workspace.read(path);
  return {
    files: all.filter((path) => seen.has(path)),
    has: (path) => listed.has(path),
    isIgnored: await ignoring(all, read),
    isSdist: !inGit && listed.has('PKG-INFO'),
    read,
  };
}
