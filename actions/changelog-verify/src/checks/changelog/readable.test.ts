import { expect, it } from 'vitest';
import { findingsOf, someLog } from '../../testing.ts';
import { readable } from './readable.ts';

it.each([
  '## 1.1.0 - 2024-05-01\n\n- A\n\n## 1.0.0 - 2024-04-01\n\n- B\n',
  '## 1.1.0\n\n- A\n\n## 1.x\n\nOlder ones.\n',
  '## Unreleased\n\n## 0.5 - 0.9\n\nNot kept.\n',
])('takes %j', (text) => expect(findingsOf(readable, someLog(text))).toEqual([]));

it('reports a day that never was: as an error in the newest release, as a notice in an old one', () => {
  const release = (version: string, date: string) => `## ${version} - ${date}\n\n- A\n\n`;
  const others = ['1.4', '1.3', '1.2', '1.1'].map((it) => release(it, '2024-01-01')).join('');
  expect(findingsOf(readable, someLog(release('1.5', '2023-02-29') + others))).toEqual([
    'error CHANGELOG.md:1:10 Unexpected date `2023-02-29`, expected a day of the calendar',
  ]);
  expect(findingsOf(readable, someLog(others + release('1.0', '2023-02-29')))).toEqual([
    'notice CHANGELOG.md:17:10 Unexpected date `2023-02-29`, expected a day of the calendar',
  ]);
});

it('reports a version that is none', () => {
  const text = '## 1.1.0-SNAPSHOT (2024-05-01)\n\n- A\n\n## 1.0.0 (2024-04-01)\n\n- B\n';
  expect(findingsOf(readable, someLog(text))).toEqual([
    'warning CHANGELOG.md:1:4 Unexpected heading `1.1.0-SNAPSHOT (2024-05-01)`, expected a version by PEP 440',
  ]);
});
