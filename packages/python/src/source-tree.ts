/** The files of a checkout, read beforehand: synchronous and without side effects. Paths use `/` and have no `./`. */
export interface SourceTree {
  /** The text of a file, or undefined where there is none or it is not text. */
  readonly read: (path: string) => string | undefined;
  /** Every file, in any order. */
  readonly list: () => readonly string[];
}

/** A tree of given texts, by path. */
export function sourceTree(files: { readonly [path: string]: string }): SourceTree {
  const texts = new Map(Object.entries(files));
  return { read: (path) => texts.get(path), list: () => [...texts.keys()] };
}

/** A file's text with its path in the whole tree, which is what places name. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One project's folder in a tree: paths that are asked for are relative to it, paths that are given are the tree's. */
export interface ProjectFiles {
  /** The project's folder, `''` for the tree's own. */
  readonly folder: string;
  readonly tree: SourceTree;
  /** Undefined where there is no such file, or the path leads out of the tree. */
  readonly read: (path: string) => SourceFile | undefined;
  /** The path in the tree. */
  readonly at: (path: string) => string;
}

/** Looks at one folder of a tree as a project's. */
export function projectFiles(tree: SourceTree, folder = ''): ProjectFiles {
  const at = (path: string): string => joinPath(folder, path) ?? path;
  return {
    folder,
    tree,
    at,
    read(path) {
      const full = joinPath(folder, path);
      const text = full === undefined ? undefined : tree.read(full);
      return full === undefined || text === undefined ? undefined : { path: full, text };
    },
  };
}

/** Joins paths with `/`, taking out `.` and `..`; undefined where it would lead above the start. */
export function joinPath(...parts: readonly string[]): string | undefined {
  const names: string[] = [];
  for (const name of parts.join('/').replaceAll('\\', '/').split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.join('/');
}

/** The folder of a path, `''` for a file at the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
