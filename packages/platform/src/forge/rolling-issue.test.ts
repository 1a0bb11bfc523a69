import { SET_LINE, UserError, type RollingIssue } from '@pymaint/core';
import { emulatedGithub, faultServer, status } from '@pymaint/testing';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { nodeClock } from '../adapters/clock.ts';
import { nodeHttp } from '../adapters/http.ts';
import type { Forge } from '../ports/forge.ts';
import { githubForge } from './github.ts';
import { rollIssue } from './rolling-issue.ts';

const github = await emulatedGithub('octocat/hello');
beforeEach(() => github.reset());
afterAll(() => github.close());

const ports = {
  http: nodeHttp({ env: {} }),
  clock: { ...nodeClock, sleep: async () => undefined },
};
const forge = githubForge(ports, { apiUrl: github.url, token: 'secret' });
const REPOSITORY = 'octocat/hello';
const MARKER = '<!-- pymaint:docs-linkcheck -->';

const wanted = (findings: string, state: RollingIssue['state'] = 'dirty'): RollingIssue => {
  const set = `${SET_LINE}${findings} -->`;
  const body = `${MARKER}\n${set}\n\n${findings} at ${Math.random()}`;
  return {
    marker: MARKER,
    title: 'Dead links',
    body,
    set,
    comment: `${set}\n\n${findings}`,
    state,
  };
};

type Data = readonly {
  readonly number: number;
  readonly state: string;
  readonly body: string;
  readonly title: string;
}[];
const read = async (path: string): Promise<Data> => {
  const reply = await forge.call('GET', `/repos/${REPOSITORY}/issues${path}`);
  if (!reply.ok) throw new Error(reply.why);
  return reply.data as Data;
};
/** `#1 open a (2 comments)` for each issue. */
const issues = async (): Promise<readonly string[]> => {
  const all = await read('?state=all&per_page=100&sort=created&direction=asc');
  const lines: string[] = [];
  for (const { number, state, body } of all) {
    const comments = await read(`/${number}/comments?per_page=100`);
    const set = /pymaint:set (\S+)/.exec(body)?.[1] ?? '';
    lines.push(`#${number} ${state} ${set} (${comments.length} comments)`);
  }
  return lines.toSorted();
};

describe('rollIssue', () => {
  it('opens one issue, says something only where the set changes, and closes it when clean', async () => {
    const did: string[] = [];
    const roll = async (issue: RollingIssue) =>
      did.push((await rollIssue(forge, REPOSITORY, issue)).done);
    await roll(wanted('', 'clean'));
    await roll(wanted('a'));
    await roll(wanted('a'));
    expect(await issues()).toEqual(['#1 open a (0 comments)']);
    await roll(wanted('b'));
    await roll(wanted('b'));
    expect(await issues()).toEqual(['#1 open b (1 comments)']);
    await roll(wanted('', 'unknown'));
    expect(await issues()).toEqual(['#1 open b (1 comments)']);
    await roll(wanted('none', 'clean'));
    await roll(wanted('none', 'clean'));
    expect(await issues()).toEqual(['#1 closed none (1 comments)']);
    await roll(wanted('c'));
    expect(await issues()).toEqual(['#1 open c (2 comments)']);
    expect(did).toEqual([
      'nothing',
      'created',
      'updated',
      'updated',
      'updated',
      'nothing',
      'closed',
      'nothing',
      'reopened',
    ]);
  });

  it('leaves alone what only looks like its issue', async () => {
    await forge.call('POST', `/repos/${REPOSITORY}/issues`, {
      title: 'x',
      body: `${MARKER} by a stranger`,
    });
    await forge.call('POST', `/repos/${REPOSITORY}/issues`, {
      title: 'x',
      body: 'other',
      labels: ['pymaint'],
    });
    await rollIssue(forge, REPOSITORY, wanted('a'));
    expect(await issues()).toEqual([
      '#1 open  (0 comments)',
      '#2 open  (0 comments)',
      '#3 open a (0 comments)',
    ]);
  });

  it('leaves one issue open where runs overlap', async () => {
    await Promise.all(Array.from({ length: 5 }, () => rollIssue(forge, REPOSITORY, wanted('a'))));
    await rollIssue(forge, REPOSITORY, wanted('a'));
    const open = (await issues()).filter((line) => line.includes(' open '));
    expect(open).toEqual(['#1 open a (0 comments)']);
  });

  it('leaves nothing lost or doubled where a run is killed at any point', async () => {
    for (const before of ['none', 'issue'])
      for (let calls = 0; calls < 8; calls += 1)
        for (const effect of [true, false]) {
          github.reset();
          if (before === 'issue') await rollIssue(forge, REPOSITORY, wanted('a'));
          await rollIssue(killedAfter(calls, effect), REPOSITORY, wanted('b')).catch(
            () => undefined,
          );
          await rollIssue(forge, REPOSITORY, wanted('b'));
          const comments = before === 'issue' ? 1 : 0;
          expect(await issues()).toEqual([`#1 open b (${comments} comments)`]);
        }
  });

  it.each([
    [
      403,
      { 'x-accepted-github-permissions': 'issues=write' },
      'it needs the permission `issues=write`',
    ],
    [401, {}, 'takes the token for none'],
    [403, { 'x-ratelimit-remaining': '0' }, 'limit of requests is used up'],
    [500, {}, 'with 500'],
  ])('says why it is refused with %s', async (code, headers, words) => {
    const path = `/repos/${REPOSITORY}/issues?state=all&labels=pymaint&per_page=100&page=1`;
    await using server = await faultServer({ [path]: status(code, headers, '{"message": "no"}') });
    const refused = githubForge(ports, { apiUrl: server.origin, token: 'secret' });
    const rolled = rollIssue(refused, REPOSITORY, wanted('a'));
    await expect(rolled).rejects.toThrow(UserError);
    await expect(rolled).rejects.toThrow(words);
  });
});

/** A forge whose caller is killed at its n-th call: before it is sent, or before its answer is read. */
function killedAfter(calls: number, effect: boolean): Forge {
  let made = 0;
  return {
    async call(method, path, body) {
      made += 1;
      if (made <= calls) return forge.call(method, path, body);
      if (made === calls + 1 && effect) await forge.call(method, path, body);
      throw new Error('killed');
    },
  };
}
