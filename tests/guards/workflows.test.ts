import { basename } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { matching, readText } from '../../scripts/shared/repo.ts';
import type { Workflow } from './workflow-files.ts';
import { lintWorkflow } from './yaml-linters.ts';

const files = matching('.github/workflows/*.yml').map((path) => {
  const text = readText(path);
  return { path, text, workflow: load(text) as Workflow };
});

describe.each(files)('$path', ({ path, text, workflow }) => {
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps ?? []);

  it('is clean to both linters', async () => {
    expect(await lintWorkflow(path, text)).toEqual([]);
  });

  it('grants nothing at the top, and says what each job may do', () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs.filter(([, job]) => job.permissions === undefined)).toEqual([]);
  });

  it('gives every job a time limit', () => {
    const without = jobs.filter(([, job]) => !job.uses && job['timeout-minutes'] === undefined);
    expect(without.map(([name]) => name)).toEqual([]);
  });

  it('pins what is not ours by commit, with the version behind it', () => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map((match) => match[1] ?? '');
    const loose = uses.filter(
      (used) =>
        !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(?:\.\d+)*$/.test(used) &&
        !/^(?:\.|\$)\//.test(used),
    );
    expect(loose).toEqual([]);
  });

  it('leaves no credentials in a checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    const keeping = checkouts.filter((step) => step.with?.['persist-credentials'] !== false);
    expect(keeping).toEqual([]);
  });

  it('puts no expression into a script', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });
});

it('has one final job that needs all others and runs whatever became of them', () => {
  const ci = files.find(({ path }) => basename(path) === 'ci.yml');
  const { 'ci-ok': last, ...others } = ci?.workflow.jobs ?? {};
  expect(last).toMatchObject({ if: 'always()', needs: Object.keys(others) });
  expect(Object.keys(others).length).toBeGreaterThan(2);
});

it.each([
  ['an unknown key', '    runs-on: ubuntu-24.04\n    stepz: []\n'],
  [
    'an output that no step has',
    '    runs-on: ubuntu-24.04\n    outputs:\n      a: ${{ steps.nope.outputs.b }}\n    steps: []\n',
  ],
  [
    'a title in a script',
    '    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ${{ github.event.issue.title }}\n',
  ],
  [
    'an input that a called workflow has not',
    '    uses: org/pymaint/.github/workflows/python-pr.yml@v1\n    with:\n      nope: 1\n',
  ],
])('would report %s', async (_, job) => {
  const planted = `on: push\npermissions: {}\njobs:\n  a:\n${job}`;
  expect(await lintWorkflow('.github/workflows/planted.yml', planted)).not.toEqual([]);
});
