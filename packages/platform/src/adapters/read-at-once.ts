import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_BYTES, readInto } from './file.ts';

/** A pipe that is opened so does not wait for its other end, and a link is not followed. */
const QUICK =
  process.platform === 'win32'
    ? undefined
    : constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Names that stand for another place than a file of their folder. */
const ELSEWHERE = new Set(['', '.', '..']);

/**
 * Reads files that stand where their path says, with few questions to the system: the links of a folder are resolved
 * once for all that is read of it in one turn of the event loop. The answer is undefined for whatever is no such
 * file, a link or a file that is not there with it: ask `resolveInside` then. The bytes are those of `readBriefly`.
 */
export function readerAtOnce(
  folderAt: (path: string) => string | undefined,
): (path: string) => Uint8Array | undefined {
  const folders = new Map<string, string | undefined>();
  const realFolder = (path: string): string | undefined => {
    if (folders.has(path)) return folders.get(path);
    if (folders.size === 0) setImmediate(() => folders.clear());
    const real = orUndefined(() => folderAt(path));
    folders.set(path, real);
    return real;
  };
  return (path) => {
    const slash = path.lastIndexOf('/');
    const name = path.slice(slash + 1);
    if (QUICK === undefined || ELSEWHERE.has(name) || slash === 0) return undefined;
    const folder = realFolder(slash < 0 ? '.' : path.slice(0, slash));
    return folder === undefined ? undefined : regular(join(folder, name), QUICK);
  };
}

/** Why a path is refused, it is for those to say who know all of it. */
function orUndefined<T>(make: () => T | undefined): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** The bytes of a file, or undefined where it cannot be had, for whatever reason. */
function regular(path: string, flags: number): Uint8Array | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, flags);
    const found = fstatSync(file);
    if (!found.isFile() || found.size > MOST_BYTES) return undefined;
    return readInto(file, found.size);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
