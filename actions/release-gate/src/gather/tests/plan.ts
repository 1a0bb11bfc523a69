import { fileStart, type Place } from '@pymaint/core';
import { settingOf, tableOf, textsOf, type Sources } from '../sources.ts';

/** How the tests are to be run, and what says so. */
export interface TestPlan {
  readonly tool: 'pytest' | 'unittest' | 'tox' | 'nox' | 'hatch' | 'given';
  /** The program and its arguments; `pytest` and `python` are those of the environment. */
  readonly command: readonly [string, ...string[]];
  /** What says that the tests are run so: findings about the run as a whole stand there. */
  readonly place: Place;
}

/** The command of the project's own tests, or undefined where nothing tells of tests. */
export async function findTests(
  sources: Sources,
  requirements: readonly string[],
): Promise<TestPlan | undefined> {
  return (
    (await configuredPytest(sources)) ??
    requiredPytest(sources, requirements) ??
    (await importedPytest(sources)) ??
    tox(sources) ??
    (await nox(sources)) ??
    hatch(sources) ??
    (await unittest(sources)) ??
    namedTests(sources)
  );
}

const pytest = (place: Place): TestPlan => ({ tool: 'pytest', command: ['pytest'], place });

/** A file or table that pytest itself would read (docs.pytest.org, "Configuration file formats"), or a conftest.py. */
async function configuredPytest(sources: Sources): Promise<TestPlan | undefined> {
  const table = sources.pyproject.entry('tool', 'pytest');
  if (table !== undefined) return pytest(table.keyRange);
  const own = sources.files.find((path) => /^\.?pytest\.(?:ini|toml)$/.test(path));
  if (own !== undefined) return pytest(fileStart(own));
  for (const [path, header] of [
    ['tox.ini', /^\[pytest\]/m],
    ['setup.cfg', /^\[tool:pytest\]/m],
  ] as const) {
    const text = sources.files.includes(path) ? await sources.read(path) : undefined;
    const found = text === undefined ? null : header.exec(text);
    if (text !== undefined && found !== null)
      return pytest({ path, line: text.slice(0, found.index).split('\n').length, column: 1 });
  }
  const conftest = sources.files.find((path) => /^(?:[\w-]+\/){0,2}conftest\.py$/.test(path));
  return conftest === undefined ? undefined : pytest(fileStart(conftest));
}

const requiredPytest = (
  { files }: Sources,
  requirements: readonly string[],
): TestPlan | undefined =>
  requirements.some((text) => /^pytest(?:-[\w-]+)?(?![\w-])/i.test(text))
    ? pytest(fileStart(testFiles(files)[0] ?? 'pyproject.toml'))
    : undefined;

/** Files whose names both pytest and unittest take for tests. */
const testFiles = (files: readonly string[]): readonly string[] =>
  files.filter((path) => /(?:^|\/)(?:test[^/]*|[^/]*_test)\.py$/.test(path));

/** How many files are read to find out which library the tests are written with. */
const LOOKED_AT = 20;

async function importedPytest(sources: Sources): Promise<TestPlan | undefined> {
  for (const path of testFiles(sources.files).slice(0, LOOKED_AT)) {
    if (/^(?:import|from) pytest\b/m.test((await sources.read(path)) ?? ''))
      return pytest(fileStart(path));
  }
  return undefined;
}

function tox(sources: Sources): TestPlan | undefined {
  const own = sources.files.find((path) => path === 'tox.ini' || path === 'tox.toml');
  const place =
    own === undefined ? sources.pyproject.entry('tool', 'tox')?.keyRange : fileStart(own);
  return place && { tool: 'tox', command: ['tox', 'run', '-e', 'py'], place };
}

/** The session that runs the tests, by the names that projects give it. */
async function nox(sources: Sources): Promise<TestPlan | undefined> {
  const path = 'noxfile.py';
  const text = sources.files.includes(path) ? ((await sources.read(path)) ?? '') : '';
  const sessions = new Set(
    [...text.matchAll(/^def (\w+)\(session\b/gm)].map((match) => match[1] ?? ''),
  );
  const session = ['tests', 'test', 'unit', 'pytest', 'unittests'].find((name) =>
    sessions.has(name),
  );
  if (session === undefined) return undefined;
  const line = text.slice(0, text.indexOf(`def ${session}(`)).split('\n').length;
  return { tool: 'nox', command: ['nox', '-s', session], place: { path, line, column: 1 } };
}

/** `hatch test` where it is set up, else a script of this name in the default environment. */
function hatch(sources: Sources): TestPlan | undefined {
  const envs = tableOf(settingOf(sources, 'tool', 'hatch', 'envs'));
  const place = sources.pyproject.entry('tool', 'hatch', 'envs')?.keyRange;
  if (place === undefined) return undefined;
  if (envs['hatch-test'] !== undefined) return { tool: 'hatch', command: ['hatch', 'test'], place };
  const scripts = tableOf(tableOf(envs['default'])['scripts']);
  return scripts['test'] === undefined
    ? undefined
    : { tool: 'hatch', command: ['hatch', 'run', 'test'], place };
}

/** Tests of the standard library's own kind, which need nothing installed. */
async function unittest(sources: Sources): Promise<TestPlan | undefined> {
  for (const path of testFiles(sources.files).slice(0, LOOKED_AT)) {
    const text = (await sources.read(path)) ?? '';
    if (!/^(?:import unittest|from unittest)\b/m.test(text)) continue;
    const [top = '.', ...rest] = path.split('/');
    const start = rest.length === 0 ? '.' : top === 'src' ? (rest[0] ?? '.') : top;
    const folder = top === 'src' && rest.length > 0 ? `src/${start}` : start;
    const isPackage = sources.files.includes(`${folder}/__init__.py`);
    const above = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '.';
    return {
      tool: 'unittest',
      command: [
        'python',
        '-m',
        'unittest',
        'discover',
        '-v',
        '-s',
        folder,
        // Its own pattern is `test*.py`.
        ...(/(?:^|\/)test[^/]*\.py$/.test(path) ? [] : ['-p', '*_test.py']),
        ...(isPackage ? ['-t', above] : []),
      ],
      place: fileStart(path),
    };
  }
  return undefined;
}

/** Test files that are written for neither: plain functions, which pytest runs. */
function namedTests({ files }: Sources): TestPlan | undefined {
  const first = testFiles(files).find((path) => /^(?:[\w-]+\/)*tests?\/|^test_/.test(path));
  return first === undefined ? undefined : pytest(fileStart(first));
}

/** The requirements texts of pyproject.toml that name what tests need, for {@link findTests}. */
export const namedRequirements = (sources: Sources): readonly string[] => [
  ...Object.values(tableOf(settingOf(sources, 'project', 'optional-dependencies'))).flatMap(
    textsOf,
  ),
  ...Object.values(tableOf(settingOf(sources, 'dependency-groups'))).flatMap(textsOf),
  ...Object.keys(tableOf(settingOf(sources, 'tool', 'poetry', 'dev-dependencies'))),
  ...Object.values(tableOf(settingOf(sources, 'tool', 'poetry', 'group'))).flatMap((group) =>
    Object.keys(tableOf(tableOf(group)['dependencies'])),
  ),
  ...textsOf(settingOf(sources, 'tool', 'uv', 'dev-dependencies')),
  ...Object.values(tableOf(settingOf(sources, 'tool', 'pdm', 'dev-dependencies'))).flatMap(textsOf),
];
