import { expect, it } from 'vitest';
import { findingsOf, someGithub } from '../../testing.ts';
import { noBlockers } from './no-blockers.ts';

it.each([
  ['nothing', {}, []],
  ['a milestone without anything open', { milestone: { title: '1.2', open: 0 } }, []],
  [
    'a blocker',
    { blockers: [{ number: 812, title: 'Wheels crash', label: 'blocker' }] },
    [
      'error pyproject.toml:1:1 Unexpected open #812 “Wheels crash” with the label `blocker`, expected none that blocks the release',
    ],
  ],
  [
    'what is open in the milestone',
    { milestone: { title: '1.2', open: 3 } },
    [
      'warning pyproject.toml:1:1 Unexpected 3 open in the milestone `1.2`, expected none when it is released',
    ],
  ],
])('reports %s', (_, changes, expected) => {
  expect(findingsOf(noBlockers, { github: someGithub(changes) })).toEqual(expected);
});
