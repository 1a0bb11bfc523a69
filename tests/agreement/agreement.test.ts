import { execFile } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  archive,
  pinnedSdists,
  pythonWith,
  temporaryFolder,
  unpackedSdist,
} from '@pymaint/testing';
import { beforeAll, expect, it } from 'vitest';
import { formatted } from '../../scripts/shared/format.ts';
import { ANSWERS, TOOLS } from './answers.ts';
import { BROKEN } from './broken.ts';
import { rulesAgainst, type Built } from './gate.ts';
import { pageOf } from './page.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

interface Wheel {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly sha256: string;
}

/** What one tool says of one distribution. */
interface Said {
  readonly project: string;
  readonly tool: string;
  readonly kind: string;
  readonly words: string;
}

const said: Said[] = [];
const rules = new Map<string, readonly string[]>();
let real = 0;

/** Runs a Python program with JSON on its input, and reads JSON from its output. */
async function ask(python: string, program: string, input: unknown): Promise<unknown> {
  const running = new Promise<string>((resolve, reject) => {
    const child = execFile(
      python,
      [join(here, program)],
      { maxBuffer: 1 << 26 },
      (error, stdout) => {
        if (error === null) resolve(stdout);
        else reject(error);
      },
    );
    child.stdin?.end(JSON.stringify(input));
  });
  return JSON.parse(await running);
}

beforeAll(async () => {
  await using folder = await temporaryFolder();
  const wheels = JSON.parse(await readFile(join(here, 'wheels.json'), 'utf8')) as readonly Wheel[];
  const sdists = await pinnedSdists();
  const projects: Built[] = [];
  for (const wheel of wheels) {
    const pinned = sdists.find(({ name }) => name === wheel.name);
    if (pinned?.version !== wheel.version)
      throw new Error(`${wheel.filename} and the sdist of ${wheel.name} differ in version`);
    const tree = join(folder.folder, wheel.name);
    await cp(await unpackedSdist(wheel.name), tree, { recursive: true, verbatimSymlinks: true });
    projects.push({
      name: wheel.name,
      sdist: await archive(pinned),
      wheel: await archive(wheel),
      tree,
    });
  }
  real = projects.length;
  const python = await pythonWith(...TOOLS);
  const built = (await ask(python, 'make_broken.py', {
    folder: folder.folder,
    projects: BROKEN,
    real: projects,
  })) as readonly Built[];
  const [answers] = await Promise.all([
    ask(python, 'tools.py', built) as Promise<readonly (readonly [string, string, string][])[]>,
    (async () => {
      for (const one of built) rules.set(one.name, await rulesAgainst(one));
    })(),
  ]);
  for (const [at, { name }] of built.entries())
    for (const [tool, kind, words] of answers[at] ?? [])
      said.push({ project: name, tool, kind, words });
}, 300_000);

const rulesOf = (project: string): readonly string[] =>
  (rules.get(project) ?? []).map((rule) => rule.replace(/^\w+ /, ''));

it('names every fault that the tools name, or has a reason not to', () => {
  const unnamed = said.filter(({ project, tool, kind }) => {
    const answer = ANSWERS[tool]?.[kind];
    const isNamed = answer?.rules.some((rule) => rulesOf(project).includes(rule)) === true;
    return !isNamed && answer?.silent === undefined;
  });
  expect(unnamed).toEqual([]);
});

it('finds no error and no warning in what is real, nor in what is sound', () => {
  expect(real).toBe(15);
  const projects = [...rules.keys()].filter((name) => !BROKEN.some((one) => one.name === name));
  const loud = [...projects, 'sound'].flatMap((project) =>
    (rules.get(project) ?? [])
      .filter((rule) => !rule.startsWith('notice'))
      .map((rule) => `${project}: ${rule}`),
  );
  expect(loud).toEqual([]);
});

it('names a fault in each broken one, as some tool does', () => {
  const broken = BROKEN.filter(({ name }) => name !== 'sound').map(({ name }) => name);
  expect(broken.filter((name) => rulesOf(name).length === 0)).toEqual([]);
  const unseen = broken.filter((name) => !said.some(({ project }) => project === name));
  expect(unseen).toEqual([]);
  const tools = new Set(
    said.filter(({ project }) => broken.includes(project)).map(({ tool }) => tool),
  );
  expect([...tools].toSorted()).toEqual(Object.keys(ANSWERS).toSorted());
});

it('has its reasons in the table of the documentation', async () => {
  const path = 'docs/comparison/artifact-checks.md';
  const [page] = await formatted([{ path, text: pageOf(TOOLS) }]);
  expect(await readFile(join(here, '../..', path), 'utf8')).toBe(page?.text);
});
