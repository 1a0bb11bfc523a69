import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { temporaryFolder } from '@pymaint/testing';
import { expect, it, onTestFinished } from 'vitest';
import { readerAtOnce } from './read-at-once.ts';

const SYSTEM = process.platform;

async function place(): Promise<string> {
  const { folder, [Symbol.asyncDispose]: end } = await temporaryFolder({
    'docs/a.rst': 'of docs',
    'other/a.rst': 'of another folder',
  });
  onTestFinished(() => end());
  return folder;
}

it.skipIf(SYSTEM === 'win32')(
  'reads plain files, and leaves to others what needs a second look',
  async () => {
    const folder = await place();
    symlinkSync('a.rst', join(folder, 'docs/link'));
    execFileSync('mkfifo', [join(folder, 'docs/pipe')]);
    mkdirSync(join(folder, 'docs/folder'));
    const read = readerAtOnce((path) => join(folder, path));
    expect(Buffer.from(read('docs/a.rst') ?? []).toString()).toBe('of docs');
    const others = ['link', 'pipe', 'folder', 'none', '', '.', '..', 'a.rst/below'];
    expect(others.filter((name) => read(`docs/${name}`) !== undefined)).toEqual([]);
    expect(read('/etc')).toBeUndefined();
  },
);

it.skipIf(SYSTEM === 'win32')(
  'asks where a folder is once in a turn, and again in the next',
  async () => {
    const folder = await place();
    let asked = 0;
    const read = readerAtOnce((path) => {
      asked += 1;
      return path === 'gone' ? undefined : join(folder, path);
    });
    read('docs/a.rst');
    read('docs/a.rst');
    expect(read('gone/a.rst')).toBeUndefined();
    expect(asked).toBe(2);
    await setImmediate();
    renameSync(join(folder, 'docs'), join(folder, 'before'));
    mkdirSync(join(folder, 'docs'));
    writeFileSync(join(folder, 'docs/a.rst'), 'new');
    expect(Buffer.from(read('docs/a.rst') ?? []).toString()).toBe('new');
    expect(asked).toBe(3);
  },
);
