import { expect, it } from 'vitest';
import { findingsOf, someProject } from '../../testing.ts';
import { notContradictory } from './not-contradictory.ts';

const facts = (...requirements: readonly string[]) => ({
  project: someProject({
    'pyproject.toml': `[project]\nname = "a"\nversion = "1"\ndependencies = ${JSON.stringify(requirements)}\n`,
  }),
});

it.each([
  [['numpy >=1.2,<3']],
  [['numpy >=3; python_version >= "3.9"', 'numpy <2; python_version < "3.9"']],
  [['numpy >=1', 'numpy <2']],
  [['not a requirement']],
])('takes %j', (requirements) => {
  expect(findingsOf(notContradictory, facts(...requirements))).toEqual([]);
});

it('reports a range that holds nothing', () => {
  const [found] = findingsOf(notContradictory, facts('numpy >=2.1,<2'));
  expect(found).toContain('Unexpected range `>=2.1` with `<2` for `numpy`');
});

it('reports two requirements of one list that exclude each other', () => {
  const [found, ...more] = findingsOf(notContradictory, facts('Num.py >=3', 'num-py <2'));
  expect(found).toContain(
    'Unexpected requirement `num-py <2`, expected one that agrees with `Num.py >=3` in the same dependencies',
  );
  expect(more).toEqual([]);
});
