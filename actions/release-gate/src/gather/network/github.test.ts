import { nodePorts } from '@pymaint/platform';
import {
  emulatedGithub,
  faultServer,
  gitFixture,
  misshapen,
  status,
  type Fault,
} from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { runGate } from '../../testing-run.ts';

const json = (data: unknown): Fault =>
  status(200, { 'content-type': 'application/json' }, JSON.stringify(data));

/** GitHub as users have it, with what the emulator lacks in front of it. */
async function github() {
  const emulator = await emulatedGithub('octocat/attrsx');
  const pass: Fault = ({ request, response }) => {
    const { host: _, ...headers } = request.headers;
    void fetch(emulator.url + (request.url ?? ''), {
      headers: headers as Record<string, string>,
    }).then(async (answer) => response.writeHead(answer.status).end(await answer.text()));
  };
  const post = (path: string, body: unknown) =>
    fetch(`${emulator.url}/repos/octocat/attrsx${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return { pass, post, close: () => emulator.close() };
}

async function gate(faults: (commit: string) => { readonly [path: string]: Fault }) {
  await using project = await gitFixture({
    'pyproject.toml': '[project]\nname = "attrsx"\nversion = "1.2.0"\n',
  });
  const commit = await project.git('rev-parse', 'HEAD');
  await project.git('remote', 'add', 'origin', 'git@github.com:octocat/attrsx.git');
  await using server = await faultServer(faults(commit));
  const env = {
    ...process.env,
    GITHUB_API_URL: server.origin,
    GITHUB_TOKEN: 'secret',
    GITHUB_RUN_ID: '77',
  };
  await using ports = await nodePorts({ folder: project.folder, env });
  const given: { readonly [name: string]: string } = { checks: 'github', online: 'true' };
  const { report } = await runGate(ports, given);
  return {
    report,
    commit,
    said: report.findings.map(({ level, message }) => `${level} ${message}`),
  };
}

const R = '/repos/octocat/attrsx';

/** What GitHub says of a check run beside what a case is about. */
const NO_RUN = { status: 'completed', details_url: null, check_suite: null, app: null };

/** An answer in the place of the emulator, by GitHub's own description. */
function shaped(endpoint: string, data: unknown): Fault {
  expect(misshapen(`get /repos/{owner}/{repo}/${endpoint}`, data)).toEqual([]);
  return json(data);
}

/** The requests of one run, answered by `pass` but for the checks. */
const answers = (
  commit: string,
  pass: Fault,
  runs: readonly object[],
  statuses: readonly object[],
  workflows: readonly object[] = [],
) => ({
  [`${R}/commits/${commit}/check-runs?per_page=100`]: shaped('commits/{ref}/check-runs', {
    check_runs: runs.map((run) => ({ ...NO_RUN, ...run })),
  }),
  [`${R}/commits/${commit}/status?per_page=100`]: shaped('commits/{ref}/status', { statuses }),
  [`${R}/actions/runs?head_sha=${commit}&per_page=100`]: shaped('actions/runs', {
    workflow_runs: workflows,
  }),
  ...Object.fromEntries(
    ['release-blocker', 'release%20blocker', 'blocker'].map((label) => [
      `${R}/issues?state=open&per_page=100&labels=${label}`,
      pass,
    ]),
  ),
  [`${R}/milestones?state=open&per_page=100`]: pass,
});

describe('what GitHub says', () => {
  it('is asked of the very commit, without the run that asks', async () => {
    const { pass, post, close } = await github();
    try {
      await post('/milestones', { title: 'v1.2' });
      await post('/issues', { title: 'Crash', labels: ['blocker'], milestone: 1 });
      await post('/issues', { title: 'Other', labels: ['bug'] });
      const app = { slug: 'github-actions' };
      const { said, commit } = await gate((head) =>
        answers(
          head,
          pass,
          [
            {
              name: 'tests',
              status: 'completed',
              conclusion: 'failure',
              app,
              details_url: 'https://github.com/o/r/actions/runs/1/job/2',
            },
            { name: 'lint', status: 'completed', conclusion: 'success', app },
            {
              name: 'gate',
              status: 'in_progress',
              conclusion: null,
              app,
              details_url: 'https://github.com/o/r/actions/runs/77/job/9',
            },
          ],
          [{ context: 'ci/other', state: 'error' }],
        ),
      );
      const short = commit.slice(0, 8);
      expect(said).toEqual([
        `error Unexpected \`failure\` of the check \`tests\` on ${short}, expected \`success\``,
        'error Unexpected open #1 “Crash” with the label `blocker`, expected none that blocks the release',
        `warning Unexpected \`error\` of the check \`ci/other\` on ${short}, expected \`success\``,
        'warning Unexpected 1 open in the milestone `v1.2`, expected none when it is released',
      ]);
    } finally {
      await close();
    }
  });

  it('leaves out what may fail, and what ran once more', async () => {
    const app = { slug: 'github-actions' };
    const { said, commit } = await gate((head) =>
      answers(
        head,
        json([]),
        [
          { name: 'next', conclusion: 'failure', app, check_suite: { id: 1 } },
          { name: 'gate', conclusion: 'failure', app, check_suite: { id: 2 } },
          { name: 'gate', conclusion: 'success', app, check_suite: { id: 3 } },
          { name: 'build', conclusion: 'failure', app, check_suite: { id: 4 } },
        ],
        [],
        [
          {
            workflow_id: 1,
            check_suite_id: 1,
            created_at: '2026-11-20T10:00:00Z',
            conclusion: 'success',
          },
          {
            workflow_id: 2,
            check_suite_id: 2,
            created_at: '2026-11-20T10:00:00Z',
            conclusion: 'failure',
          },
          {
            workflow_id: 2,
            check_suite_id: 3,
            created_at: '2026-11-20T11:00:00Z',
            conclusion: null,
          },
          {
            workflow_id: 3,
            check_suite_id: 4,
            created_at: '2026-11-20T10:00:00Z',
            conclusion: 'failure',
          },
        ],
      ),
    );
    expect(said).toEqual([
      `error Unexpected \`failure\` of the check \`build\` on ${commit.slice(0, 8)}, expected \`success\``,
    ]);
  });

  it.each([
    ['success', 'pass'],
    ['failure', 'unknown'],
  ])(
    'of a run on the branch that ended in %s, and one for the tag that has not ended, makes %s',
    async (earlier, status) => {
      const app = { slug: 'github-actions' };
      const { report } = await gate((head) =>
        answers(
          head,
          json([]),
          [
            { name: 'tests', conclusion: earlier, app, check_suite: { id: 1 } },
            { name: 'tests', status: 'in_progress', conclusion: null, app, check_suite: { id: 2 } },
          ],
          [],
          [
            {
              workflow_id: 1,
              check_suite_id: 1,
              created_at: '2026-11-20T10:00:00Z',
              conclusion: earlier,
            },
            {
              workflow_id: 1,
              check_suite_id: 2,
              created_at: '2026-11-20T11:00:00Z',
              conclusion: null,
            },
          ],
        ),
      );
      expect(report.checks.find(({ id }) => id === 'github/checks-pass')?.status).toBe(status);
    },
  );

  it('leaves the verdict unknown where it is refused', async () => {
    const denied = status(
      403,
      { 'x-accepted-github-permissions': 'issues=read' },
      '{"message": "Resource not accessible"}',
    );
    const { report } = await gate((commit) => answers(commit, denied, [], []));
    expect(report.answer).toBe('unknown');
    expect(report.checks.find(({ id }) => id === 'github/no-blockers')?.detail).toContain(
      'it needs the permission `issues=read`',
    );
  });
});
