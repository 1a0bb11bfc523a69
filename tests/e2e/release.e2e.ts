/** A pushed tag, through the starter and the reusable workflow to the job that publishes. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@pymaint/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAct, runAct } from './act.ts';
import { callingProject, type CallingProject } from './project.ts';
import { outside, type Outside } from './outside.ts';
import { serveRelease } from './served.ts';

const act = await findAct();

describe.skipIf(act === undefined)('a pushed tag', async () => {
  const place = await temporaryFolder();
  const served = join(place.folder, 'served');
  const artifacts = join(place.folder, 'artifacts');
  beforeAll(() => serveRelease(served));
  afterAll(() => place[Symbol.asyncDispose]());

  /** A project whose gate asks the services of this machine, and no others. */
  async function calling(services: Outside): Promise<CallingProject> {
    const project = await callingProject('typing-extensions', 'pymaint-release');
    await project.append('pyproject.toml', services.settings);
    await project.git('commit', '--quiet', '--all', '--message', 'Ask this machine');
    return project;
  }

  const push = (project: CallingProject, tag: string, services: Outside) =>
    runAct(act ?? '', {
      folder: project.folder,
      workflow: '.github/workflows/pymaint-release.yml',
      name: 'push',
      payload: {
        ref: `refs/tags/${tag}`,
        repository: { full_name: 'org/demo', default_branch: 'main' },
      },
      served,
      artifacts: join(artifacts, tag),
      token: 'secret',
      env: { GITHUB_API_URL: services.url },
    });

  it('of a version that may be released is published, with the files that were judged', async () => {
    await using services = await outside({ released: ['4.15.0'] });
    await using project = await calling(services);
    await project.git('tag', '4.16.0');
    const run = await push(project, '4.16.0', services);
    expect(run.log).toMatch(/^Ready/m);
    expect(run.log).toMatch(/✓ index/);
    expect(run.log).toMatch(/✓ github/);
    expect(services.asked()).toEqual(
      expect.arrayContaining(['index', 'check-runs', 'status', 'issues', 'milestones']),
    );
    expect(run.log).toMatch(/✓ tests +\d+ tests passed, from the wheel/);
    expect(run.jobs).toEqual({
      'gate/Python release/Gate': 'success',
      'Release/Publish 4.16.0': 'success',
      'Release/Release on GitHub': 'success',
    });
    expect(run.log).toMatch(/whl: OK$/m);
    expect(run.log).toMatch(
      /would publish typing_extensions-4\.16\.0-py3-none-any\.whl typing_extensions-4\.16\.0\.tar\.gz/,
    );
    expect(run.log).toMatch(/^gh release create 4\.16\.0 .* --notes No user-facing changes/m);
    expect(run.summary).toContain('release-gate: ready');
    expect(await readdir(join(artifacts, '4.16.0/pymaint-report'))).toEqual(
      expect.arrayContaining(['release-notes.md', 'report.json', 'report.sarif']),
    );
    expect(
      await readFile(join(artifacts, '4.16.0/pymaint-report/release-notes.md'), 'utf8'),
    ).toContain('4.16.0rc2');
  });

  it('of a version that the sources do not declare is refused, and nothing is published', async () => {
    await using services = await outside({ released: ['4.16.0'] });
    await using project = await calling(services);
    await project.append('pyproject.toml', 'tests = "off"\n');
    await project.git('commit', '--quiet', '--all', '--message', 'Configure');
    await project.git('tag', '4.17.0');
    const run = await push(project, '4.17.0', services);
    expect(run.log).toMatch(/^Not ready/m);
    expect(run.annotations).toContainEqual(
      expect.stringMatching(/^error version\/\S+ pyproject\.toml:9$/),
    );
    expect(run.jobs).toEqual({ 'gate/Python release/Gate': 'failure' });
    expect(run.log).not.toContain('would publish');
    expect(run.exitCode).toBe(1);
  });

  it.each([
    [
      'is on the index already',
      { released: ['4.15.0', '4.16.0'] },
      /index\/version-\S+ .*|Unexpected version `?4\.16\.0/,
    ],
    ['has an open blocker', { released: [], blocker: 'Crash' }, /Unexpected open #\d+ “Crash”/],
    [
      'nobody tells the index about',
      { released: undefined },
      /the package index at 127\S+ answered with status 503/,
    ],
  ] as const)('of a version that %s is not published', async (_, state, why) => {
    await using services = await outside(state);
    await using project = await calling(services);
    await project.append('pyproject.toml', 'tests = "off"\n');
    await project.git('commit', '--quiet', '--all', '--message', 'Configure');
    await project.git('tag', '4.16.0');
    const run = await push(project, '4.16.0', services);
    expect(run.log).toMatch(why);
    expect(run.log).not.toMatch(/^Ready/m);
    expect(run.log).not.toContain('would publish');
  });

  it('asks nobody where that is wanted', async () => {
    await using services = await outside({ released: undefined });
    await using project = await calling(services);
    await project.append('pyproject.toml', 'tests = "off"\n');
    const workflow = '.github/workflows/pymaint-release.yml';
    const uses = 'uses: org/pymaint/.github/workflows/python-release.yml@v1';
    await project.replace(workflow, uses, `${uses}\n    with:\n      offline: 'true'`);
    await project.git('commit', '--quiet', '--all', '--message', 'Configure');
    await project.git('tag', '4.16.0');
    const run = await push(project, '4.16.0', services);
    expect(run.log).toMatch(/^Ready/m);
    expect(services.asked()).toEqual([]);
  });
});
