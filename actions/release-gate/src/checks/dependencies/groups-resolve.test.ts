import { expect, it } from 'vitest';
import { findingsOf, someProject } from '../../testing.ts';
import { groupsResolve } from './groups-resolve.ts';

const found = (groups: string) =>
  findingsOf(groupsResolve, {
    project: someProject({
      'pyproject.toml': `[project]\nname = "a"\nversion = "1"\n[dependency-groups]\n${groups}`,
    }),
  });
const include = (name: string) => `{include-group = "${name}"}`;

it.each([
  ['no include', 'a = ["x"]\n'],
  ['a chain', `a = ["x"]\nb = [${include('a')}]\nc = [${include('b')}, ${include('a')}]\n`],
  ['another spelling', `A_b = ["x"]\nc = [${include('a-b')}]\n`],
])('takes %s', (_, groups) => {
  expect(found(groups)).toEqual([]);
});

it('reports a group that is not there', () => {
  expect(found(`lint = ["x"]\nall = [${include('lnt')}]\n`)).toEqual([
    'error pyproject.toml:6:8 Unexpected group `lnt` in `include-group`, expected one of [dependency-groups]; did you mean `lint`?',
  ]);
});

it.each([
  ['itself', `a = [${include('a')}]\n`, '5:6', '`a` → `a`'],
  ['each other', `a = [${include('b')}]\nb = [${include('a')}]\n`, '6:6', '`a` → `b` → `a`'],
  [
    'one another behind a group that is in no circle',
    `x = [${include('a')}]\na = [${include('b')}]\nb = [${include('a')}]\n`,
    '7:6',
    '`a` → `b` → `a`',
  ],
])('reports groups that include %s once', (_, groups, place, round) => {
  expect(found(groups)).toEqual([
    `error pyproject.toml:${place} Unexpected circle of dependency groups ${round}, expected \`include-group\` not to lead back`,
  ]);
});

it('stays in linear time on a long chain', () => {
  const chain = Array.from({ length: 5000 }, (_, n) => `g${n} = [${include(`g${n + 1}`)}]\n`);
  expect(found(`${chain.join('')}g5000 = []\n`)).toEqual([]);
});
