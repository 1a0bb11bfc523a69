import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@pymaint/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderCache } from './cache.ts';
import { processLifetime } from './lifetime.ts';

/** `make` gives the cache as another run would see it. */
async function bench() {
  const place = await temporaryFolder();
  const { folder } = place;
  const lifetime = processLifetime();
  onTestFinished(async () => {
    await lifetime.end();
    await place[Symbol.asyncDispose]();
  });
  const make = () => ({ cached: folderCache(join(folder, 'cache'), lifetime) });
  return { folder, make };
}

const DAYS = (n: number) => new Date(Date.now() - n * 24 * 60 * 60 * 1000);

describe('cached', () => {
  it('makes a thing once for each key, and never moves it', async () => {
    const { make } = await bench();
    const paths: string[] = [];
    const fill = async (folder: string) => {
      paths.push(folder);
      writeFileSync(join(folder, 'where'), folder);
    };
    const first = await make().cached('venv', 'python 3.11\npytest', fill);
    const again = await make().cached('venv', 'python 3.11\npytest', fill);
    const other = await make().cached('venv', 'python 3.12\npytest', fill);
    expect([first.reused, again.reused, other.reused]).toEqual([false, true, false]);
    expect(again.folder).toBe(first.folder);
    expect(readFileSync(join(again.folder, 'where'), 'utf8')).toBe(again.folder);
    expect(paths).toHaveLength(2);
  });

  it('makes it once where two ask at the same time', async () => {
    const { make } = await bench();
    const scratch = make();
    let made = 0;
    const fill = async () => void (made += 1);
    await Promise.all([scratch.cached('k', 'x', fill), scratch.cached('k', 'x', fill)]);
    expect(made).toBe(1);
  });

  it('keeps the first of two runs beside each other, and both have a whole folder', async () => {
    const { make, folder } = await bench();
    let bothAreMaking = (): void => {};
    const together = new Promise<void>((done) => (bothAreMaking = done));
    let making = 0;
    const fill = async (folder: string) => {
      making += 1;
      if (making === 2) bothAreMaking();
      await together;
      writeFileSync(join(folder, 'whole'), '');
    };
    const [one, two] = await Promise.all([
      make().cached('k', 'x', fill),
      make().cached('k', 'x', fill),
    ]);
    expect(one.folder).toBe(two.folder);
    expect(one.reused).toBe(!two.reused);
    expect(readdirSync(one.folder)).toEqual(['whole']);
    // One folder and the file that publishes it.
    expect(readdirSync(join(folder, 'cache/k'))).toHaveLength(2);
  });
});

describe('what is kept', () => {
  it('keeps nothing where making fails, and tries again the next time', async () => {
    const { make, folder } = await bench();
    const scratch = make();
    const fails = scratch.cached('k', 'x', async (path) => {
      writeFileSync(join(path, 'half'), '');
      throw new Error('no network');
    });
    await expect(fails).rejects.toThrow('no network');
    expect(readdirSync(join(folder, 'cache/k'))).toEqual([]);
    expect(await scratch.cached('k', 'x', async () => {})).toMatchObject({ reused: false });
  });

  it('makes it anew where the folder was removed by hand', async () => {
    const { make } = await bench();
    const first = await make().cached('k', 'x', async () => {});
    rmSync(first.folder, { recursive: true });
    const second = await make().cached('k', 'x', async () => {});
    const third = await make().cached('k', 'x', async () => {});
    expect([second.reused, third.reused]).toEqual([false, true]);
    expect(third.folder).toBe(second.folder);
  });

  it('removes what was not used for a month, and what ended runs left half made', async () => {
    const { make, folder } = await bench();
    const shelf = join(folder, 'cache/k');
    const used = await make().cached('k', 'used', async () => {});
    const unused = await make().cached('k', 'unused', async () => {});
    for (const name of readdirSync(shelf)) utimesSync(join(shelf, name), DAYS(40), DAYS(40));
    mkdirSync(join(shelf, 'half'));
    utimesSync(join(shelf, 'half'), DAYS(2), DAYS(2));
    mkdirSync(join(shelf, 'being-made'));
    const pointer = readdirSync(shelf).find(
      (name) => name.endsWith('.ready') && used.folder.includes(name.slice(0, 32)),
    );
    utimesSync(join(shelf, pointer ?? ''), DAYS(1), DAYS(1));
    expect(await make().cached('k', 'used', async () => {})).toMatchObject({ reused: true });
    expect(existsSync(unused.folder)).toBe(false);
    expect(existsSync(join(shelf, 'half'))).toBe(false);
    expect(existsSync(join(shelf, 'being-made'))).toBe(true);
    expect(await make().cached('k', 'unused', async () => {})).toMatchObject({ reused: false });
  });

  it('makes anew what is no longer what it was, and what a broken pointer names', async () => {
    const { make, folder } = await bench();
    const fill = async () => {};
    const first = await make().cached('k', 'x', fill);
    const still = async () => true;
    const gone = async () => false;
    expect(await make().cached('k', 'x', fill, { still })).toEqual({ ...first, reused: true });
    const second = await make().cached('k', 'x', fill, { still: gone });
    expect(second.reused).toBe(false);
    expect(second.folder).not.toBe(first.folder);
    expect(await make().cached('k', 'x', fill)).toEqual({ ...second, reused: true });
    const pointer = readdirSync(join(folder, 'cache/k')).find((name) => name.endsWith('.ready'));
    writeFileSync(join(folder, 'cache/k', pointer ?? ''), '../../elsewhere\n');
    expect(await make().cached('k', 'x', fill)).toMatchObject({ reused: false });
  });

  it('keeps to its size: what was not used for longest goes first, what is in use stays', async () => {
    const { make, folder } = await bench();
    const shelf = join(folder, 'cache/k');
    const fill = async (path: string) => writeFileSync(join(path, 'file'), Buffer.alloc(1000));
    const most = 2500;
    const made = [];
    for (const [key, days] of [
      ['a', 3],
      ['b', 2],
      ['c', 1],
    ] as const) {
      const { folder: path } = await make().cached('k', key, fill, { most });
      made.push(path);
      const pointer = readdirSync(shelf).find(
        (name) => name.endsWith('.ready') && path.includes(name.slice(0, 32)),
      );
      utimesSync(join(shelf, pointer ?? ''), DAYS(days), DAYS(days));
    }
    await make().cached('k', 'd', fill, { most });
    expect(made.map((path) => existsSync(path))).toEqual([false, true, true]);
    // All of these were used a moment ago.
    for (const key of ['b', 'c', 'd']) await make().cached('k', key, fill, { most: 1 });
    await make().cached('k', 'e', fill, { most: 1 });
    expect(readdirSync(shelf).filter((name) => name.endsWith('.ready'))).toHaveLength(4);
  });

  it('may be in another place', async () => {
    const { make, folder } = await bench();
    const place = join(folder, 'other');
    const { folder: path } = await make().cached('k', 'x', async () => {}, { place });
    expect(path.startsWith(place)).toBe(true);
  });
});
