import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '@pymaint/core';
import { isInside, resolveInside } from './inside.ts';

const base = realpathSync(mkdtempSync(join(tmpdir(), 'inside-')));
const root = join(base, 'root');
const folder = join(root, 'sub');

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(base, 'root-of-another'));
  writeFileSync(join(base, 'secret'), 'x');
  writeFileSync(join(root, 'top.txt'), 'x');
  writeFileSync(join(folder, 'file.txt'), 'x');
  symlinkSync('../top.txt', join(folder, 'up.txt'));
  symlinkSync('../../secret', join(folder, 'out.txt'));
  symlinkSync(base, join(folder, 'base'));
  symlinkSync('/etc', join(folder, 'etc'));
  symlinkSync('base', join(folder, 'second-hand'));
  symlinkSync('circle-b', join(folder, 'circle-a'));
  symlinkSync('circle-a', join(folder, 'circle-b'));
  symlinkSync('nothing-here', join(folder, 'dangling'));
  symlinkSync('/nothing-here', join(folder, 'dangling-out'));
});
afterAll(() => rmSync(base, { recursive: true }));

describe('resolveInside', () => {
  it.each([
    ['.', 'sub'],
    ['file.txt', 'sub/file.txt'],
    ['./a/../file.txt', 'sub/file.txt'],
    ['../top.txt', 'top.txt'],
    ['up.txt', 'top.txt'],
    ['not/there/yet.txt', 'sub/not/there/yet.txt'],
    ['file.txt/below-a-file', 'sub/file.txt/below-a-file'],
    ['..name', 'sub/..name'],
  ])('resolves `%s` below the root', (path, expected) => {
    expect(resolveInside(root, folder, path)).toBe(join(root, expected));
  });

  it.each([
    ['the folder above the root', '../..'],
    ['a way out', '../../secret'],
    ['a way out and in again under another name', '../../root-of-another/x'],
    ['an absolute path', '/etc/passwd'],
    ['an absolute path that is inside', join(folder, 'file.txt')],
    ['a NUL', 'file.txt\0.png'],
    ['a link out', 'out.txt'],
    ['a linked folder', 'base/secret'],
    ['a linked folder with nothing there yet', 'base/new.txt'],
    ['a link to an absolute folder', 'etc/passwd'],
    ['a link to a link', 'second-hand/secret'],
  ])('refuses %s', (_, path) => {
    const refused = () => resolveInside(root, folder, path);
    expect(refused).toThrow(UserError);
    expect(refused).toThrow(`\`${path.replaceAll('\0', '\\0')}\``);
  });

  it.each(['circle-a', 'dangling', 'dangling-out', 'dangling/below', 'circle-b/x'])(
    'finds nothing behind `%s`',
    (path) => {
      expect(resolveInside(root, folder, path)).toBeUndefined();
    },
  );
});

describe('isInside', () => {
  it.each([
    ['/a', '/a', true],
    ['/a', '/a/b', true],
    ['/a', '/a/..b', true],
    ['/a', '/ab', false],
    ['/a/b', '/a', false],
    ['/a', '/', false],
    ['/', '/a', true],
  ])('of %s, %s is %s', (folder, path, expected) => {
    expect(isInside(folder, path)).toBe(expected);
  });
});
