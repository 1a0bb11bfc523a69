import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someBuild, someProject } from '../../testing.ts';
import { size } from './size.ts';

const facts = (wheel: number, path: string, file: number) => ({
  project: someProject(),
  largestFile: known(20e6, fileStart('.')),
  build: known(
    someBuild({}, { size: wheel, files: [{ path, size: file, sha256: '' }] }),
    fileStart('pyproject.toml'),
  ),
});

it('says how large both are', () => {
  expect(outcomeOf(size, facts(1_234_000, 'a', 20e6))).toEqual({
    status: 'pass',
    found: 'wheel 1.2 MB, sdist 1 kB',
  });
  expect(findingsOf(size, facts(5, 'a/b.so', 50e6))).toEqual([]);
});

it('notes a large file, and warns where PyPI takes no more', () => {
  expect(findingsOf(size, facts(100_100_000, 'a/data.bin', 21_000_000))).toEqual([
    'warning pyproject.toml:1:1 Unexpected size 100.1 MB of attrsx-1.2.3-py3-none-any.whl, expected at most 100.0 MB unless PyPI has granted more',
    'notice pyproject.toml:1:1 Unexpected size 21.0 MB of `a/data.bin` in attrsx-1.2.3-py3-none-any.whl, expected at most 20.0 MB',
  ]);
});
