/** The packages of an organisation, through the starter and the reusable workflow. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { gitFixture, temporaryFolder } from '@pymaint/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/shared/repo.ts';
import { findAct, runAct, type ActRun } from './act.ts';
import { callingProject } from './project.ts';
import { serveRelease } from './served.ts';

const act = await findAct();
const STARTER = 'pymaint-fleet';

describe.skipIf(act === undefined)('an organisation', async () => {
  const place = await temporaryFolder();
  const [served, fleet] = ['served', 'fleet'].map((name) => join(place.folder, name));
  beforeAll(async () => {
    await serveRelease(served ?? '');
    for (const name of ['clean', 'troubled']) {
      await using project = await gitFixture();
      cpSync(join(ROOT, 'examples', name), project.folder, { recursive: true });
      await project.commit('Begin');
      cpSync(project.folder, join(fleet ?? '', 'org', name), { recursive: true });
    }
  });
  afterAll(() => place[Symbol.asyncDispose]());

  async function run(shards: number): Promise<ActRun> {
    await using project = await callingProject('typing-extensions', STARTER);
    const workflow = `.github/workflows/${STARTER}.yml`;
    await project.append(workflow, `    with:\n      shards: '${shards}'\n`);
    await project.git('commit', '--quiet', '--all', '--message', 'Spread');
    return await runAct(act ?? '', {
      folder: project.folder,
      workflow,
      name: 'workflow_dispatch',
      payload: {},
      served: served ?? '',
      artifacts: join(place.folder, `artifacts-${shards}`),
      env: { E2E_FLEET: fleet ?? '', GITHUB_REPOSITORY_OWNER: 'org' },
    });
  }

  /** The places of all errors that the merged report tells of. */
  const told = ({ log }: ActRun): readonly string[] =>
    (log.match(/org\/\w+\/\S+:\d+:\d+/g) ?? []).toSorted();

  it('hears of each of its packages in one report, however many machines judged them', async () => {
    const [one, two] = [await run(1), await run(2)];
    expect(one.jobs).toEqual({
      'fleet/Python fleet/Judge 1/1': 'success',
      'fleet/Python fleet/Report': 'failure',
    });
    expect(Object.keys(two.jobs)).toHaveLength(3);
    expect(told(one).length).toBeGreaterThan(3);
    expect(told(one)).toContain('org/troubled/CHANGELOG.md:9:1');
    expect(told(one).filter((at) => !at.startsWith('org/troubled/'))).toEqual([]);
    expect(told(two)).toEqual(told(one));
    expect(one.summary).toContain('org/clean');
  });
});
