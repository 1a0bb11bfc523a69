import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, type Files } from '@pymaint/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { processLifetime } from './lifetime.ts';
import { folderReplacer } from './replace-folder.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

async function bench(files: Files) {
  const place = await temporaryFolder({ 'built/a-1.tar.gz': 'A', 'built/a-1.whl': 'B', ...files });
  const lifetime = processLifetime();
  onTestFinished(async () => {
    await lifetime.end();
    await place[Symbol.asyncDispose]();
  });
  const { folder } = place;
  const built = [
    { path: join(folder, 'built/a-1.tar.gz'), sha256: sha256('A') },
    { path: join(folder, 'built/a-1.whl'), sha256: sha256('B') },
  ];
  return { folder, built, replace: folderReplacer(lifetime) };
}

describe('a folder that is replaced', () => {
  it('holds what was judged and nothing else, whatever stood there before', async () => {
    const { folder, built, replace } = await bench({ 'out/dist/a-0.9.whl': 'old' });
    await replace(join(folder, 'out/dist'), built);
    expect(readdirSync(join(folder, 'out/dist'))).toEqual(['a-1.tar.gz', 'a-1.whl']);
    expect(readFileSync(join(folder, 'out/dist/a-1.whl'), 'utf8')).toBe('B');
    expect(readdirSync(join(folder, 'out'))).toEqual(['dist']);
  });

  it('is made where there is none, and goes where there is nothing for it', async () => {
    const { folder, built, replace } = await bench({});
    await replace(join(folder, 'a/b/dist'), built);
    expect(readdirSync(join(folder, 'a/b/dist'))).toHaveLength(2);
    await replace(join(folder, 'a/b/dist'), []);
    expect(readdirSync(join(folder, 'a/b'))).toEqual([]);
  });

  it.each([
    ['something else than distributions', { 'out/dist/notes.md': 'mine' }, 'Unexpected `notes.md`'],
    ['a file in its place', { 'out/dist': 'mine' }, 'is no folder'],
    ['a built file that was changed', { 'built/a-1.whl': 'evil' }, 'Unexpected change of a-1.whl'],
  ])('is left alone with %s', async (_, files, words) => {
    const { folder, built, replace } = await bench({ 'out/x': '', ...files });
    const before = readdirSync(join(folder, 'out')).toSorted();
    await expect(replace(join(folder, 'out/dist'), built)).rejects.toThrow(words);
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(before);
  });

  it('is never reached through a link', async () => {
    const { folder, built, replace } = await bench({ 'elsewhere/b.whl': '' });
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'dist'));
    await expect(replace(join(folder, 'dist'), built)).rejects.toThrow('is no folder');
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['b.whl']);
  });
});
