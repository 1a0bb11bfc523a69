import { scrivScheme } from '@pymaint/changelog';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someFragments } from '../../testing.ts';
import { named } from './named.ts';

it.each(['12.feature.rst', '+x.misc', 'README.md', '.gitignore', '_template.rst'])(
  'takes %s',
  (name) => expect(findingsOf(named, someFragments({ [`changes/${name}`]: 'Words.' }))).toEqual([]),
);

it('reports a misspelt type with the one that is meant', () => {
  const given = someFragments({ 'changes/12.feautre.rst': 'Words.' });
  expect(findingsOf(named, given)).toEqual([
    'error changes/12.feautre.rst:1:1 Unexpected file `12.feautre.rst` among the fragments: it names no type, expected one of feature, bugfix, doc, removal, misc, and a release drops it silently; did you mean `feature`?',
  ]);
  const outcome = outcomeOf(named, given);
  expect(outcome.status === 'fail' && outcome.findings[0]?.remedy).toBe(
    'git mv changes/12.feautre.rst changes/12.feature.rst',
  );
});

it.each([
  ['changes/notes.txt', 'warning'],
  ['changes/12.rst', 'error'],
  ['changes/web/12.feature.rst', 'error'],
])('reports %s as %s', (path, level) => {
  const [found] = findingsOf(named, someFragments({ [path]: 'Words.' }));
  expect(found?.startsWith(`${level} ${path}:1:1 `)).toBe(true);
});

it('knows scriv’s suffix', () => {
  const files = { 'changelog.d/20240501_ada.rst': 'Words.' };
  expect(findingsOf(named, someFragments(files, scrivScheme({ format: 'md' })))).toHaveLength(1);
  expect(findingsOf(named, someFragments(files, scrivScheme({})))).toEqual([]);
});
