import { buildReport, type Waiver } from '@pymaint/core';
import { gitFixture, type GitFixture } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { nodePorts } from './adapters/index.ts';
import { openProject } from './open-project.ts';
import type { RunnableAction } from './runnable.ts';

/** An action that gives back what it was told by the project. */
function listening() {
  const told: { waivers: readonly Waiver[]; baseline?: unknown }[] = [];
  const action: RunnableAction = {
    name: 'release-gate',
    summary: 'Tells what it was told',
    options: {},
    outputs: {},
    slow: [],
    leftTo: {},
    doubtFails: true,
    checks: [{ id: 'version/valid' }],
    plan: () => Promise.reject(new Error('nobody asks for a plan here')),
    async run({ waivers, readBaseline, layers, folder, version }) {
      const named = layers.map((layer) => layer.get('baseline')?.written).find(Boolean);
      const baseline = typeof named === 'string' ? await readBaseline(named) : undefined;
      told.push({ waivers, baseline });
      const report = buildReport({
        version,
        action: 'release-gate',
        folder,
        headline: '',
        words: { yes: '', no: '', unknown: '' },
        judged: [],
        crashes: [],
        timings: [],
        waivers,
        baseline: undefined,
        failOn: 'error',
        today: '2026-01-02',
        milliseconds: 0,
        logs: [],
        kept: [],
        data: {},
      });
      return { report, outputs: {} };
    },
  };
  return { action, told };
}

const waiver = (reason: string): string =>
  `[[tool.pymaint.waivers]]\nrule = "version/valid"\nreason = "${reason}"\nexpires = 2027-01-01\n`;
const baseline = (reason: string): string =>
  `${waiver(reason)}[tool.pymaint.release-gate]\nbaseline = "accepted.json"\n`;
const ACCEPTED = JSON.stringify({ schema: 'pymaint-baseline/1', findings: [] });

/** A repository whose branch `theirs` is checked out, beside its own `main`. */
async function pullRequest(
  own: { readonly [path: string]: string },
  theirs: { readonly [path: string]: string },
): Promise<{ readonly repository: GitFixture; readonly sha: string }> {
  const repository = await gitFixture({ 'README.md': '# It\n', ...own });
  const sha = await repository.git('rev-parse', 'HEAD');
  await repository.branch('theirs');
  await repository.commit('Change', theirs);
  return { repository, sha };
}

async function open(folder: string, event: string, sha: string, action: RunnableAction) {
  const env = {
    ...process.env,
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_SHA: sha,
    GITHUB_REPOSITORY: 'org/it',
  };
  await using ports = await nodePorts({ folder, env });
  const project = await openProject(ports, '', [action]);
  return project.run(action, { given: { source: 'input', get: () => undefined } });
}

describe('the configuration of a pull request’s tree', () => {
  it.each([
    ['pull_request', 'theirs'],
    ['push', 'theirs'],
    ['pull_request_target', 'ours'],
    ['workflow_run', 'ours'],
    ['issue_comment', 'ours'],
  ])('on %s the waivers that count are %s', async (event, reason) => {
    const { repository, sha } = await pullRequest(
      { 'pyproject.toml': waiver('ours') },
      { 'pyproject.toml': waiver('theirs') },
    );
    await using _ = repository;
    const { action, told } = listening();
    await open(repository.folder, event, sha, action);
    expect(told[0]?.waivers.map((one) => one.reason)).toEqual([reason]);
  });

  it('adds nothing for a privileged event where the repository itself has none, whatever its bytes', async () => {
    const { repository, sha } = await pullRequest({}, { 'pymaint.toml': 'x' });
    await using _ = repository;
    await repository.write({ 'pymaint.toml': new Uint8Array([0xff, 0xfe]) });
    const { action, told } = listening();
    await open(repository.folder, 'pull_request_target', sha, action);
    expect(told[0]?.waivers).toEqual([]);
  });

  it('is refused for a privileged event where the clone does not hold the repository’s own commit', async () => {
    const { repository } = await pullRequest({}, { 'pyproject.toml': waiver('theirs') });
    await using _ = repository;
    const { action } = listening();
    const absent = 'a'.repeat(40);
    await expect(
      open(repository.folder, 'pull_request_target', absent, action),
    ).rejects.toMatchObject({
      message: expect.stringMatching(/anyone may have written.*aaaaaaaaaaaa.*`fetch-depth: 0`/),
      place: { path: 'pyproject.toml', line: 1 },
    });
    // Without a configuration there is nothing to distrust.
    await repository.commit('Remove', { 'pyproject.toml': '[project]\nname = "it"\n' });
    await open(repository.folder, 'pull_request_target', absent, action);
  });
});

describe('the baseline of a pull request’s tree', () => {
  it('is read at the repository’s own commit for a privileged event', async () => {
    const { repository, sha } = await pullRequest(
      { 'pyproject.toml': baseline('ours'), 'accepted.json': ACCEPTED },
      { 'accepted.json': 'not a baseline' },
    );
    await using _ = repository;
    const { action, told } = listening();
    await open(repository.folder, 'pull_request_target', sha, action);
    expect(told[0]?.baseline).toBeDefined();
    await expect(open(repository.folder, 'pull_request', sha, action)).rejects.toMatchObject({
      place: { path: 'accepted.json' },
    });
  });
});
