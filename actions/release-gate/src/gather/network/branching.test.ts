import { nodePorts } from '@pymaint/platform';
import { gatherFacts, readOptions } from '@pymaint/core';
import {
  emulatedGithub,
  faultServer,
  gitFixture,
  status,
  type Fault,
  type FaultServer,
} from '@pymaint/testing';
import type { Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatherRelease } from '../../gather.ts';
import { OPTIONS } from '../../options.ts';

const R = '/repos/octocat/attrsx';

/** GitHub with a commit on `main`, one on `1.2.x` alone, and one on `topic` alone. */
describe('where a commit stands, in a clone that cannot tell', () => {
  let github: Emulator;
  const commits: Record<string, string> = {};

  beforeAll(async () => {
    github = await emulatedGithub('octocat/attrsx');
    const call = async (path: string, body?: unknown) => {
      const answer = await fetch(`${github.url}${R}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as { sha: string; commit: { tree: { sha: string } } };
    };
    const main = await call('/commits/main');
    commits['main'] = main.sha;
    for (const branch of ['1.2.x', 'topic']) {
      const made = await call('/git/commits', {
        message: branch,
        tree: main.commit.tree.sha,
        parents: [main.sha],
      });
      commits[branch] = made.sha;
      await call('/git/refs', { ref: `refs/heads/${branch}`, sha: made.sha });
    }
  });
  afterAll(() => github.close());

  /** Forwards to the emulator, in which the local commit is called otherwise. */
  const forwards =
    (local: string, theirs: string): Fault =>
    ({ request, response }) =>
      void fetch(github.url + (request.url ?? '').replace(local, theirs), {
        headers: { authorization: request.headers.authorization ?? '' },
      }).then(async (answer) => response.writeHead(answer.status).end(await answer.text()));

  /** Asks about the tag of a shallow clone without branches. */
  async function asked(
    answers: (commit: string) => { readonly [path: string]: Fault },
    options: Partial<ReturnType<typeof readOptions<typeof OPTIONS>>> = {},
  ) {
    await using project = await gitFixture({
      'pyproject.toml': '[project]\nname = "attrsx"\nversion = "1.2.0"\n',
    });
    await project.commit('Go on', { 'README.md': 'x' });
    await using clone = await project.clone({ depth: 1 });
    const commit = await clone.git('rev-parse', 'HEAD');
    await clone.git('tag', 'v1.2.0');
    await clone.git('remote', 'set-url', 'origin', 'git@github.com:octocat/attrsx.git');
    await clone.git('checkout', '--quiet', '--detach');
    await clone.git('branch', '--quiet', '--delete', '--force', 'main');
    await clone.git('update-ref', '-d', 'refs/remotes/origin/main');
    await clone.git('symbolic-ref', '--delete', 'refs/remotes/origin/HEAD').catch(() => '');
    await using server = await faultServer(answers(commit));
    const env = { ...process.env, GITHUB_API_URL: server.origin, GITHUB_TOKEN: 'secret' };
    await using ports = await nodePorts({ folder: clone.folder, env });
    const quick = { ...ports, clock: { ...ports.clock, sleep: async () => undefined } };
    const all = { ...readOptions(OPTIONS, []), online: true, ...options };
    const { facts } = await gatherFacts(gatherRelease(all, quick), ['branching'], { now: () => 0 });
    return { branching: facts.branching, requests: requestsOf(server, commit) };
  }

  const requestsOf = ({ requests }: FaultServer, commit: string): readonly string[] =>
    requests.map(({ path }) => path.replace(R, '').replace(commit, 'SHA'));

  const hub = (on: string) => (commit: string) => {
    const pass = forwards(commit, commits[on] ?? '');
    const paths = ['main', 'topic', '1.2.x'].map(
      (name) => `${R}/compare/${name}...${commit}?per_page=1`,
    );
    return Object.fromEntries(
      [R, `${R}/branches?per_page=100&page=1`, ...paths].map((path) => [path, pass]),
    );
  };

  it.each([
    ['main', { onDefault: true, alsoOn: [] }, ['', '/compare/main...SHA?per_page=1']],
    [
      '1.2.x',
      { onDefault: false, alsoOn: ['1.2.x'] },
      [
        '',
        '/compare/main...SHA?per_page=1',
        '/branches?per_page=100&page=1',
        '/compare/1.2.x...SHA?per_page=1',
      ],
    ],
    [
      'topic',
      { onDefault: false, alsoOn: [] },
      [
        '',
        '/compare/main...SHA?per_page=1',
        '/branches?per_page=100&page=1',
        '/compare/1.2.x...SHA?per_page=1',
      ],
    ],
  ])('is asked of GitHub for one on %s', async (on, value, requests) => {
    const found = await asked(hub(on));
    expect(found.branching).toMatchObject({
      known: true,
      value: { defaultBranch: 'main', ...value },
    });
    expect(found.requests).toEqual(requests);
  });

  it('is not asked of GitHub unless that is wanted', async () => {
    for (const options of [{ online: false }, { offline: true }]) {
      const found = await asked(hub('main'), options);
      expect(found.branching).toMatchObject({ known: false, because: 'not-known' });
      expect(found.requests).toEqual([]);
    }
  });

  it.each([
    ['does not answer', status(503), 'GitHub'],
    ['does not know the commit', status(404, {}, '{"message": "Not Found"}'), '404'],
    ['says something else', status(200, {}, '{}'), 'does not say how it stands'],
  ])('stays unknown where GitHub %s', async (_, fault, why) => {
    const found = await asked(
      (commit) => ({ [`${R}/compare/main...${commit}?per_page=1`]: fault }),
      { 'default-branch': 'main' },
    );
    expect(found.branching).toMatchObject({
      known: false,
      because: 'not-known',
      why: expect.stringContaining(why) as string,
    });
  });
});
