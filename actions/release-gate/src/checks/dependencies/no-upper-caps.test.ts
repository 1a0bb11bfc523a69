import { expect, it } from 'vitest';
import { findingsOf, someProject } from '../../testing.ts';
import { noUpperCaps } from './no-upper-caps.ts';

const found = (more: string) =>
  findingsOf(noUpperCaps, {
    project: someProject({ 'pyproject.toml': `[project]\nname = "a"\nversion = "1"\n${more}` }),
  });

it.each([
  'requires-python = ">=3.9,!=3.9.0"\ndependencies = ["x>=1", "y!=2"]\n',
  `dependencies = ['x<2; python_version < "3.11"']\n`,
  '[project.optional-dependencies]\ndocs = ["sphinx<9"]\n',
  '[dependency-groups]\ndev = ["pytest==9.0"]\n',
])('takes %j', (more) => {
  expect(found(more)).toEqual([]);
});

it('notices a bound of requires-python', () => {
  expect(found('requires-python = ">=3.9,<4"\n')).toEqual([
    expect.stringContaining(
      'notice pyproject.toml:4:20 Unexpected upper bound in requires-python `>=3.9,<4`',
    ),
  ]);
});

it('names all dependencies with a bound in one notice', () => {
  expect(found('dependencies = ["a>=1", "b<2", "c~=1.4", "d==3"]\n')).toEqual([
    expect.stringContaining(
      'notice pyproject.toml:4:26 Unexpected upper bound of `b<2`, `c~=1.4` and `d==3`, expected none',
    ),
  ]);
});
