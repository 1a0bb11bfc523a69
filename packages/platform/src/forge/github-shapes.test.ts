/** What tests take for GitHub, held against GitHub's own description of its answers. */
import { emulatedGithub, githubEndpoints, misshapen } from '@pymaint/testing';
import type { Emulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const REPO = '/repos/{owner}/{repo}';

/** The endpoints that the emulator does not have: tests answer in its place. */
const LACKS: readonly string[] = [
  `get ${REPO}/commits/{ref}/status`,
  `get ${REPO}/rules/branches/{branch}`,
];

describe('the emulator', () => {
  let github: Emulator;
  let sha = '';

  const call = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${github.url}/repos/octocat/demo${path}`, {
      method: method.toUpperCase(),
      headers: { authorization: 'Bearer secret', 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const data: unknown = await answer.json();
    return { status: answer.status, data };
  };

  beforeAll(async () => {
    github = await emulatedGithub('octocat/demo');
    sha = ((await call('get', '/commits/main')).data as { sha: string }).sha;
    const app = { name: 'tests', head_sha: sha, status: 'completed', conclusion: 'success' };
    await call('post', '/check-runs', app);
    await call('post', '/check-runs', { name: 'lint', head_sha: sha, status: 'in_progress' });
    await call('post', '/milestones', { title: '1.0' });
    await call('post', '/issues', { title: 'With a body', body: 'x', labels: ['bug'] });
    await call('post', '/issues', { title: 'Without' });
    await call('post', '/issues/1/comments', { body: 'x' });
  });
  afterAll(() => github.close());

  /** The last part of an endpoint's path, filled in, with what is sent. */
  const asked = (endpoint: string): readonly [string, unknown?] => {
    const path = endpoint
      .slice(endpoint.indexOf(REPO) + REPO.length)
      .replace('{basehead}', `main...${sha}`)
      .replace('{ref}', sha)
      .replace('{branch}', 'main')
      .replace('{issue_number}', '1');
    if (endpoint.startsWith('post')) return [path, { title: 'New', body: 'x' }];
    return endpoint.startsWith('patch') ? [path, { state: 'closed' }] : [path];
  };

  it.each(githubEndpoints().filter((it) => !LACKS.includes(it)))(
    'answers as GitHub does: %s',
    async (endpoint) => {
      const [method = ''] = endpoint.split(' ');
      const { status, data } = await call(method, ...asked(endpoint));
      expect(status).toBeLessThan(300);
      expect(misshapen(endpoint, data)).toEqual([]);
    },
  );

  it.each(LACKS)('still lacks %s', async (endpoint) => {
    expect((await call('get', ...asked(endpoint))).status).toBe(404);
  });
});

it.each([
  [`get ${REPO}`, {}, ["must have required property 'default_branch'"]],
  [`get ${REPO}/compare/{basehead}`, { status: 'equal' }, ['/status must be equal to one of']],
  [
    `get ${REPO}/issues`,
    [{ number: '1', title: 'x', state: 'open' }],
    ['/0/number must be integer'],
  ],
])('tells what GitHub would not answer to %s', (endpoint, answer, expected) => {
  const found = misshapen(endpoint, answer);
  expect(found).toEqual(expected.map((it) => expect.stringContaining(it) as string));
});
