import { expect, it } from 'vitest';
import { findingsOf, someLog } from '../../testing.ts';
import { releasesTold } from './releases-told.ts';

const facts = (body: string) =>
  someLog(`## 1.1 - 2024-05-01\n\n${body}## 1.0 - 2024-04-01\n\n- B\n`);

it.each([
  '- A change.\n\n',
  'Rebuilt.\n\n',
  '### Added\n\n- A\n\n',
  '| a table | of changes |\n| --- | --- |\n| x | y |\n\n',
])('takes %j', (body) => expect(findingsOf(releasesTold, facts(body))).toEqual([]));

it('takes an unreleased part without entries', () => {
  expect(findingsOf(releasesTold, someLog('## Unreleased\n\n## 1.0\n\n- A\n'))).toEqual([]);
});

it('reports a heading alone, and a placeholder', () => {
  expect(findingsOf(releasesTold, facts(''))).toEqual([
    'warning CHANGELOG.md:1:1 Unexpected empty entry for `1.1`, expected what has changed',
  ]);
  expect(findingsOf(releasesTold, facts('- Nothing changed yet.\n\n'))).toEqual([
    'warning CHANGELOG.md:3:1 Unexpected placeholder `Nothing changed yet.` in `1.1`, expected what has changed',
  ]);
});
