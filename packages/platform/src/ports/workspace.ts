/**
 * The files of one project. Every path is relative to the project's folder, with `/` between its parts. A path
 * that leaves the root (the repository's top folder, or the project's own where there is no repository), also
 * through a symbolic link, is refused with a UserError.
 */
export interface Workspace {
  /** The project's folder, absolute, symbolic links resolved. For programs that run there, never for reports. */
  readonly folder: string;
  /** The text of a file (UTF-8, a byte order mark dropped), or undefined where there is none or it is not text. */
  read(path: string): Promise<string | undefined>;
  /** As `read`, before it returns: for what is asked in the midst of a pure computation. */
  readNow(path: string): string | undefined;
  /** The bytes of a file, or undefined where there is none. */
  readBytes(path: string): Promise<Uint8Array | undefined>;
  /** What stands at a path, symbolic links followed. */
  kind(path: string): Promise<'file' | 'folder' | 'other' | undefined>;
  /**
   * All files below a folder (default: the project's), sorted, without those in version control's own folder, virtual
   * environments, caches and installed packages. Symbolic links to files are listed, linked folders not entered.
   */
  list(under?: string): Promise<readonly string[]>;
  /** Replaces or creates a file, whole or not at all (temporary file, then rename). */
  write(path: string, text: string): Promise<void>;
}
