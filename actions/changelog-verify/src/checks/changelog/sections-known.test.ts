import { expect, it } from 'vitest';
import { findingsOf, someLog } from '../../testing.ts';
import { sectionsKnown } from './sections-known.ts';

const facts = (...titles: readonly string[]) =>
  someLog(`## 1.0\n\n${titles.map((it) => `### ${it}\n\n- A\n`).join('\n')}`);

it.each([
  'Security',
  'Fix',
  'Fixes',
  'Blackd',
  'Jupyter Notebook',
  'Parser',
  'Types',
  'Mail',
  'Words',
])('takes `%s`', (title) => expect(findingsOf(sectionsKnown, facts(title))).toEqual([]));

it.each([
  ['Secruity', 'Security'],
  ['Depracated', 'Deprecated'],
])('reports `%s`, which is meant to be `%s`', (title, meant) => {
  expect(findingsOf(sectionsKnown, facts('Added', title))).toEqual([
    `warning CHANGELOG.md:7:1 Unexpected section \`${title}\`, expected a known one; did you mean \`${meant}\`?`,
  ]);
});

it('knows a word that the file uses often', () => {
  const found = findingsOf(
    sectionsKnown,
    facts('Enhancements', 'Enhancements', 'Enhancements', 'Enhncements'),
  );
  expect(found).toHaveLength(1);
  expect(findingsOf(sectionsKnown, facts('Enhncements', 'Enhncements', 'Enhncements'))).toEqual([]);
});
