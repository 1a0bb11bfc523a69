import { groupBy, nearest } from '@pymaint/core';
import { folderOf } from '../graph/paths.ts';

/** What a tree of files is made of. Paths are relative to the project's folder. */
export interface TreeInput {
  /** All files, those that git ignores with them. */
  readonly files: Iterable<string>;
  /** Folders that cannot be looked into: submodules, links to folders. */
  readonly opaque?: Iterable<string>;
  /** Whether git ignores a path, so that a step of the build may make the file. */
  readonly isIgnored?: (path: string) => boolean;
  /** Why a file that is not there may be missing here alone. */
  readonly partial?: string;
}

/** The files of a project, as links ask for them. */
export interface FileTree {
  readonly hasFile: (path: string) => boolean;
  /** Whether a file stands below this path; the project's own folder is empty. */
  readonly hasFolder: (path: string) => boolean;
  /** Whether the path stands below a folder that cannot be looked into. */
  readonly isOpaque: (path: string) => boolean;
  readonly isIgnored: (path: string) => boolean;
  readonly partial: string | undefined;
  /** The file or folder of this path in other upper and lower case. */
  readonly sameButCase: (path: string) => string | undefined;
  /** The file that was most likely meant: of the same name elsewhere, else of a name like it beside it. */
  readonly near: (path: string) => string | undefined;
}

/** Makes the tree; what only a broken link asks for is made when it does. */
export function fileTree(input: TreeInput): FileTree {
  const files = new Set(input.files);
  const folders = foldersOf(files);
  const opaque = new Set(input.opaque);
  const lower = lazily(() => byLowerCase(files, folders));
  const names = lazily(() => groupBy(files, (file) => baseOf(file).toLowerCase()));
  const byFolder = lazily(() => groupBy(files, folderOf));
  return {
    hasFile: (path) => files.has(path),
    hasFolder: (path) => folders.has(path),
    isOpaque: (path) => opaque.size > 0 && parentsOf(path).some((it) => opaque.has(it)),
    isIgnored: input.isIgnored ?? (() => false),
    partial: input.partial,
    sameButCase: (path) => lower().get(path.toLowerCase()),
    near(path) {
      const base = baseOf(path).toLowerCase();
      const moved = COMMON.test(base) ? [] : (names().get(base) ?? []);
      if (moved.length === 1) return moved[0];
      const beside = byFolder().get(folderOf(path)) ?? [];
      return beside.length > MOST_COMPARED ? undefined : nearest(path, beside);
    },
  };
}

/** Names that many folders have a file of: one elsewhere is another. */
const COMMON = /^(?:readme|index|license|conf|__init__|changelog|contributing)\./;

function foldersOf(files: ReadonlySet<string>): ReadonlySet<string> {
  const folders = new Set(['']);
  for (const file of files)
    for (let at = folderOf(file); !folders.has(at); at = folderOf(at)) folders.add(at);
  return folders;
}

function byLowerCase(
  files: ReadonlySet<string>,
  folders: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  return new Map([...folders, ...files].map((path) => [path.toLowerCase(), path]));
}

/** With how many files of a folder one that is not there is compared. */
const MOST_COMPARED = 500;

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The path itself, and each folder around it. */
const parentsOf = (path: string): readonly string[] => {
  const parts = path.split('/');
  return parts.map((_, n) => parts.slice(0, n + 1).join('/'));
};

function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
