import { describeError, UserError } from '@pymaint/core';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';

/** A file that the user named, or one below a folder that the user named. */
export interface NamedFile {
  /** As the user would write it. */
  readonly path: string;
  readonly text: string;
}

/**
 * Reads a file that the user named on the command line, which may lie anywhere; of a folder, all files of one name
 * below it.
 * @throws UserError where it cannot be read, or the folder has none
 */
export async function readNamed(
  cwd: string,
  path: string,
  name: string,
): Promise<readonly NamedFile[]> {
  const place = resolve(cwd, path);
  try {
    const files = (await stat(place)).isDirectory()
      ? (await readdir(place, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile() && entry.name === name)
          .map((entry) => join(entry.parentPath, entry.name))
          .toSorted()
      : [place];
    if (files.length === 0) throw new UserError(`${path}: there is no ${name} below this folder`);
    return await Promise.all(
      files.map(async (file) => ({
        path: relative(cwd, file),
        text: await readFile(file, 'utf8'),
      })),
    );
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    throw new UserError(`${path}: could not be read: ${describeError(thrown)}`);
  }
}
