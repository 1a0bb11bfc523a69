import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import type { Plan } from '../plan.ts';
import { renderPlan, renderPlanJson } from './plan.ts';

const check = (id: string, status: 'judged' | 'left-out' | 'nothing', why?: string) => ({
  id,
  summary: id,
  status,
  why,
});

const PLAN: Plan = {
  schema: 'pymaint-plan/1',
  tool: { name: 'pymaint', version: '1.0.0' },
  action: 'release-gate',
  headline: 'attrsx 2.4.0 · hatchling',
  facts: ['build', 'tests'],
  steps: [
    {
      name: 'build',
      command: 'python -m build',
      why: 'by hatchling',
      place: { path: 'pyproject.toml', line: 1, column: 1 },
    },
    { name: 'tests', command: 'pytest', why: 'named by `tests`, in a virtual environment' },
  ],
  checks: [
    check('artifact/builds', 'judged'),
    check('docs/builds', 'nothing', 'no documentation was found'),
    check('git/clean', 'left-out', 'not asked for'),
    check('git/branch', 'left-out', 'not asked for'),
    check('version/valid', 'left-out', 'not asked for'),
    check('version/public', 'judged'),
  ],
};

it('tells the programs with their reasons, and which checks would not be judged', () => {
  expect(renderPlan(PLAN)).toBe(`attrsx 2.4.0 · hatchling

These programs would be run:

  build  python -m build
         by hatchling (pyproject.toml:1)
  tests  pytest
         named by \`tests\`, in a virtual environment

2 checks of 6 would be judged.
  · docs: nothing to check: no documentation was found
  · git, version/valid: left out: not asked for

Nothing was run or written.
`);
});

it('says so where no program would be run, and keeps to the width', () => {
  const text = renderPlan({ ...PLAN, steps: [] }, { width: 40, colour: true });
  expect(text).toContain('No program of the project would be run.');
  // Colours take no columns.
  for (const line of stripVTControlCharacters(text).split('\n'))
    expect(line.length).toBeLessThanOrEqual(40);
});

it('never speaks to a runner', () => {
  const evil = {
    ...PLAN,
    headline: '::error::x',
    steps: [{ name: 'a', command: '::set-output name=a::b', why: '##[error]' }],
  };
  for (const line of renderPlan(evil).split('\n')) expect(line.trim()).not.toMatch(/^(?:::|##\[)/);
});

it('is the same for machines', () => {
  expect(JSON.parse(renderPlanJson(PLAN))).toEqual(JSON.parse(JSON.stringify(PLAN)));
});
