import { expect, it } from 'vitest';
import { findingsOf, someChangelog } from '../../testing.ts';
import { notEmpty } from './not-empty.ts';

const facts = (body: string) =>
  someChangelog(`## 1.4.0 - 2026-11-20\n\n${body}\n## 1.3.0 - 2026-03-02\n\n- Old.\n`, '1.4.0');

it.each(['- New.\n\n', 'Rebuilt for Python 3.14.\n\n', '### Added\n\n- New.\n\n'])(
  'takes %j',
  (body) => expect(findingsOf(notEmpty, facts(body))).toEqual([]),
);

it('reports an entry of a heading alone', () => {
  expect(findingsOf(notEmpty, facts(''))).toEqual([
    'error CHANGELOG.md:1:1 Unexpected empty entry for `1.4.0`, expected what has changed',
  ]);
});
