import { expect, it } from 'vitest';
import { findingsOf, outcomeOf } from '../../testing.ts';
import { someFacts } from '../../testing-facts.ts';
import { requiresPythonMatchesClassifiers } from './requires-python-matches-classifiers.ts';

const facts = (requires: string, ...minors: readonly string[]) =>
  someFacts({
    'pyproject.toml': `[project]\nname = "a"\nversion = "1"\nrequires-python = "${requires}"\nclassifiers = [${minors
      .map((minor) => `\n  "Programming Language :: Python :: ${minor}"`)
      .join(',')}]\n`,
  });

it.each([
  ['>=3.9', ['3', '3 :: Only', '3.9', '3.13', 'Implementation :: CPython']],
  ['>=3.8.1', ['3.8']],
  ['>=3.8,!=3.9.0', ['3.9']],
  ['>=3.9,<4', ['3.14']],
])('takes %s with %j', (requires, minors) => {
  expect(findingsOf(requiresPythonMatchesClassifiers, facts(requires, ...minors))).toEqual([]);
});

it('reports a Python that is excluded', () => {
  expect(findingsOf(requiresPythonMatchesClassifiers, facts('>=3.9', '3.8', '3.9'))).toEqual([
    'warning pyproject.toml:6:4 Unexpected classifier `Programming Language :: Python :: 3.8`, expected none that requires-python `>=3.9` excludes',
  ]);
});

it('is skipped where nothing is required', () => {
  expect(
    outcomeOf(
      requiresPythonMatchesClassifiers,
      someFacts({ 'pyproject.toml': '[project]\nname = "a"\nversion = "1"\n' }),
    ),
  ).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});
