import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BUNDLE_FILES, bundleFolder, bundles, differences } from '../../scripts/shared/bundles.ts';

describe.each(bundles())('dist/$name', ({ name, budget }) => {
  const folder = bundleFolder(name);

  it.runIf(existsSync(folder))('consists of one script, its licences and its module type', () => {
    expect(readdirSync(folder).toSorted()).toEqual(BUNDLE_FILES);
  });

  it.runIf(existsSync(folder))('stays within its budget of bytes', () => {
    expect(statSync(join(folder, 'index.js')).size).toBeLessThanOrEqual(budget);
  });
});

it('keeps release-gate to 1,000 kB', () => {
  expect(bundles().find(({ name }) => name === 'release-gate')?.budget).toBe(1_000_000);
});

describe('the comparison of bundles', () => {
  const made: string[] = [];
  afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))));

  const folderOf = async (files: { readonly [path: string]: string }): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'pymaint-bundle-'));
    made.push(folder);
    await mkdir(join(folder, 'sub'));
    await Promise.all(
      Object.entries(files).map(([path, text]) => writeFile(join(folder, path), text)),
    );
    return folder;
  };

  it.each([
    ['the same', { 'index.js': 'a', 'sub/b': 'b' }, { 'index.js': 'a', 'sub/b': 'b' }, []],
    ['another byte', { 'index.js': 'a' }, { 'index.js': 'b' }, ['index.js: differs']],
    ['another line end', { 'index.js': 'a\n' }, { 'index.js': 'a\r\n' }, ['index.js: differs']],
    [
      'a file that is gone',
      { 'index.js': 'a', old: '' },
      { 'index.js': 'a' },
      ['old: no longer built'],
    ],
    [
      'a file that is new',
      { 'index.js': 'a' },
      { 'index.js': 'a', new: '' },
      ['new: not committed'],
    ],
  ])('tells %s', async (_, committed, built, expected) => {
    expect(differences(await folderOf(committed), await folderOf(built))).toEqual(expected);
  });

  it('tells a bundle that was never committed, and one that is no longer built', async () => {
    const there = await folderOf({ 'index.js': 'a' });
    const nowhere = join(there, 'nowhere');
    expect(differences(nowhere, there)).toEqual(['index.js: not committed']);
    expect(differences(there, nowhere)).toEqual(['index.js: no longer built']);
  });
});
