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
  ): Promise<{ readonly folder: string; readonly reused: boolean }>;
  /** The text of a file in one of these folders, such as a program's result, or undefined where there is none. */
  read(path: string): Promise<string | undefined>;
  /** Writes a file beside the logs and reports of this run, and gives its absolute path. */
  keep(name: string, text: string): Promise<string>;
  /** Where logs and reports of this run are kept: `.pymaint` below the project's folder, or the runner's temporary folder. */
  readonly reports: string;
}
