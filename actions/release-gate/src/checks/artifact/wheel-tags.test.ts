import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, packed, someBuild, someProject } from '../../testing.ts';
import { wheelTags } from './wheel-tags.ts';

const facts = (filename: string, path: string, pure: boolean) => ({
  project: someProject(),
  build: known(
    someBuild(
      {},
      { filename, files: packed(path), texts: { WHEEL: `Root-Is-Purelib: ${pure}\n` } },
    ),
    fileStart('pyproject.toml'),
  ),
});

it.each([
  ['a-1-py3-none-any.whl', 'a/__init__.py', true],
  ['a-1-cp313-cp313-linux_x86_64.whl', 'a/_b.cpython-313-x86_64-linux-gnu.so', false],
  ['a-1-cp38-abi3-manylinux_2_17_x86_64.whl', 'a/_b.abi3.so', false],
  ['a-1-py3-none-win_amd64.whl', 'a/tool.dll', true],
])('takes %s with %s', (filename, path, pure) => {
  expect(findingsOf(wheelTags, facts(filename, path, pure))).toEqual([]);
});

it.each([
  [
    'a-1-py3-none-any.whl',
    'a/_b.cpython-313-x86_64-linux-gnu.so',
    true,
    'Unexpected compiled file',
  ],
  ['a-1-cp313-cp313-win_amd64.whl', 'a/_b.pyd', true, 'Unexpected `Root-Is-Purelib: true`'],
  [
    'a-1-cp38-abi3-linux_x86_64.whl',
    'a/_b.cpython-313-x86_64-linux-gnu.so',
    false,
    'for one Python',
  ],
])('reports %s with %s', (filename, path, pure, words) => {
  const [found] = findingsOf(wheelTags, facts(filename, path, pure));
  expect(found).toContain(words);
});
