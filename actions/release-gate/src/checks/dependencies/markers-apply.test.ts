import { expect, it } from 'vitest';
import { findingsOf, someProject } from '../../testing.ts';
import { markersApply } from './markers-apply.ts';

const found = (requires: string, requirement: string) =>
  findingsOf(markersApply, {
    project: someProject({
      'pyproject.toml': `[project]\nname = "a"\nversion = "1"\nrequires-python = "${requires}"\ndependencies = ['${requirement}']\n`,
    }),
  });

it.each([
  ['>=3.9', 'tomli; python_version < "3.11"'],
  ['>=3.9', 'tomli; python_version < "3.8" or sys_platform == "win32"'],
  ['>=3.9', 'tomli; python_full_version <= "3.9.1"'],
  ['>=3.9', 'x; sys_platform == "win32"'],
  ['>=3.9', 'x; python_version >= "3.15"'],
])('takes %s with %s', (requires, requirement) => {
  expect(found(requires, requirement)).toEqual([]);
});

it.each([
  ['>=3.9', 'typing; python_version < "3.8"'],
  ['>=3.11', 'tomli; python_full_version < "3.11" and extra == "x"'],
])('notices under %s that %s is never installed', (requires, requirement) => {
  expect(found(requires, requirement)).toEqual([
    `notice pyproject.toml:5:18 Unexpected requirement \`${requirement}\` in dependencies, expected one for a Python that requires-python \`${requires}\` allows`,
  ]);
});
