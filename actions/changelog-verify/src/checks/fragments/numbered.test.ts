import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someChange, someFragments, someLog } from '../../testing.ts';
import { numbered } from './numbered.ts';

const facts = (names: readonly string[], asked = true) => ({
  ...someLog('', { 'fragment-number': asked }),
  ...someFragments(
    Object.fromEntries([...names, '9.doc'].map((it) => [`changes/${it}`, 'Words.'])),
  ),
  ...someChange('', {
    files: names.map((it) => ({ path: `changes/${it}`, kind: 'added' as const })),
  }),
});

it.each([['12.feature'], ['12.feature', '11.bugfix'], []])('takes %s', (...names) => {
  expect(findingsOf(numbered, facts(names))).toEqual([]);
});

it.each([
  ['11.feature', '11'],
  ['+x.feature', 'none'],
])('reports %s', (name, number) => {
  expect(findingsOf(numbered, facts([name]))).toEqual([
    `error changes/${name}:1:1 Unexpected number \`${number}\` of the fragment, expected \`12\`, that of the pull request`,
  ]);
});

it('asks for nothing unless it is told to', () => {
  expect(outcomeOf(numbered, facts(['11.feature'], false)).status).toBe('skip');
});
