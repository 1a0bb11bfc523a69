import { lstat, mkdir, realpath, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '@pymaint/core';

/**
 * Makes the folder for reports and logs, with a `.gitignore` that keeps it out of version control (and so out of a
 * check for a clean tree).
 * @throws UserError where a symbolic link stands in its place: a project could have its logs written elsewhere.
 */
export async function makeReportFolder(path: string): Promise<void> {
  await makeOwnFolder(path);
  try {
    await writeNew(join(path, '.gitignore'), '*\n');
  } catch (thrown) {
    throw unwritable(path, thrown);
  }
}

/**
 * Makes a folder whose last part is no symbolic link.
 * @throws UserError where it is one, or a file.
 */
export async function makeOwnFolder(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await mkdir(path, { recursive: true });
  } catch (thrown) {
    throw unwritable(path, thrown);
  }
  const real = join(await realpath(dirname(path)), basename(path));
  if ((await realpath(path)) !== real || (await lstat(path)).isSymbolicLink()) {
    throw new UserError(`\`${path}\` is a symbolic link, expected a folder of pymaint's own`);
  }
}

/** Says what stands in the way, and what to do about it. */
function unwritable(path: string, thrown: unknown): UserError {
  const { code = '' } = thrown as NodeJS.ErrnoException;
  const remedy =
    code === 'EEXIST' || code === 'ENOTDIR'
      ? 'a file stands in its place: move it away'
      : code === 'ENOENT'
        ? 'the folder around it is gone'
        : `make \`${dirname(path)}\` writable, or run pymaint on a copy of it`;
  return new UserError(`The folder \`${path}\` cannot be made (${code}): ${remedy}`);
}

async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
  }
}
