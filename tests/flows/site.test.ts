/** The documentation: built as a site, judged by our own checks, and followed as a reader follows it. */
import { execFile } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pythonWith, temporaryFolder } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { matching, readText, ROOT } from '../../scripts/shared/repo.ts';
import { allRules } from '../../scripts/shared/rules.ts';

const execute = promisify(execFile);
const BUNDLE = join(ROOT, 'dist/pymaint/index.js');
const pages = [...matching('docs/{,how-to/,explanation/}*.md'), 'README.md'];

// A virtual environment keeps its programs elsewhere on Windows.
it.skipIf(process.platform === 'win32')('is built by MkDocs without a warning', async () => {
  await using site = await temporaryFolder();
  const program = join(dirname(await pythonWith('mkdocs==1.6.1')), 'mkdocs');
  await execute(program, ['build', '--strict', '--quiet', '--site-dir', site.folder], {
    cwd: ROOT,
  });
  for (const page of [
    'index.html',
    'tutorial/index.html',
    'reference/rules/index.html',
    'pictures/terminal.svg',
  ])
    expect(existsSync(join(site.folder, page))).toBe(true);
});

it.each(['docs-linkcheck', 'changelog-verify'])('has nothing for %s to find', async (action) => {
  const { stdout } = await execute(process.execPath, [
    BUNDLE,
    action,
    ROOT,
    '--fail-on',
    'warning',
  ]);
  expect(stdout).toMatch(/^Good/m);
});

it('speaks of rules that there are', async () => {
  const rules = new Set((await allRules()).flatMap(({ id }) => [id, `${id.split('/', 1)[0]}/*`]));
  const named = pages.flatMap((page) =>
    [...readText(page).matchAll(/(?:explain |rule = "|skip = \[")([a-z-]+\/[a-z*-]+)/g)].map(
      ([, rule = '']) => [page, rule] as const,
    ),
  );
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter(([, rule]) => !rules.has(rule))).toEqual([]);
});

describe('the tutorial', () => {
  it('does what it says, command by command', async () => {
    await using place = await temporaryFolder();
    cpSync(join(ROOT, 'examples'), join(place.folder, 'examples'), { recursive: true });
    const commands = [
      ...readText('docs/tutorial.md').matchAll(/^\$ node dist\/pymaint\/index\.js (.*)$/gm),
    ].map(([, args = '']) => args.replace('/tmp/troubled', 'examples/troubled').split(' '));
    const codes: number[] = [];
    for (const args of commands)
      codes.push(
        await execute(process.execPath, [BUNDLE, ...args], { cwd: place.folder }).then(
          () => 0,
          (error: { readonly code: number }) => error.code,
        ),
      );
    // check finds faults; explain, fix --dry-run and fix do their work.
    expect(codes).toEqual([1, 0, 0, 0]);
  });

  it('shows the workflow that the starter is', () => {
    const call = 'uses: org/pymaint/.github/workflows/python-pr.yml@v1';
    for (const page of [
      'docs/tutorial.md',
      'README.md',
      'action-templates/workflows/pymaint-pull-request.yml',
    ])
      expect(readText(page)).toContain(call);
  });
});
