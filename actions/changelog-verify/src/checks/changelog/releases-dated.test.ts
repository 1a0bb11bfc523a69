import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someLog } from '../../testing.ts';
import { releasesDated } from './releases-dated.ts';

const text = (...headings: readonly string[]) =>
  headings.map((it) => `## ${it}\n\n- A change.\n\n`).join('');
const dated = ['1.3 - 2024-04-01', '1.2 - 2024-03-01', '1.1 - 2024-02-01', '1.0 - May 2023'];

it.each([
  ['dates everywhere', dated],
  ['an unreleased version without one', ['1.4 (unreleased)', ...dated]],
])('takes %s', (_, headings) => {
  expect(findingsOf(releasesDated, someLog(text(...headings)))).toEqual([]);
});

it('reports a release without one among others that have one', () => {
  expect(findingsOf(releasesDated, someLog(text('1.4', ...dated)))).toEqual([
    'warning CHANGELOG.md:1:4 Unexpected lack of a date at `1.4`, expected the day of the release',
  ]);
});

it('asks for none where none is given', () => {
  expect(outcomeOf(releasesDated, someLog(text('1.4', '1.3', '1.2')))).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});
