import { describeError, UserError } from '@pymaint/core';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Writes a file that the user named on the command line, which may lie anywhere; its folder is made where missing.
 * @throws UserError where the system refuses
 */
export async function writeNamedFile(cwd: string, path: string, text: string): Promise<void> {
  const file = resolve(cwd, path);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (thrown) {
    throw new UserError(`${path}: could not be written: ${describeError(thrown)}`);
  }
}
