import { expect, it } from 'vitest';
import { findingsOf, someLog } from '../../testing.ts';
import { ordered } from './ordered.ts';

const text = (...headings: readonly string[]) =>
  headings.map((it) => `## ${it}\n\n- A change.\n\n`).join('');

it.each([
  ['the newest first', ['Unreleased', '1.2', '1.1.1', '1.1', '1.0']],
  ['the oldest first', ['1.0', '1.1', '1.1.1', '1.2']],
  ['two series side by side', ['2.0.1', '1.9.5', '2.0.0', '1.9.4', '1.9.3']],
  ['a series below another', ['1.0a21', '1.0a20', '0.65.2', '0.65.1']],
])('takes %s', (_, headings) => {
  expect(findingsOf(ordered, someLog(text(...headings)))).toEqual([]);
});

it('reports a release that stands above the one it follows', () => {
  expect(findingsOf(ordered, someLog(text('1.2.1', '1.2.2', '1.2.0', '1.1.0')))).toEqual([
    'warning CHANGELOG.md:5:1 Unexpected place of `1.2.2` behind `1.2.1`, expected it before',
  ]);
});

it('reports an unreleased part below a release', () => {
  expect(findingsOf(ordered, someLog(text('1.2', 'Unreleased', '1.1')))).toEqual([
    'warning CHANGELOG.md:5:1 Unexpected `Unreleased` below a release, expected it on top',
  ]);
});
