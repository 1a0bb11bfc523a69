import { applyEdits, fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someCandidate, someChangelog } from '../../testing.ts';
import { dated } from './dated.ts';

const facts = (head: string, version = '1.4.0', before = '## 1.3.0 - 2026-03-02') => ({
  candidate: someCandidate(version),
  today: known('2026-11-24', fileStart('.')),
  ...someChangelog(`# Changelog\n\n${head}\n\n- New.\n\n${before}\n\n- Old.\n`, version),
});

it.each([
  '## 1.4.0 - 2026-11-20',
  '## [1.4.0] (2026-11-20)',
  '## Version 1.4.0\n\nReleased 2026-11-20',
])('takes %j', (head) => expect(findingsOf(dated, facts(head))).toEqual([]));

it.each(['## 1.4.0 - Unreleased', '## 1.4.0 (unreleased)', '## 1.4.0 - TBD', '## 1.4.0'])(
  'reports %j',
  (head) => {
    const [found] = findingsOf(dated, facts(head));
    expect(found).toMatch(
      /^error CHANGELOG\.md:3:\d+ Unexpected .+ at the entry for `1\.4\.0`, expected the day of the release$/,
    );
  },
);

it('writes the date in place of the word', () => {
  const text =
    '# Changelog\n\n## 1.4.0 - Unreleased\n\n- New.\n\n## 1.3.0 - 2026-03-02\n\n- Old.\n';
  const outcome = outcomeOf(dated, facts('## 1.4.0 - Unreleased'));
  const edits = outcome.status === 'fail' ? (outcome.findings[0]?.fix?.edits ?? []) : [];
  expect(applyEdits(text, edits).text).toContain('## 1.4.0 - 2026-11-24\n');
});

it.each([
  ['the entries before have none', '## 1.3.0'],
  ['there is no entry before', ''],
])('asks for no date where %s', (_, before) => {
  expect(outcomeOf(dated, facts('## 1.4.0', '1.4.0', before))).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});
