#!/usr/bin/env node
// The command as pre-commit and npm start it: the committed bundle, with nothing to build or install.
import * as nodeModule from 'node:module';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

const { env, platform } = process;

// What Node makes of the bundle is kept in the user's cache folder, so that the next start is quicker. Where it cannot be
// written nothing is kept; a machine of CI is new each time. The folders are those of cachePlace in packages/platform.
if (!env.CI && isAbsolute(homedir())) {
  const given = platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  const usual = { win32: 'AppData/Local', darwin: 'Library/Caches' }[platform] ?? '.cache';
  const base = given && isAbsolute(given) ? given : join(homedir(), usual);
  const own = env.PYMAINT_CACHE && isAbsolute(env.PYMAINT_CACHE) ? env.PYMAINT_CACHE : undefined;
  // Node knows it since 22.8.
  nodeModule.enableCompileCache?.(join(own ?? join(base, 'pymaint'), 'compiled'));
}

await import('../dist/pymaint/index.js');
