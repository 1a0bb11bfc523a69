import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError, withCommas } from '@pymaint/core';
import { hasByteOrderMark } from './text.ts';

/** Beyond what any source file, and near what a text in this runtime, can be. */
export const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The bytes of a regular file at `real`, or undefined where there is none; `path` is its name in words. Read at once:
 * to wait for a thread costs several times what it takes to read a source file.
 * @throws UserError where it is too large or closed to this user.
 */
export const readRegular = (real: string, path: string): Uint8Array | undefined =>
  readWith(real, path, () => readFileSync(real));

/**
 * As {@link readRegular}, for one who is done with the bytes before the next file is read: all files share one piece of
 * memory.
 */
export const readBriefly = (real: string, path: string): Uint8Array | undefined =>
  readWith(real, path, (size) => {
    const file = openSync(real, 'r');
    try {
      return readInto(file, size);
    } finally {
      closeSync(file);
    }
  });

/** The first `size` bytes of an open file, in the memory that {@link readBriefly} speaks of. */
export function readInto(file: number, size: number): Uint8Array {
  if (shared.length < size) shared = Buffer.allocUnsafeSlow(Math.max(size, 2 * shared.length));
  let length = 0;
  for (let more = 1; more > 0 && length < size; length += more)
    more = readSync(file, shared, length, size - length, null);
  return shared.subarray(0, length);
}

let shared = Buffer.allocUnsafeSlow(65_536);

function readWith(
  real: string,
  path: string,
  read: (size: number) => Uint8Array,
): Uint8Array | undefined {
  const size = sizeOfRegular(real);
  // Opening a pipe or a device could wait for ever.
  if (size === undefined) return undefined;
  if (size > MOST_BYTES) {
    throw new UserError(
      `\`${path}\` has ${withCommas(size)} bytes; pymaint reads files of up to ${withCommas(MOST_BYTES)}`,
    );
  }
  try {
    return read(size);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new UserError(`\`${path}\` cannot be read: ${code}`);
  }
}

function sizeOfRegular(real: string): number | undefined {
  try {
    const found = statSync(real, { throwIfNoEntry: false });
    return found?.isFile() === true ? found.size : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Replaces or creates a file whole or not at all, with the folders on the way to it. The mode and a byte order mark
 * of the file that stood there stay.
 * @throws UserError where something else stands there or it cannot be written.
 */
export async function replaceFile(real: string, path: string, text: string): Promise<void> {
  const earlier = await orNothing(stat(real));
  if (earlier !== undefined && !earlier.isFile()) throw new UserError(`\`${path}\` is not a file`);
  const mark =
    earlier !== undefined && hasByteOrderMark(await readFile(real)) && !text.startsWith('\ufeff');
  const temporary = join(dirname(real), `.pymaint-${randomBytes(8).toString('hex')}.tmp`);
  try {
    await mkdir(dirname(real), { recursive: true });
    // In one turn: a signal that ends the run comes before it or after it, and finds no half of it.
    writeFileSync(temporary, mark ? `\ufeff${text}` : text, { flag: 'wx' });
    if (earlier !== undefined) chmodSync(temporary, earlier.mode & 0o7777);
    renameSync(temporary, real);
  } catch (thrown) {
    await orNothing(rm(temporary, { force: true }));
    const { code } = thrown as NodeJS.ErrnoException;
    throw new UserError(`\`${path}\` cannot be written: ${code}`);
  }
}

/** What was asked for, or undefined where asking fails. */
export async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch {
    return undefined;
  }
}
