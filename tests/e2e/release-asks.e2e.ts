/** What others say of a release, as the reusable workflow asks them. */
import { join } from 'node:path';
import { temporaryFolder } from '@pymaint/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAct, type ActRun } from './act.ts';
import { outside, type Outside } from './outside.ts';
import { projectAsking, pushTag, RELEASE } from './pushed-tag.ts';
import { serveRelease } from './served.ts';

const act = await findAct();

describe.skipIf(act === undefined)('a pushed tag', async () => {
  const place = await temporaryFolder();
  const served = join(place.folder, 'served');
  const artifacts = join(place.folder, 'artifacts');
  beforeAll(() => serveRelease(served));
  afterAll(() => place[Symbol.asyncDispose]());

  /** Pushes the version that the project declares, without its tests; `inputs` are those of the workflow. */
  async function push(services: Outside, inputs = ''): Promise<ActRun> {
    await using project = await projectAsking(services);
    await project.append('pyproject.toml', 'tests = "off"\n');
    const uses = 'uses: org/pymaint/.github/workflows/python-release.yml@v1';
    if (inputs !== '') await project.replace(RELEASE, uses, `${uses}\n    with:\n      ${inputs}`);
    await project.git('commit', '--quiet', '--all', '--message', 'Configure');
    await project.git('tag', '4.16.0');
    return await pushTag(act ?? '', project, '4.16.0', { services, served, artifacts });
  }

  it.each([
    [
      'is on the index already',
      { released: ['4.15.0', '4.16.0'] },
      /Unexpected version `4\.16\.0`, expected one that http\S+ does not have/,
    ],
    ['has an open blocker', { released: [], blocker: 'Crash' }, /Unexpected open #\d+ “Crash”/],
    [
      'nobody tells the index about',
      { released: undefined },
      /the package index at 127\S+ answered with status 503/,
    ],
  ] as const)('of a version that %s is not published', async (_, state, why) => {
    await using services = await outside(state);
    const run = await push(services);
    expect(run.log.replaceAll(/\s+/g, ' ')).toMatch(why);
    expect(run.log).not.toMatch(/^Ready/m);
    expect(run.log).not.toContain('would publish');
  });

  it('asks nobody where that is wanted', async () => {
    await using services = await outside({ released: undefined });
    const run = await push(services, "offline: 'true'");
    expect(run.log).toMatch(/^Ready/m);
    expect(services.asked()).toEqual([]);
  });
});
