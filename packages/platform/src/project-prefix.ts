import { relative, sep } from 'node:path';

/**
 * A project's folder as the prefix of the paths in its report: relative to where the user stands, `''` where they
 * stand in it, the whole path where it lies elsewhere; `/` between its parts. Both are absolute.
 */
export const projectPrefix = (base: string, folder: string): string => {
  const path = relative(base, folder);
  const shown = path.startsWith('..') ? folder : path;
  return sep === '/' ? shown : shown.split(sep).join('/');
};
