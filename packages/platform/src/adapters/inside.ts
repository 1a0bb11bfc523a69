import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UserError } from '@pymaint/core';

/**
 * The path with its symbolic links resolved, as the system says it in one call. On Windows the system would also turn
 * a drive that stands for a folder into that folder.
 * @throws as `fs.realpathSync`.
 */
export const realPath: (path: string) => string =
  process.platform === 'win32' ? realpathSync : realpathSync.native;

/** True where `path` is `folder` or lies below it; both absolute, symbolic links resolved. */
export function isInside(folder: string, path: string): boolean {
  if (path.startsWith(folder) && path.startsWith(sep, folder.length)) return true;
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/**
 * The absolute path, symbolic links resolved, that a path written relative to `folder` stands for; nothing need
 * be there yet. Undefined where its links lead in a circle or to nothing.
 * @throws UserError that names the path where it is absolute, holds a NUL, or leaves `root`, be it by `..` or
 * through a symbolic link.
 */
export function resolveInside(root: string, folder: string, path: string): string | undefined {
  const why = refusal(path);
  if (why !== undefined) throw escape(path, root, why);
  const written = resolve(folder, path);
  if (!isInside(root, written)) throw escape(path, root, 'it leads out');
  const real = realOrIntended(written);
  if (real !== undefined && !isInside(root, real)) {
    throw escape(path, root, `a symbolic link leads to \`${real}\``);
  }
  return real;
}

function refusal(path: string): string | undefined {
  if (path.includes('\0')) return 'it holds a NUL character';
  if (isAbsolute(path)) return 'it is absolute';
  // A backslash is a letter of a name on POSIX; on Windows it separates, and a colon names a drive or a stream.
  if (process.platform === 'win32' && /[\\:]/.test(path)) return 'write it with `/`, without `:`';
  return undefined;
}

const escape = (path: string, root: string, why: string): UserError =>
  new UserError(
    `Unexpected path \`${path.replaceAll('\0', '\\0')}\`, expected one below \`${root}\`: ${why}`,
  );

/** Resolves the links of what stands there, or of its nearest folder that stands, with the rest appended. */
function realOrIntended(path: string): string | undefined {
  const tail: string[] = [];
  for (let at = path; ; at = dirname(at)) {
    try {
      return join(realPath(at), ...tail);
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM') {
        throw new UserError(`\`${at}\` cannot be read: permission denied`);
      }
      if ((code !== 'ENOENT' && code !== 'ENOTDIR') || isLink(at) || dirname(at) === at) {
        return undefined;
      }
      tail.unshift(basename(at));
    }
  }
}

const isLink = (path: string): boolean => standing(path)?.isSymbolicLink() === true;

/** What stands at an absolute path, links not followed; undefined where nothing does, or it cannot be seen. */
export function standing(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
