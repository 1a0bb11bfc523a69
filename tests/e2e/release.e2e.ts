/** A pushed tag, through the starter and the reusable workflow to the job that publishes. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@pymaint/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAct } from './act.ts';
import { outside, type Outside } from './outside.ts';
import type { CallingProject } from './project.ts';
import { projectAsking, pushTag } from './pushed-tag.ts';
import { serveRelease } from './served.ts';

const act = await findAct();

describe.skipIf(act === undefined)('a pushed tag', async () => {
  const place = await temporaryFolder();
  const served = join(place.folder, 'served');
  const artifacts = join(place.folder, 'artifacts');
  beforeAll(() => serveRelease(served));
  afterAll(() => place[Symbol.asyncDispose]());

  const push = (project: CallingProject, tag: string, services: Outside) =>
    pushTag(act ?? '', project, tag, { services, served, artifacts });

  it('of a version that may be released is published, with the files that were judged', async () => {
    await using services = await outside({ released: ['4.15.0'] });
    await using project = await projectAsking(services);
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
    await using project = await projectAsking(services);
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
});
