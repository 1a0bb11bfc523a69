/** The hooks as pre-commit itself runs them from a clone of this repository, in which nothing was built or installed. */
import { execFile } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gitFixture, pythonWith, temporaryFolder } from '@pymaint/testing';
import { load } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { readText, ROOT } from '../../scripts/shared/repo.ts';

const hooks = load(readText('.pre-commit-hooks.yaml')) as readonly {
  readonly id: string;
  readonly entry: string;
}[];

describe('.pre-commit-hooks.yaml', () => {
  it('starts nothing but the committed command', () => {
    expect(hooks.map(({ entry }) => entry.split(' ', 1)[0])).toEqual(
      hooks.map(() => 'bin/pymaint.js'),
    );
    expect(readFileSync(join(ROOT, 'bin/pymaint.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

// A virtual environment keeps its programs elsewhere on Windows.
describe.skipIf(process.platform === 'win32')('pre-commit try-repo', async () => {
  const cache = await temporaryFolder();
  afterAll(() => cache[Symbol.asyncDispose]());

  /** Runs all hooks over a project, and gives what became of each by its id. */
  async function tryHooks(folder: string) {
    const program = join(dirname(await pythonWith('pre-commit==4.7.0')), 'pre-commit');
    const env = { ...process.env, PRE_COMMIT_HOME: cache.folder };
    const text = await new Promise<string>((done) => {
      const args = ['try-repo', ROOT, '--all-files', '--verbose'];
      execFile(program, args, { cwd: folder, env }, (_, stdout, stderr) => done(stdout + stderr));
    });
    const results = [...text.matchAll(/\.(Passed|Failed)\n- hook id: (\S+)/g)];
    return { text, results: Object.fromEntries(results.map(([, result, id]) => [id, result])) };
  }

  async function example(name: string) {
    const project = await gitFixture();
    cpSync(join(ROOT, 'examples', name), project.folder, { recursive: true });
    await project.commit('Begin');
    return project;
  }

  it('passes a healthy project that is being changed', async () => {
    await using project = await example('clean');
    await project.write({ 'src/evenly/new.py': '"""Not yet committed."""\n' });
    await project.git('add', '-A');
    const { results, text } = await tryHooks(project.folder);
    expect(text).toContain('Good');
    expect(results).toEqual(Object.fromEntries(hooks.map(({ id }) => [id, 'Passed'])));
  });

  it('stops the commit of a project with faults, and shows each with its place', async () => {
    await using project = await example('troubled');
    const { results, text } = await tryHooks(project.folder);
    // `pymaint fix` stands before `version-drift` and has mended what that one would find.
    expect(results).toMatchObject({
      'pymaint-check': 'Failed',
      'pymaint-changelog': 'Failed',
      'pymaint-fix': 'Failed',
      'pymaint-links': 'Failed',
    });
    expect(text).toMatch(/error +\S+ +CHANGELOG\.md:7:12/);
  });
});
