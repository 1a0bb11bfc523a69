import { describe, expect, it } from 'vitest';
import { joinPath } from './in-folder.ts';

describe('joinPath', () => {
  it.each([
    ['', 'a/b', 'a/b'],
    ['x', 'a', 'x/a'],
    ['x/y', '../a', 'x/a'],
    ['x', './a', 'x/a'],
    ['x', '../../a', '../a'],
  ])('of %j and %j is %j', (folder, path, joined) => {
    expect(joinPath(folder, path)).toBe(joined);
  });
});
