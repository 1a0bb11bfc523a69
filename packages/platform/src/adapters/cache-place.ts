import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Environment } from '../ports/index.ts';

/**
 * Where things that are made once and used again are kept: `PYMAINT_CACHE`; in a runner its tool cache (which
 * outlives a job on a machine of one's own) or its temporary folder; else the user's cache folder, by the custom of
 * the platform (XDG Base Directory Specification, `~/Library/Caches`, `%LOCALAPPDATA%`).
 */
export function cachePlace(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  // A relative path would mean another folder in each working directory; XDG says to ignore such.
  const given = (name: string): string | undefined => {
    const path = env[name];
    return path !== undefined && isAbsolute(path) ? path : undefined;
  };
  const own = given('PYMAINT_CACHE');
  if (own !== undefined) return own;
  if (env.GITHUB_ACTIONS === 'true') {
    const runners = given('RUNNER_TOOL_CACHE') ?? given('RUNNER_TEMP');
    if (runners !== undefined) return join(runners, 'pymaint');
  }
  if (!isAbsolute(home)) return join(tmpdir(), 'pymaint-cache');
  if (platform === 'win32') {
    return join(given('LOCALAPPDATA') ?? join(home, 'AppData', 'Local'), 'pymaint', 'Cache');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'pymaint');
  return join(given('XDG_CACHE_HOME') ?? join(home, '.cache'), 'pymaint');
}
