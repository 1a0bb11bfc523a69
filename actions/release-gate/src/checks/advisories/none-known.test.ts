import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, someRequirement } from '../../testing.ts';
import { noneKnown } from './none-known.ts';

const bad = ['PYSEC-2026-1', 'GHSA-xxxx'];

it.each([
  ['takes what has none', '2.0', '2.0', {}, []],
  ['does not ask what nobody installs', '1.9', '2.0', { 'a==2.0': bad }, []],
  [
    'reports a range that keeps the mend away',
    '1.9',
    '2.0',
    { 'a==1.9': bad },
    [
      'error pyproject.toml:5:3 Unexpected requirement `a<2`, expected one that installs a version without known advisories: 1.9 has `PYSEC-2026-1` and `GHSA-xxxx`',
    ],
  ],
  [
    'warns where no newer one is without',
    '2.0',
    '2.0',
    { 'a==2.0': bad },
    [
      'warning pyproject.toml:5:3 Unexpected requirement `a<2`, expected one that installs a version without known advisories: 2.0 has `PYSEC-2026-1` and `GHSA-xxxx`',
    ],
  ],
] as const)('%s', (_, installed, newest, advisories, expected) => {
  const place = fileStart('pyproject.toml');
  expect(
    findingsOf(noneKnown, {
      required: known(
        { asked: true, value: [someRequirement('a<2', { installed, newest })] },
        place,
      ),
      advisories: known({ asked: true, value: new Map(Object.entries(advisories)) }, place),
    }),
  ).toEqual(expected);
});
