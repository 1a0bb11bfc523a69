import { expect, it } from 'vitest';
import { findingsOf, someFragments } from '../../testing.ts';
import { notEmpty } from './not-empty.ts';

it.each([
  ['12.feature.rst', 'Words.'],
  ['12.misc.rst', ''],
])('takes %s with %j', (name, text) => {
  expect(findingsOf(notEmpty, someFragments({ [`changes/${name}`]: text }))).toEqual([]);
});

it.each(['', '\n', '.. say what has changed\n', '<!-- say what has changed -->'])(
  'reports %j',
  (text) => {
    expect(findingsOf(notEmpty, someFragments({ 'changes/12.feature.rst': text }))).toEqual([
      'warning changes/12.feature.rst:1:1 Unexpected empty fragment `changes/12.feature.rst`, expected what has changed',
    ]);
  },
);
