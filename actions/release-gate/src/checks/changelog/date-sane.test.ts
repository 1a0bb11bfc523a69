import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, someChangelog, someTag } from '../../testing.ts';
import { dateSane } from './date-sane.ts';

const facts = (date: string, tagged?: string) => ({
  today: known('2026-11-24', fileStart('.')),
  ...(tagged === undefined ? {} : { tag: someTag('v1.4.0', { date: tagged }) }),
  ...someChangelog(`## 1.4.0 - ${date}\n\n- New.\n\n## 1.3.0 - 2026-03-02\n\n- Old.\n`, '1.4.0'),
});

it.each([
  ['2026-11-24', undefined],
  ['2026-11-25', undefined],
  ['2026-03-02', undefined],
  ['2026-11-20', '2026-11-22'],
])('takes %s with a tag of %s', (date, tagged) => {
  expect(findingsOf(dateSane, facts(date, tagged))).toEqual([]);
});

it.each([
  ['2026-11-26', undefined, 'error', 'in the future, expected the day of the release'],
  ['2025-11-20', undefined, 'warning', 'expected none before 2026-03-02'],
  ['2026-05-01', '2026-11-20', 'warning', 'expected one near 2026-11-20'],
])('reports %s with a tag of %s as a %s', (date, tagged, level, words) => {
  const [found] = findingsOf(dateSane, facts(date, tagged));
  expect(found).toContain(`${level} CHANGELOG.md:1:12 Unexpected date \`${date}\``);
  expect(found).toContain(words);
});

it('compares with the release before it by version, wherever that stands', () => {
  const text = '## 2.0.0 - 2026-10-01\n\n- New.\n\n## 1.4.0 - 2026-11-20\n\n- Fix.\n';
  const given = { today: known('2026-11-24', fileStart('.')), ...someChangelog(text, '1.4.0') };
  expect(findingsOf(dateSane, given)).toEqual([]);
});
