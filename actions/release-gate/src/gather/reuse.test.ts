import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gatherFacts, readOptions, type OptionLayer } from '@pymaint/core';
import { nodePorts } from '@pymaint/platform';
import { gitFixture, temporaryFolder } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import type { Python, ReleaseFacts } from '../facts.ts';
import { gatherRelease } from '../gather.ts';
import { OPTIONS } from '../options.ts';
import { installedBy, reuseOf, same } from './reuse.ts';

const python: Python = {
  program: '/usr/bin/python3',
  version: '3.13.1',
  windows: false,
  separator: ':',
  uv: undefined,
  canMakeEnvironments: true,
};
const reuse = (env: NodeJS.ProcessEnv, folder?: string, changes: Partial<Python> = {}) =>
  reuseOf({ 'cache-folder': folder }, { env }, { ...python, ...changes }, '/tools/python');

describe('what may be used again', () => {
  it.each([
    ['in a terminal', {}, undefined, [undefined]],
    ['in a folder of its own', {}, '/cache', ['/cache']],
    ['not where it is off', {}, 'off', []],
    ['not in a runner', { GITHUB_ACTIONS: 'true' }, undefined, []],
    ['in a runner that is told to', { GITHUB_ACTIONS: 'true' }, '/cache', ['/cache']],
  ] as const)('is decided %s', (_, env, folder, places) => {
    const found = reuse(env, folder);
    expect(found === undefined ? [] : [found.place]).toEqual(places);
  });

  it('depends on the interpreter and on what programs inherit, and not on the terminal', () => {
    const key = reuse({ CFLAGS: '-O2', TERM: 'xterm', PWD: '/a' })?.key;
    expect(reuse({ CFLAGS: '-O2', TERM: 'dumb', PWD: '/b', COLUMNS: '7' })?.key).toBe(key);
    expect(reuse({ CFLAGS: '-O3', TERM: 'xterm' })?.key).not.toBe(key);
    expect(reuse({ CFLAGS: '-O2', SOURCE_DATE_EPOCH: '1' })?.key).not.toBe(key);
    expect(reuse({ CFLAGS: '-O2' }, undefined, { version: '3.13.2' })?.key).not.toBe(key);
    expect(reuse({ CFLAGS: '-O2' }, undefined, { uv: '/bin/uv' })).toBeUndefined();
  });

  it('is compared only where both sides are known', () => {
    const report = '{"install":[{"metadata":{"name":"A_b","version":"1"}}]}';
    expect(installedBy(report)).toEqual(['a-b==1']);
    expect(installedBy('{}')).toBeUndefined();
    expect(installedBy(undefined)).toBeUndefined();
    expect(same(['a==1'], ['a==1'])).toBe(true);
    expect(same(undefined, undefined)).toBe(false);
  });
});

const FILES = {
  'pyproject.toml': `[project]
name = "attrsx"
version = "1.2.3"
description = "x"
[build-system]
requires = ["flit_core"]
build-backend = "flit_core.buildapi"
`,
  'attrsx/__init__.py': '',
};

/** Builds and imports, with what an earlier run has left in the cache. */
async function factsOf(folder: string, cache: string): Promise<Partial<ReleaseFacts>> {
  await using ports = await nodePorts({ folder });
  const given: OptionLayer = {
    source: 'flag',
    get: (name) =>
      name === 'cache-folder' ? { written: cache, where: '--cache-folder' } : undefined,
  };
  const options = readOptions(OPTIONS, [given]);
  const { facts, crashes } = await gatherFacts(
    gatherRelease(options, ports),
    ['build', 'imports', 'tools'],
    { now: () => 0 },
  );
  expect(crashes).toEqual([]);
  return facts;
}

const builtIn = ({ build }: Partial<ReleaseFacts>) => {
  if (build?.known !== true || build.value.kind !== 'built') throw new Error('not built');
  return build.value;
};

/** The folders of one kind that count. */
const kept = async (cache: string, kind: string): Promise<readonly string[]> =>
  (await readdir(join(cache, kind))).filter((name) => !name.endsWith('.ready'));

it('a second run takes the build and the environment of the first, until something changes or breaks', async () => {
  await using repo = await gitFixture(FILES);
  await using place = await temporaryFolder();
  const cache = place.folder;
  const first = builtIn(await factsOf(repo.folder, cache));
  expect(first.reused).not.toBe(true);

  const second = builtIn(await factsOf(repo.folder, cache));
  expect(second).toMatchObject({ reused: true, folder: first.folder });
  expect(await kept(cache, 'environments')).toHaveLength(1);

  // A file that was cut off, as by a full disk.
  await writeFile(first.wheel.path, (await readFile(first.wheel.path)).subarray(0, 100));
  const mended = builtIn(await factsOf(repo.folder, cache));
  expect(mended.reused).not.toBe(true);
  expect(mended.wheel.sha256).not.toBe('');
  expect(mended.wheel.files.length).toBe(first.wheel.files.length);

  // What is not committed counts as well.
  await appendFile(join(repo.folder, 'attrsx/__init__.py'), 'x = 1\n');
  const changed = builtIn(await factsOf(repo.folder, cache));
  expect(changed.reused).not.toBe(true);
  expect(changed.wheel.sha256).not.toBe(mended.wheel.sha256);

  // An environment that something has written into is made anew.
  const before = await kept(cache, 'environments');
  for (const name of before) await writeFile(join(cache, 'environments', name, 'stray.py'), '');
  const { imports } = await factsOf(repo.folder, cache);
  expect(imports).toMatchObject({ value: { modules: [{ module: 'attrsx', error: undefined }] } });
  expect((await kept(cache, 'environments')).length).toBe(before.length + 1);
});
