/** The tree that `uses: org/pymaint/<action>@v1` downloads, laid from clones of the last commit. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { runStep, temporaryFolder } from '@pymaint/testing';
import { load } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { actionNames, ROOT } from '../../scripts/shared/repo.ts';

const execute = promisify(execFile);
const place = await temporaryFolder();
afterAll(() => place[Symbol.asyncDispose]());

/** A clone, as a release starts from one; `name` differs, since nothing may depend on the folder. */
async function clone(name: string) {
  const folder = join(place.folder, name);
  await execute('git', ['clone', '--quiet', `file://${ROOT}`, folder]);
  return folder;
}

/** Lays the release tree of a clone, and gives the hashes that the script prints. */
async function lay(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execute(process.execPath, ['scripts/release-tree.ts', ...args], {
    cwd: folder,
  });
  return stdout;
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

const first = await clone('first');
const tree = join(place.folder, 'tree');
const hashes = await lay(first, '--output', tree);

it('is the same from another clone, and changes nothing in either', async () => {
  expect(hashes).toMatch(/^tree [0-9a-f]{40}\ncommit [0-9a-f]{40}\n$/);
  expect(await lay(await clone('a second clone'))).toBe(hashes);
  const { stdout } = await execute('git', ['status', '--porcelain'], { cwd: first });
  expect(stdout).toBe('');
});

it('unpacks to less than 12 MB, without sources and tests', () => {
  const files = filesBelow(tree);
  const bytes = files.reduce((sum, path) => sum + statSync(join(tree, path)).size, 0);
  expect(bytes).toBeLessThan(12_000_000);
  expect(files.filter((path) => /\.ts$|^(?:packages|tests|docs)\//.test(path))).toEqual([]);
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'CHANGELOG.md']));
});

describe.each(actionNames())('%s', (name) => {
  const file = join(tree, name, 'action.yml');

  it('stands at the root, and leads to its bundle', () => {
    const { runs } = load(readFileSync(file, 'utf8')) as {
      readonly runs: { readonly main: string };
    };
    expect(existsSync(join(dirname(file), runs.main))).toBe(true);
    expect(existsSync(join(tree, 'actions', name, 'action.yml'))).toBe(true);
  });

  it('starts from what a runner downloaded', async () => {
    await using project = await temporaryFolder({ 'README.md': '# Nothing\n' });
    const { outputs } = load(readFileSync(file, 'utf8')) as { readonly outputs: object };
    const step = await runStep({
      bundle: join(tree, 'dist', name, 'index.js'),
      workspace: project.folder,
      inputs: {
        'fail-on': 'never',
        ...(name === 'release-gate' && { skip: 'tests,docs,artifact' }),
      },
      declaredOutputs: Object.keys(outputs),
    });
    expect(step.violations).toEqual([]);
  });
});

it('keeps the links of the READMEs that were moved', async () => {
  const commit = /commit (\w+)/.exec(hashes)?.[1] ?? '';
  const { stdout } = await execute('git', ['ls-tree', '-r', '--name-only', commit], { cwd: first });
  const tracked = stdout.split('\n');
  const dead = actionNames().flatMap((name) =>
    [...readFileSync(join(tree, name, 'README.md'), 'utf8').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^https?:/.test(target))
      .map((target) => join(name, target))
      .filter((path) => !tracked.some((one) => one === path || one.startsWith(`${path}/`))),
  );
  expect(dead).toEqual([]);
});

it('is written for its owner, and for runners that do not know `$/`', async () => {
  const stamped = join(place.folder, 'stamped');
  const other = await lay(first, '--owner', 'acme', '--stamp', 'v9.8.7', '--output', stamped);
  expect(other).not.toBe(hashes);
  const texts = filesBelow(stamped).map(
    (path) => [path, readFileSync(join(stamped, path), 'utf8')] as const,
  );
  expect(texts.filter(([, text]) => text.includes('org/pymaint')).map(([path]) => path)).toEqual(
    [],
  );
  const workflow = readFileSync(join(stamped, '.github/workflows/python-release.yml'), 'utf8');
  expect(workflow).toContain('uses: acme/pymaint/release-gate@v9.8.7');
  expect(workflow).not.toContain('$/');
});
