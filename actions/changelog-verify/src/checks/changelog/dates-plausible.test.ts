import { expect, it } from 'vitest';
import { findingsOf, someLog, someTags } from '../../testing.ts';
import { datesPlausible } from './dates-plausible.ts';

const text = (...headings: readonly string[]) =>
  headings.map((it) => `## ${it}\n\n- A change.\n\n`).join('');

it.each([
  ['falling dates', ['1.1 - 2026-05-01', '1.0 - 2026-04-01']],
  ['tomorrow, which it is somewhere', ['1.0 - 2026-11-25']],
  ['a patch of an older series after a newer version', ['1.9.1 - 2026-06-01', '2.0 - 2026-05-01']],
  ['an unreleased version with a day to come', ['1.1 (expected May 1, 2027)', '1.0 - 2026-04-01']],
])('takes %s', (_, headings) => {
  expect(findingsOf(datesPlausible, someLog(text(...headings)))).toEqual([]);
});

it.each([
  [
    ['1.0 - 2027-04-01'],
    'error CHANGELOG.md:1:10 Unexpected date `2027-04-01` in the future, expected the day of the release',
  ],
  [
    ['1.1.1 - 2025-01-08', '1.1.0 - 2025-12-20'],
    'error CHANGELOG.md:1:12 Unexpected date `2025-01-08` of `1.1.1`, expected none before 2025-12-20, the date of `1.1.0`',
  ],
])('reports %j', (headings, expected) => {
  expect(findingsOf(datesPlausible, someLog(text(...headings)))).toEqual([
    expected.replace(/^error (?=.*none before)/, 'warning '),
  ]);
});

it('reports a date far from the tag’s day', () => {
  const given = { ...someLog(text('1.1 - 2026-05-01')), ...someTags({ 'v1.1': '2026-09-01' }) };
  expect(findingsOf(datesPlausible, given)).toEqual([
    'warning CHANGELOG.md:1:10 Unexpected date `2026-05-01` of `1.1`, expected one near 2026-09-01, the day of tag `v1.1`',
  ]);
  const near = { ...someLog(text('1.1 - 2026-05-01')), ...someTags({ 'v1.1': '2026-05-03' }) };
  expect(findingsOf(datesPlausible, near)).toEqual([]);
});
