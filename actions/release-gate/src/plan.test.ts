import type { OptionLayer, Plan } from '@pymaint/core';
import { nodePorts, openProject, runnable, type Ports } from '@pymaint/platform';
import { gitFixture, type Files } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { releaseGate } from './release-gate.ts';

const gate = runnable(releaseGate);
const PROJECT = `[project]
name = "attrsx"
version = "1.2.3"
[project.optional-dependencies]
test = ["pytest"]
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
`;

/** The plan for a project of these files, and the programs that were run to make it. */
async function planOf(files: Files, given: { readonly [name: string]: string } = {}) {
  await using repo = await gitFixture(files);
  await using ports = await nodePorts({ folder: repo.folder });
  const ran: string[] = [];
  const processes: Ports['processes'] = {
    ...ports.processes,
    run(command) {
      ran.push(command.args.join(' '));
      return ports.processes.run(command);
    },
  };
  const refuse = (): never => {
    throw new Error('a plan writes nothing');
  };
  const scratch = { ...ports.scratch, temporary: refuse, cached: refuse, keep: refuse };
  const http = { request: refuse };
  const watched: Ports = { ...ports, processes, scratch, http };
  const project = await openProject(watched, '', [gate]);
  const layer: OptionLayer = {
    source: 'flag',
    get: (name) =>
      given[name] === undefined ? undefined : { written: given[name], where: `--${name}` },
  };
  const plan = await project.plan(gate, { given: layer });
  return { plan, ran, status: await repo.git('status', '--porcelain', '--ignored') };
}

const stepsOf = ({ steps }: Plan): readonly string[] =>
  steps.map(({ name, command, why, place }) => `${name}: ${command} [${why}] ${place?.path ?? ''}`);

describe('the plan of the gate', () => {
  it('tells each program with what says that it is run, and runs none of them', async () => {
    const { plan, ran, status } = await planOf({
      'pyproject.toml': PROJECT,
      'tests/test_a.py': 'def test_a(): pass\n',
      'docs/conf.py': '',
      'docs/requirements.txt': 'furo\n',
    });
    expect(stepsOf(plan)).toEqual([
      expect.stringContaining('tools: pip install'),
      expect.stringMatching(/^build: python -m build .* by hatchling\] pyproject\.toml$/),
      expect.stringContaining('imports: pip install WHEEL'),
      expect.stringMatching(
        /^tests: pytest \[found here, .*wheel and extra `test`, pip, pytest\] /,
      ),
      expect.stringMatching(
        /^docs: python -m sphinx .*docs\/requirements\.txt, sphinx\] docs\/conf\.py$/,
      ),
    ]);
    // The interpreter is asked who it is, and that is all.
    expect(ran.filter((args) => !args.startsWith('-I -c import json'))).toEqual([]);
    expect(status).toBe('');
  });

  it('tells which checks would not be judged, and why', async () => {
    const { plan } = await planOf({ 'pyproject.toml': PROJECT }, { tests: 'off', skip: 'git' });
    const of = (id: string) => plan.checks.find((check) => check.id === id);
    expect(of('artifact/builds')).toMatchObject({ status: 'judged' });
    expect(of('tests/pass')).toMatchObject({
      status: 'nothing',
      why: 'switched off by `tests: off`',
    });
    expect(of('docs/builds-without-warnings')).toMatchObject({
      status: 'nothing',
      why: expect.stringContaining('no documentation was found') as string,
    });
    expect(of('git/tree-clean')).toMatchObject({ status: 'left-out' });
    expect(stepsOf(plan).map((step) => step.split(':')[0])).toEqual(['tools', 'build', 'imports']);
  });

  it('asks the network nothing, and tells what it would ask', async () => {
    const { plan } = await planOf(
      { 'pyproject.toml': PROJECT },
      { online: 'true', only: '*', tests: 'off' },
    );
    expect(stepsOf(plan)).toContainEqual(expect.stringMatching(/^network: GET INDEX\/PROJECT\/ /));
    expect(stepsOf(plan).filter((step) => step.startsWith('network: '))).toHaveLength(4);
    const offline = await planOf({ 'pyproject.toml': PROJECT }, { only: 'index' });
    expect(offline.plan.steps).toEqual([]);
  });

  it('has no program where none is asked for', async () => {
    const { plan } = await planOf({ 'pyproject.toml': PROJECT }, { only: 'version/valid' });
    expect(plan.steps).toEqual([]);
    expect(plan.headline).toContain('1.2.3');
  });

  it('names the given command, and the environment that is there', async () => {
    const { plan } = await planOf(
      { 'pyproject.toml': PROJECT },
      { tests: 'make check', environment: 'current', only: 'tests/pass' },
    );
    expect(stepsOf(plan)).toEqual([
      expect.stringMatching(/^tests: make check \[named by `tests`, .* environment as it is/),
    ]);
  });
});
