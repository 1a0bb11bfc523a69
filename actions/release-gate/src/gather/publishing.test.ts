import { join } from 'node:path';
import { nodePorts } from '@pymaint/platform';
import { gitFixture } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { runGate } from '../testing-run.ts';
import { gatherPublishing } from './publishing.ts';

const UPLOAD = '      - uses: pypa/gh-action-pypi-publish@release/v1\n';
const job = (more = '', steps = '', upload = UPLOAD) =>
  `jobs:\n  publish:\n    runs-on: x\n${more}    steps:\n${steps}${upload}`;

/** What a project in a folder of a repository with this workflow is told of. */
async function uploadsOf(folder: string, workflow: string) {
  await using repository = await gitFixture({
    '.github/workflows/release.yml': workflow,
    '.github/workflows/deeper/x.yml': `on: push\n${job()}`,
    [`${folder}/pyproject.toml`]: '[project]\nname = "Attrs.X"\nversion = "1"\n',
  });
  await using ports = await nodePorts({ folder: join(repository.folder, folder) });
  const files = await ports.workspace.list();
  const sources = { files, read: (path: string) => ports.workspace.read(path) };
  const fact = await gatherPublishing(sources, ports.workspace, ports.git, 'Attrs.X');
  return fact.known ? fact.value.map(({ place }) => `${place.path}:${place.line}`) : fact.why;
}

describe('an upload in a workflow above the project’s folder', () => {
  it.each([
    [
      'of files below the folder',
      'packages/x',
      `on: push\n${job('', '', `${UPLOAD}        with:\n          packages-dir: packages/x/dist\n`)}`,
    ],
    [
      'that changes of the folder start',
      'packages/x',
      `on: {push: {paths: ["packages/x/**"]}}\n${job()}`,
    ],
    ['that the project’s tags start', 'packages/x', `on: {push: {tags: ["attrs-x/v*"]}}\n${job()}`],
    [
      'of a package that is built by name',
      'packages/x',
      `on: push\n${job('', '      - run: uv build --package attrs-x\n')}`,
    ],
    [
      'where commands run in the folder',
      'python',
      `on: push\ndefaults: {run: {working-directory: python}}\n${job()}`,
    ],
    [
      'of a job that enters the folder',
      'python',
      `on: push\n${job('', '      - run: cd python && python -m build\n')}`,
    ],
    [
      'of what another job has built there',
      'packages/x',
      `on: push\n${job('    needs: [build]\n')}  build:\n    runs-on: x\n    steps:\n      - run: python -m build packages/x\n`,
    ],
  ])('counts %s', async (_, folder, workflow) => {
    const up = folder.replaceAll(/[^/]+/g, '..');
    expect(await uploadsOf(folder, workflow)).toEqual([
      expect.stringMatching(new RegExp(`^${up}/\\.github/workflows/release\\.yml:\\d+$`)),
    ]);
  });

  it.each([
    ['that names no folder', 'packages/x', `on: push\n${job()}`],
    [
      'of another folder',
      'packages/x',
      `on: push\n${job('', '      - run: python -m build packages/x-more\n')}`,
    ],
    [
      'that all but the folder starts',
      'packages/x',
      `on: {push: {paths: ["**", "!packages/x/**"]}}\n${job()}`,
    ],
    [
      'of the program that the folder is named like',
      'python',
      `on: push\n${job('', '      - uses: actions/setup-python@v5\n      - run: python -m build\n')}`,
    ],
    [
      'of another project’s tags',
      'packages/x',
      `on: {push: {tags: ["attrs-x-more-v*"]}}\n${job()}`,
    ],
    [
      'behind tests of the folder alone',
      'packages/x',
      `on: push\n${job('    needs: test\n')}  test:\n    runs-on: x\n    steps:\n      - run: pytest packages/x\n`,
    ],
  ])('says nothing of one %s', async (_, folder, workflow) => {
    expect(await uploadsOf(folder, workflow)).toBe(
      `no upload in the repository’s workflows is known to be that of \`${folder}\``,
    );
  });

  it('says so where there are no workflows, and where none uploads', async () => {
    expect(await uploadsOf('x', 'on: push\njobs: {}\n')).toBe(
      'no workflow of GitHub Actions uploads distributions',
    );
  });
});

it('is judged at its place above the project', async () => {
  await using repository = await gitFixture({
    '.github/workflows/release.yml': `on: push\npermissions: {}\n${job('    env: {X: packages/x/dist}\n')}`,
    'packages/x/pyproject.toml': '[project]\nname = "x"\nversion = "1"\n',
  });
  await using ports = await nodePorts({ folder: join(repository.folder, 'packages/x') });
  const { report } = await runGate(ports, { only: 'publishing/id-token' });
  expect(report.findings.map(({ rule, place }) => `${rule} ${place.path}:${place.line}`)).toEqual([
    'publishing/id-token ../../.github/workflows/release.yml:2',
  ]);
});
