import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, someRequirement } from '../../testing.ts';
import { requirementsThere } from './requirements-there.ts';

it.each([
  [
    'takes one that can be installed',
    someRequirement('a>=1', { installed: '2.0', newest: '2.0' }),
    [],
  ],
  [
    'warns of one whose versions were all yanked',
    someRequirement('a==1.0', { yanked: '1.0', newest: '2.0' }),
    [
      'warning pyproject.toml:5:3 Unexpected requirement `a==1.0`, expected one that allows a version that was not yanked: 1.0 was: “broken”',
    ],
  ],
  [
    'reports one that no version is in',
    someRequirement('a>=3', { newest: '2.0' }),
    [
      'error pyproject.toml:5:3 Unexpected requirement `a>=3`, expected a range that holds some version of a; the newest is 2.0',
    ],
  ],
])('%s', (_, requirement, expected) => {
  const required = known(
    { asked: true, value: [requirement] } as const,
    fileStart('pyproject.toml'),
  );
  expect(findingsOf(requirementsThere, { required })).toEqual(expected);
});
