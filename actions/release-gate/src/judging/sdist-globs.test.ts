import { expect, it } from 'vitest';
import { isLeftOut } from './sdist-globs.ts';

it.each([
  ['docs', 'docs/a/b.rst'],
  ['/docs', 'docs/a/b.rst'],
  ['docs/', 'a/docs/b.rst'],
  ['*.yml', 'a/b.yml'],
  ['/tests/**/*.txt', 'tests/a/b.txt'],
  ['/tests/**/*.txt', 'tests/b.txt'],
  ['docs/*', 'docs/a'],
])('finds that %s leaves %s out', (glob, path) => {
  expect(isLeftOut([glob], path)).toBe(true);
});

it.each([
  ['/docs', 'a/docs/b.rst'],
  ['docs/a', 'x/docs/a'],
  ['doc', 'docs/a'],
  ['/', 'a'],
])('finds that %s keeps %s', (glob, path) => {
  expect(isLeftOut([glob], path)).toBe(false);
});
