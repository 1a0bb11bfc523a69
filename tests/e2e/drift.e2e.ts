/** The schedule, through the starter and the reusable workflow, against a server of this machine. */
import { join } from 'node:path';
import { emulatedGithub, faultServer, page, temporaryFolder } from '@pymaint/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAct, runAct, type ActRun } from './act.ts';
import { callingProject } from './project.ts';
import { serveRelease } from './served.ts';

const act = await findAct();
const STARTER = 'pymaint-drift';

/** A GitHub of this machine with the one repository, empty. */
async function hub(): Promise<{ readonly url: string } & AsyncDisposable> {
  const github = await emulatedGithub('org/demo');
  return { url: github.url, [Symbol.asyncDispose]: () => github.close() };
}

describe.skipIf(act === undefined)('the schedule', async () => {
  const place = await temporaryFolder();
  const served = join(place.folder, 'served');
  beforeAll(() => serveRelease(served));
  afterAll(() => place[Symbol.asyncDispose]());

  /** A project with two good addresses and two dead ones, asked by so many machines. */
  async function run(shards: number, apiUrl: string): Promise<ActRun> {
    await using server = await faultServer({ '/a': page('<p>a</p>'), '/b': page('<p>b</p>') });
    await using project = await callingProject('typing-extensions', STARTER);
    const links = ['a', 'b', 'gone', 'lost'].map((path) => `- <${server.origin}/${path}>`);
    await project.write('README.md', `# Links\n\n${links.join('\n')}\n`);
    const inputs = `shards: '${shards}'\n      allow-private: 'true'\n      external-ignore: '^https:'`;
    await project.append(`.github/workflows/${STARTER}.yml`, `    with:\n      ${inputs}\n`);
    await project.git('add', '--all');
    await project.git('commit', '--quiet', '--message', 'Link');
    const found = await runAct(act ?? '', {
      folder: project.folder,
      workflow: `.github/workflows/${STARTER}.yml`,
      name: 'schedule',
      payload: {},
      token: 'secret',
      env: { GITHUB_API_URL: apiUrl },
      served,
      artifacts: join(place.folder, `artifacts-${shards}`),
    });
    const everywhere = (text: string): string => text.replaceAll(server.origin, 'http://here');
    return { ...found, log: everywhere(found.log), summary: everywhere(found.summary) };
  }

  /** The last report's findings, without how long they took. */
  const told = ({ log }: ActRun): readonly string[] =>
    (log.split(/^No drift/m).at(-1) ?? '').match(/external\/broken.*README\.md:\d+:\d+/g) ?? [];

  it('finds dead addresses, and says the same from three machines as from one', async () => {
    await using github = await hub();
    const [one, three] = [await run(1, github.url), await run(3, github.url)];
    expect(one.jobs).toMatchObject({ 'drift/Python docs drift/Report': 'failure' });
    expect(Object.keys(three.jobs)).toHaveLength(4);
    expect(told(one)).toHaveLength(2);
    expect(told(three)).toEqual(told(one));
    expect(one.summary).toContain('http://here/gone');
    // The first run opens the issue, the second one finds it again.
    expect(one.log).toContain('docs-linkcheck: created #1');
    expect(three.log).toMatch(/docs-linkcheck: (?:updated|nothing) #1/);
  });
});
