import { expect, it } from 'vitest';
import { findingsOf, someCandidate, someProject } from '../../testing.ts';
import { noPrereleases } from './no-prereleases.ts';

const found = (version: string, requirement: string, where = 'dependencies') =>
  findingsOf(noPrereleases, {
    candidate: someCandidate(version),
    project: someProject({
      'pyproject.toml': `[project]\nname = "a"\nversion = "1"\n${where} = ["${requirement}"]\n`,
    }),
  });

it.each([
  ['1.2', 'x>=2'],
  ['1.2', 'x>=2,<3rc1'],
  ['1.2', 'x!=2.0b1'],
  ['1.2', 'x>=2.0.dev0'],
  ['1.2rc1', 'x>=2rc1'],
  ['1.2.dev1', 'x==2a1'],
])('takes it that %s requires %s', (version, requirement) => {
  expect(found(version, requirement)).toEqual([]);
});

it.each([
  ['notice', 'x>=2rc1'],
  ['warning', 'x==2.0b1'],
  ['notice', 'x ~= 2.0a1'],
])('gives a %s for a final release that requires %s', (level, requirement) => {
  expect(found('1.2', requirement)).toEqual([
    expect.stringContaining(`${level} pyproject.toml:4:18 Unexpected pre-release`),
  ]);
});

it('lets the tools of developers be what they are', () => {
  expect(found('1.2', 'x==2rc1', '[dependency-groups]\ndev')).toEqual([]);
});
