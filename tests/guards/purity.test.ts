import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionNames, ROOT } from '../../scripts/shared/repo.ts';
import { OXLINT, run, toolPath } from '../../scripts/shared/run.ts';

/** Code that reaches out of a pure package, one statement each. */
const REACHES_OUT: { readonly [what: string]: string } = {
  'a module of Node': "import { readFileSync } from 'node:fs';\nexport const a = readFileSync;",
  'a module of Node by its short name':
    "import { readFileSync } from 'fs';\nexport const a = readFileSync;",
  'the toolkit': "import { info } from '@actions/core';\nexport const a = info;",
  'the platform': "import { runOnce } from '@pymaint/platform';\nexport const a = runOnce;",
  'the clock': 'export const a = (): number => Date.now();',
  'a timer': 'export const a = (): unknown => setTimeout(() => {}, 1);',
  'the environment': "export const a = (): unknown => process.env['HOME'];",
  'the environment by way of globalThis': 'export const a = (): unknown => globalThis.process;',
  chance: 'export const a = (): number => Math.random();',
  'the console': "export const a = (): void => console.log('a');",
  'the network': "export const a = (): unknown => fetch('a');",
};

const PURE = [
  ...['core', 'python', 'docs', 'changelog'].map((name) => `packages/${name}/src`),
  ...['core', 'python', 'docs', 'changelog'].map((name) => `packages/${name}/src/deep/er`),
  ...actionNames().map((name) => `actions/${name}/src/checks`),
  ...actionNames().map((name) => `actions/${name}/src/checks/group`),
];

const planted = PURE.flatMap((folder) =>
  Object.keys(REACHES_OUT).map((what, index) => ({
    folder,
    what,
    path: `${folder}/planted-${index}.ts`,
  })),
);

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
  readonly severity: string;
}

let folder = '';
let diagnostics: readonly Diagnostic[] = [];

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), `${text}\n`);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pymaint-purity-'));
  await copyFile(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
  await Promise.all([
    ...planted.map(({ path, what }) => write(path, REACHES_OUT[what] ?? '')),
    ...PURE.map((pure) => write(`${pure}/clean.ts`, 'export const a = 1;')),
  ]);
  const lint = [toolPath(...OXLINT), '--format', 'json'];
  const { stdout } = await run(process.execPath, lint, { cwd: folder });
  ({ diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const errorsIn = (path: string): readonly string[] =>
  diagnostics
    .filter(
      ({ filename, severity }) => filename.replaceAll('\\', '/') === path && severity === 'error',
    )
    .map(({ code }) => code);

describe('lint keeps pure code pure', () => {
  it.each(planted)('$folder may not reach for $what', ({ path }) => {
    expect(errorsIn(path)).toContainEqual(
      expect.stringMatching(/no-(?:restricted-(?:imports|globals|properties)|nodejs-modules)/),
    );
  });

  it.each(PURE)('%s may hold pure code', (pure) => {
    expect(errorsIn(`${pure}/clean.ts`)).toEqual([]);
  });
});
