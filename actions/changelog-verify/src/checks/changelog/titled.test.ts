import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someLog } from '../../testing.ts';
import { titled } from './titled.ts';

const KEEP = 'It follows [Keep a Changelog](https://keepachangelog.com/en/1.1.0/).\n\n';
const MISSING =
  'Unexpected changelog without a title, expected one such as `Changelog` before `1.0`';

it.each([
  ['auto', `# Changelog\n\n${KEEP}## 1.0\n\n- A\n`, []],
  ['auto', `${KEEP}## 1.0\n\n- A\n`, [`warning CHANGELOG.md:3:1 ${MISSING}`]],
  ['required', '## 1.0\n\n- A\n', [`warning CHANGELOG.md:1:1 ${MISSING}`]],
  ['required', '# History\n\n## 1.0\n\n- A\n', []],
] as const)('with %s and %j reports %j', (title, text, expected) => {
  expect(findingsOf(titled, someLog(text, { title }))).toEqual(expected);
});

it.each([
  ['auto', '## 1.0\n\n- A\n'],
  ['off', `${KEEP}## 1.0\n\n- A\n`],
] as const)('with %s asks nothing of %j', (title, text) => {
  expect(outcomeOf(titled, someLog(text, { title })).status).toBe('skip');
});

it('knows the title of reStructuredText', () => {
  const text = 'Changes\n=======\n\n1.0\n---\n\n- A\n';
  const given = someLog(text, { title: 'required' }, 'CHANGES.rst');
  expect(outcomeOf(titled, given)).toMatchObject({ status: 'pass' });
});
