import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText, ROOT, workspaces } from '../../scripts/shared/repo.ts';
import { mustRunTool, OXFMT, OXLINT, run, TSC, VITEST } from '../../scripts/shared/run.ts';
import { registered, targetOf } from '../../scripts/shared/scaffold.ts';

const SKIPPED = new Set(['node_modules', '.git', 'lib', 'coverage', '.cache']);

/** The repository in a folder of its own, with its own packages behind the installed ones' names. */
async function copyRepository(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'pymaint-copy-'));
  await cp(ROOT, copy, { recursive: true, filter: (path) => !SKIPPED.has(basename(path)) });
  const modules = join(copy, 'node_modules');
  await mkdir(join(modules, '@pymaint'), { recursive: true });
  const installed = (await readdir(join(ROOT, 'node_modules'))).filter(
    (name) => name !== '@pymaint' && !name.startsWith('.'),
  );
  // 'junction' is what Windows allows everyone to make; elsewhere it means nothing.
  const link = (target: string, path: string): Promise<void> => symlink(target, path, 'junction');
  await Promise.all([
    ...installed.map((name) => link(join(ROOT, 'node_modules', name), join(modules, name))),
    ...workspaces().map(({ folder, manifest }) =>
      link(join(copy, folder), join(modules, manifest.name)),
    ),
  ]);
  return copy;
}

describe('npm run new:check', () => {
  let copy = '';
  const newCheck = (...args: readonly string[]) =>
    run(
      process.execPath,
      ['--conditions=@pymaint/source', join(copy, 'scripts/new-check.ts'), ...args],
      { cwd: copy },
    );
  beforeAll(async () => {
    copy = await copyRepository();
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  it('makes a check that is typed, linted, formatted, registered and passes its test', async () => {
    const ids = ['has-x', 'version/has-x'];
    for (const id of ids)
      expect(await newCheck('release-gate', id)).toMatchObject({ code: 0, stderr: '' });
    const inCopy = { cwd: copy };
    const checks = 'actions/release-gate/src/checks';
    await mustRunTool(OXFMT, ['--check', 'actions/release-gate'], inCopy);
    await mustRunTool(OXLINT, ['--deny-warnings', checks], inCopy);
    await mustRunTool(TSC, ['-b'], inCopy);
    await mustRunTool(VITEST, ['run', ...ids.map((id) => `${checks}/${id}.test.ts`)], inCopy);
    const index = readText(`${checks}/index.ts`, copy);
    expect(index).toContain("import { hasX } from './has-x.ts';");
    expect(index).toContain("import { hasX as versionHasX } from './version/has-x.ts';");
    expect(index).toMatch(/\bhasX,\s+versionHasX,?\s*\]/);
  });

  it.each([
    ['an action that is not there', ['gate', 'has-y'], 'expected one of'],
    ['an id with capitals', ['release-gate', 'HasY'], 'Unexpected id HasY'],
    ['an id that leads elsewhere', ['release-gate', '../has-y'], 'Unexpected id'],
    ['no id', ['release-gate'], 'Unexpected id'],
    ['a check that exists', ['release-gate', 'git/tree-clean'], 'exists already'],
  ])('refuses %s', async (_, args, words) => {
    const before = await readdir(join(copy, 'actions/release-gate/src'), { recursive: true });
    const { code, stderr } = await newCheck(...args);
    expect(code).not.toBe(0);
    expect(stderr).toContain(words);
    const after = await readdir(join(copy, 'actions/release-gate/src'), { recursive: true });
    expect(after).toEqual(before);
  });
});

it.each([
  ['an empty list', "import a from 'a';\nexport const CHECKS = [];\n", 'CHECKS = [ hasX, ];'],
  ['one line', "import a from 'a';\nexport const CHECKS = [a, b];\n", 'CHECKS = [a, b, hasX, ];'],
  ['several lines', "import a from 'a';\nexport const CHECKS = [\n  a,\n  b,\n];\n", 'b, hasX, ];'],
])('registers a check in a list of %s', (_, index, expected) => {
  const text = registered(index, targetOf('release-gate', 'has-x'));
  expect(text).toContain(expected);
  expect(text).toContain("import a from 'a';\nimport { hasX } from './has-x.ts';\n");
});
