/** The project's files for a reader that wants all texts beforehand. */
export interface ReadAheadTree {
  readonly list: () => readonly string[];
  readonly read: (path: string) => string | undefined;
}

/** The files, and how one is read. */
export interface ReadableFiles {
  readonly files: readonly string[];
  readonly read: (path: string) => Promise<string | undefined>;
}

/**
 * Runs a pure reader that wants all texts beforehand: whatever file it asks for and misses is read, and it is run again
 * until it misses none. With the paths of `first` read beforehand it runs once, where it asks for no others.
 */
export async function readThrough<T>(
  { files, read }: ReadableFiles,
  use: (tree: ReadAheadTree) => T,
  first: readonly string[] = [],
): Promise<T> {
  const texts = new Map<string, string | undefined>();
  const known = new Set(files);
  const readAll = (paths: readonly string[]): Promise<unknown> =>
    Promise.all(paths.map(async (path) => texts.set(path, await read(path))));
  await readAll(first);
  for (;;) {
    const missed = new Set<string>();
    const result = use({
      list: () => files,
      read(path) {
        if (known.has(path) && !texts.has(path)) missed.add(path);
        return texts.get(path);
      },
    });
    if (missed.size === 0) return result;
    await readAll([...missed]);
  }
}
