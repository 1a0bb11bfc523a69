import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someCandidate, someReleases } from '../../testing.ts';
import { followsLast } from './follows-last.ts';

const RELEASES = someReleases('2.0.0', '1.2.5', '1.2.3', '1.1.0', '2026.7.0', '3.0rc1');

it.each([
  ['2026.8.0', 'follows 2026.7.0'],
  ['2.0.1', 'follows 2.0.0, beside 2026.7.0'],
  ['1.2.6', 'follows 1.2.5, beside 2026.7.0'],
  ['1.3.0', 'follows 1.2.5, beside 2026.7.0'],
  ['1.2.3.1', 'follows 1.2.3, beside 2026.7.0'],
  ['1.2.5.post1', 'follows 1.2.5, beside 2026.7.0'],
  ['3.0', 'follows 3.0rc1, beside 2026.7.0'],
  ['3.0rc2', 'follows 3.0rc1, beside 2026.7.0'],
])('takes %s', (text, found) => {
  expect(outcomeOf(followsLast, { candidate: someCandidate(text), releases: RELEASES })).toEqual({
    status: 'pass',
    found,
  });
});

it('takes the first release', () => {
  const facts = { candidate: someCandidate('0.1'), releases: someReleases() };
  expect(outcomeOf(followsLast, facts)).toEqual({ status: 'pass', found: 'the first release' });
});

it.each([
  ['1.2.4', 'error', '1.2.5'],
  ['1.0.0', 'error', '1.2.5'],
  ['3.0b1', 'error', '3.0rc1'],
  ['7.0', 'warning', '2026.7.0'],
])('reports %s as a %s', (text, level, last) => {
  expect(findingsOf(followsLast, { candidate: someCandidate(text), releases: RELEASES })).toEqual([
    `${level} pyproject.toml:1:1 Unexpected version \`${text}\`, expected one greater than \`${last}\`, which is released as \`v${last}\``,
  ]);
});

it.each([
  ['option', 'error'],
  ['declared', 'warning'],
] as const)('reports a released version that is %s as a %s', (from, level) => {
  const candidate = someCandidate('2.0.0', { from, releasedAs: 'v2.0.0' });
  expect(findingsOf(followsLast, { candidate, releases: RELEASES })).toEqual([
    `${level} pyproject.toml:1:1 Unexpected version \`2.0.0\`, expected one that is not released yet: \`v2.0.0\` is`,
  ]);
});
