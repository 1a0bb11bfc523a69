/** How a thing that is made once is kept. */
export interface CacheUse {
  /** The cache's folder, absolute or relative to the project's. Default: the user's own. */
  readonly place?: string;
  /** Whether what an earlier run has left is still what would be made; where not, it is made anew. */
  readonly still?: (folder: string) => Promise<boolean>;
  /** Most bytes that things of this kind take together; what was not used for longest goes first. */
  readonly most?: number;
}

/** Folders outside the project that belong to this run, and those that outlive it. */
export interface Scratch {
  /** A new empty folder, absolute; removed when the run ends, however it ends. */
  temporary(name: string): Promise<string>;
  /**
   * The folder of a thing that is made once and used again, by a key that says all it depends on. `make` fills an empty
   * folder; only when it has succeeded is the folder kept, so an interrupted run leaves nothing half made.
   */
  cached(
    kind: string,
    key: string,
    make: (folder: string) => Promise<void>,
    how?: CacheUse,
  ): Promise<{ readonly folder: string; readonly reused: boolean }>;
  /** Writes a file into one of these folders. */
  write(path: string, text: string): Promise<void>;
  /** The text of a file in one of these folders, such as a program's result, or undefined where there is none. */
  read(path: string): Promise<string | undefined>;
  /** Writes a file beside the logs and reports of this run, and gives its absolute path. */
  keep(name: string, text: string): Promise<string>;
  /**
   * Makes a folder that holds copies of these files and nothing else, in place of the one that was there, whole or not at
   * all; gives its absolute path. A relative one starts at the project's folder; without a `folder` it is `dist` beside the reports. Without files the folder goes.
   * @throws UserError where the folder holds something other than distributions, or a file is no longer what it was
   */
  replaceFolder(
    folder: string | undefined,
    files: readonly { readonly path: string; readonly sha256: string }[],
  ): Promise<string>;
  /**
   * A small text that outlives the run, in the user's cache folder, by its kind and key: what an earlier run has
   * written there, or undefined.
   */
  recall(kind: string, key: string): Promise<string | undefined>;
  /** Replaces such a text, whole or not at all; the last of several runs wins. */
  remember(kind: string, key: string, text: string): Promise<void>;
  /** Where logs and reports of this run are kept: `.pymaint` below the project's folder, or the runner's temporary folder. */
  readonly reports: string;
}
