import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someFragments, someLog } from '../../testing.ts';
import { unreleasedPresent } from './unreleased-present.ts';

const LINK = '\n[unreleased]: https://github.com/o/p/compare/v1.0...HEAD\n';
const MISSING =
  'warning CHANGELOG.md:1:1 Unexpected changelog without an unreleased part, expected one before `1.0`';

it.each([
  ['auto', `## Unreleased\n\n## 1.0\n\n- A\n${LINK}`, []],
  ['auto', '## 1.0\n\n- A\n', []],
  ['auto', `## 1.0\n\n- A\n${LINK}`, [MISSING]],
  ['required', '## 1.0\n\n- A\n', [MISSING]],
  ['required', '## 1.1 (unreleased)\n\n## 1.0\n\n- A\n', []],
  ['off', `## 1.0\n\n- A\n${LINK}`, []],
] as const)('with %s and %j reports %j', (unreleased, text, expected) => {
  expect(findingsOf(unreleasedPresent, someLog(text, { unreleased }))).toEqual(expected);
});

it('asks for none where fragments are kept', () => {
  const given = { ...someLog(`## 1.0\n\n- A\n${LINK}`), ...someFragments({}) };
  expect(outcomeOf(unreleasedPresent, given).status).toBe('skip');
});
