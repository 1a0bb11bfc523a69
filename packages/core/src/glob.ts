/**
 * Matches a path against a glob in linear time per star: `*` within one part, `**` across parts, `?` one
 * character. Nothing else is special, so that a path can be written as it is.
 */
export function matchesGlob(glob: string, path: string): boolean {
  // Greedy matching with one point to come back to for each kind of star: never exponential.
  let g = 0;
  let p = 0;
  let star: { readonly glob: number; path: number } | undefined;
  let deepStar: { readonly glob: number; path: number } | undefined;
  while (p < path.length || g < glob.length) {
    if (glob.startsWith('**', g)) {
      const next = glob.startsWith('**/', g) ? g + 3 : g + 2;
      deepStar = { glob: next, path: p };
      star = undefined;
      g = next;
      continue;
    }
    if (glob[g] === '*') {
      star = { glob: g + 1, path: p };
      g += 1;
      continue;
    }
    if (p < path.length && (glob[g] === path[p] || (glob[g] === '?' && path[p] !== '/'))) {
      g += 1;
      p += 1;
      continue;
    }
    if (star !== undefined && star.path < path.length && path[star.path] !== '/') {
      star.path += 1;
      [g, p] = [star.glob, star.path];
      continue;
    }
    if (deepStar !== undefined && deepStar.path < path.length) {
      deepStar.path = nextStart(path, deepStar.path, glob[deepStar.glob - 1] === '/');
      star = undefined;
      [g, p] = [deepStar.glob, deepStar.path];
      continue;
    }
    return false;
  }
  return true;
}

/** Where a `**` may go on: at the next part where it was written with a slash behind it, else at the next character. */
const nextStart = (path: string, from: number, wholeParts: boolean): number => {
  if (!wholeParts) return from + 1;
  const slash = path.indexOf('/', from);
  return slash === -1 ? path.length : slash + 1;
};
