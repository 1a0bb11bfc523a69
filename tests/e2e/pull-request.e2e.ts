/** A pull request, through the starter and the reusable workflow. */
import { join } from 'node:path';
import { temporaryFolder } from '@pymaint/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAct, runAct } from './act.ts';
import { callingProject, type CallingProject } from './project.ts';
import { serveRelease } from './served.ts';

const act = await findAct();
const JOB = 'pymaint/Python pull request/Changelog, version, links';

/** What GitHub tells of a pull request that was opened. */
const opened = (base: string, head: string): object => {
  const repository = { full_name: 'org/demo', default_branch: 'main' };
  return {
    action: 'opened',
    number: 7,
    repository,
    pull_request: {
      number: 7,
      user: { login: 'ada', type: 'User' },
      labels: [],
      base: { ref: 'main', sha: base, repo: repository },
      head: { ref: 'change', sha: head, repo: repository },
    },
  };
};

describe.skipIf(act === undefined)('a pull request', async () => {
  const place = await temporaryFolder();
  const served = join(place.folder, 'served');
  beforeAll(() => serveRelease(served));
  afterAll(() => place[Symbol.asyncDispose]());

  /** Commits what was changed on a branch, and runs the workflow as GitHub would. */
  async function open(project: CallingProject) {
    const base = await project.git('rev-parse', 'HEAD');
    await project.git('checkout', '--quiet', '-b', 'change');
    await project.git('add', '--all');
    await project.git('commit', '--quiet', '--message', 'Change');
    const head = await project.git('rev-parse', 'HEAD');
    return runAct(act ?? '', {
      folder: project.folder,
      workflow: '.github/workflows/pymaint-pull-request.yml',
      name: 'pull_request',
      payload: opened(base, head),
      served,
      artifacts: join(place.folder, 'artifacts'),
    });
  }

  it('that is told in the changelog passes, with one summary of three parts', async () => {
    await using project = await callingProject('typing-extensions', 'pymaint-pull-request');
    await project.append('src/typing_extensions.py', '\n# changed\n');
    await project.replace(
      'CHANGELOG.md',
      '# Release 4.16.0',
      '# Unreleased\n\n- Change a comment.\n\n# Release 4.16.0',
    );
    const run = await open(project);
    expect(run.jobs).toEqual({ [JOB]: 'success' });
    for (const part of ['changelog-verify', 'version-drift', 'docs-linkcheck'])
      expect(run.summary).toContain(`## ✓ ${part}: `);
  });

  it('with a fault of each kind hears of all three in one run', async () => {
    await using project = await callingProject('typing-extensions', 'pymaint-pull-request');
    await project.replace(
      'CHANGELOG.md',
      '# Release 4.16.0 (July 2, 2025)',
      '# Release 4.16.0 (July 2, 2125)',
    );
    await project.append('src/typing_extensions.py', '\n__version__ = "4.15.0"\n');
    await project.write('docs/conf.py', "project = 'x'\n");
    await project.write('docs/index.rst', 'Title\n=====\n\nSee :doc:`nowhere`.\n');
    const run = await open(project);
    expect(run.jobs).toEqual({ [JOB]: 'failure' });
    expect(run.annotations).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^error changelog\/\S+ CHANGELOG\.md:1$/),
        expect.stringMatching(/^error drift\/\S+ src\/typing_extensions\.py:\d+$/),
        expect.stringMatching(/^error refs\/\S+ docs\/index\.rst:4$/),
      ]),
    );
  });
});
