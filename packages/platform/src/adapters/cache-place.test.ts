import { expect, it } from 'vitest';
import { cachePlace } from './cache-place.ts';

const RUNNER = { GITHUB_ACTIONS: 'true', RUNNER_TEMP: '/r/temp' };

it.each([
  ['what was asked for', { PYMAINT_CACHE: '/c', ...RUNNER }, 'linux', '/c'],
  ['nothing relative', { PYMAINT_CACHE: 'c' }, 'linux', '/home/u/.cache/pymaint'],
  ['the tool cache of a runner', { ...RUNNER, RUNNER_TOOL_CACHE: '/t' }, 'linux', '/t/pymaint'],
  ['the temporary folder of a runner', RUNNER, 'darwin', '/r/temp/pymaint'],
  ['the user’s on Linux', {}, 'linux', '/home/u/.cache/pymaint'],
  ['XDG_CACHE_HOME', { XDG_CACHE_HOME: '/x' }, 'linux', '/x/pymaint'],
  ['the user’s on macOS', { XDG_CACHE_HOME: '/x' }, 'darwin', '/home/u/Library/Caches/pymaint'],
] as const)('the cache is at %s', (_, env, platform, expected) => {
  expect(cachePlace(env, platform, '/home/u')).toBe(expected);
});
