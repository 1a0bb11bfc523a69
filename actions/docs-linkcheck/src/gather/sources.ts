import { keepYoungHeapSmall, type Ports } from '@pymaint/platform';
import { ignoring } from './ignored.ts';

/** The project's files. */
export interface Sources {
  /** What is read: all files, without those that git ignores. */
  readonly files: readonly string[];
  /** All files, ignored ones with them. */
  readonly all: readonly string[];
  /** Submodules and links to folders, which are not looked into. */
  readonly opaque: readonly string[];
  /** Whether the project's folder is the repository's top, as far as is known. */
  readonly isTop: boolean;
  /** Whether there is a file, ignored ones with it. */
  readonly has: (path: string) => boolean;
  /** Whether git ignores what would stand at a path, so that a step of the build may make it. */
  readonly isIgnored: (path: string) => boolean;
  /** Why a file that is not here may be in the repository all the same; absent where git knows them all. */
  readonly partial?: string;
  readonly read: (path: string) => Promise<string | undefined>;
  /** As `read`, at once: for what only few references ask for. */
  readonly readNow: (path: string) => string | undefined;
  readonly readBytes: (path: string) => Promise<Uint8Array | undefined>;
}

const OF_SDIST = 'an sdist leaves files of the repository out';
const NO_CHECKOUT = 'this is no git checkout, so files may have been left out';

/** An sdist may be kept in git as well, by those who package it. */
const partialOf = (inGit: boolean, files: ReadonlySet<string>): { readonly partial?: string } =>
  files.has('PKG-INFO') ? { partial: OF_SDIST } : inGit ? {} : { partial: NO_CHECKOUT };

/** Lists the project's files. What is then read of them is kept, so that the heap is made ready for that. */
export async function gatherSources(ports: Ports): Promise<Sources> {
  keepYoungHeapSmall();
  const { git, workspace } = ports;
  const inGit = (await git.available()).yes;
  // All at once: the workspace lists by the same answers.
  const [all, tracked, untracked] = await Promise.all([
    workspace.list(),
    inGit ? git.tracked() : [],
    inGit ? git.untracked() : [],
  ]);
  const listed = new Set(all);
  const linked = await foldersOf(
    ports,
    tracked.filter((path) => !listed.has(path)),
  );
  const seen = inGit ? new Set([...tracked, ...untracked]) : listed;
  return {
    files: all.filter((path) => seen.has(path)),
    all,
    opaque: [...linked, ...submodules((await workspace.read('.gitmodules')) ?? '')],
    isTop: !inGit || (await git.top()) === '.',
    has: (path) => listed.has(path),
    isIgnored: await ignoring(all, ports),
    ...partialOf(inGit, listed),
    read: (path) => workspace.read(path),
    readNow: (path) => workspace.readNow(path),
    readBytes: (path) => workspace.readBytes(path),
  };
}

const submodules = (text: string): readonly string[] =>
  Array.from(text.matchAll(/^[ \t]*path[ \t]*=[ \t]*(\S.*)$/gmu), ([, path = '']) => path.trim());

/** What git tracks as a file and is a folder here is a link to one; what is not here at all is gone. */
async function foldersOf(
  { workspace }: Ports,
  paths: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) if ((await workspace.kind(path)) === 'folder') found.push(path);
  return found;
}
