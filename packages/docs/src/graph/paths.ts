import { matchesGlob } from '@pymaint/core';

/** The folder of a path, empty for the top. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/**
 * Puts a relative path behind a folder and takes `.` and `..` out. Above the top it is clamped, as Sphinx
 * clamps documents (`relfn2path`, `docname_join`).
 */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${path.startsWith('/') ? '' : folder}/${path}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Whether a pattern of `exclude_patterns` matches a path or a folder around it (Sphinx `util.matching`). */
export function matchesPattern(pattern: string, path: string): boolean {
  const glob = pattern.replace(/^\.?\//u, '').replace(/\/+$/u, '');
  // For Sphinx `**/x` is `.*/x`, which does not match `x` at the top.
  const matches = (part: string): boolean =>
    matchesGlob(glob, part) && !(glob.startsWith('**/') && !part.includes('/'));
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
    if (matches(path.slice(0, at))) return true;
  return matches(path);
}
