import { randomBytes } from 'node:crypto';
import { chmodSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError, withCommas } from '@pymaint/core';
import { hasByteOrderMark } from './text.ts';

/** Beyond what any source file, and near what a text in this runtime, can be. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The bytes of a regular file at `real`, or undefined where there is none; `path` is its name in words.
 * @throws UserError where it is too large or closed to this user.
 */
export async function readRegular(real: string, path: string): Promise<Uint8Array | undefined> {
  const found = await orNothing(stat(real));
  // Opening a pipe or a device could wait for ever.
  if (found?.isFile() !== true) return undefined;
  if (found.size > MOST_BYTES) {
    throw new UserError(
      `\`${path}\` has ${withCommas(found.size)} bytes; pymaint reads files of up to ${withCommas(MOST_BYTES)}`,
    );
  }
  try {
    return await readFile(real);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new UserError(`\`${path}\` cannot be read: ${code}`);
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
