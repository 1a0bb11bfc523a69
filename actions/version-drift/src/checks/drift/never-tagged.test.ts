import { expect, it } from 'vitest';
import { findingsOf, someFacts } from '../../testing.ts';
import { neverTagged } from './never-tagged.ts';

it.each([
  ['the first release', []],
  ['a release', ['1.4.0!', '1.3.0']],
  ['an earlier release', ['1.4.1', '1.4.0']],
  ['a coming one', ['1.3.0']],
  ['a coming one of an older series', ['2.0.0', '1.3.0']],
])('takes %s', (_, tags) => {
  expect(findingsOf(neverTagged, someFacts({}, { tags }))).toEqual([]);
});

it('reports a version that later tags have passed', () => {
  expect(findingsOf(neverTagged, someFacts({}, { tags: ['1.4.1', '1.3.0'] }))).toEqual([
    'notice pyproject.toml:3:12 Unexpected declared version `1.4.0`, expected one that is tagged or follows the last tag: `v1.4.1` is later',
  ]);
});

it('reports a version that the changelog released long ago, at the place that declares it', () => {
  const told = { tags: ['1.3.0'], day: '2026-01-10' };
  expect(findingsOf(neverTagged, someFacts({}, told))).toEqual([
    'notice pyproject.toml:3:12 Unexpected declared version `1.4.0` without a tag, expected one since 2026-01-10, when it was released by the changelog',
  ]);
  expect(findingsOf(neverTagged, someFacts({}, { ...told, today: '2026-01-20' }))).toEqual([]);
});
