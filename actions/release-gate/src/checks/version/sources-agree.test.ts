import { fileStart, known, notKnown } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someDeclared } from '../../testing.ts';
import { sourcesAgree } from './sources-agree.ts';

const PLACE = { path: 'src/attrsx/__init__.py', line: 3, column: 16, endLine: 3, endColumn: 21 };
const facts = (text: string, declared = '1.2.3') => ({
  declared: someDeclared(declared),
  slots: known([known({ name: '__version__', text }, PLACE)], fileStart('pyproject.toml')),
});

it.each(['1.2.3', '1.2.3.0', 'v1.2.3', '0.0.0', 'unknown', ''])('takes %j for 1.2.3', (text) => {
  expect(findingsOf(sourcesAgree, facts(text))).toEqual([]);
});

it('reports another version with an edit that mends it', () => {
  const outcome = outcomeOf(sourcesAgree, facts('1.2.2'));
  expect(findingsOf(sourcesAgree, facts('1.2.2'))).toEqual([
    'error src/attrsx/__init__.py:3:16 Unexpected `__version__` `1.2.2`, expected `1.2.3` as declared at pyproject.toml:3:12',
  ]);
  expect(outcome).toMatchObject({
    findings: [{ fix: { edits: [{ oldText: '1.2.2', newText: '1.2.3' }] } }],
  });
});

it('is skipped, without doubt, where only a build tells the version', () => {
  expect(
    outcomeOf(sourcesAgree, { ...facts('1'), declared: notKnown('it is computed') }),
  ).toMatchObject({ status: 'skip', because: 'not-applicable' });
});
