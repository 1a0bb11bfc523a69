/** Where uv is installed it makes the environments and installs into them: the gate says the same with it and without. */
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gitFixture, pythonWith, temporaryFolder, type Files } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { found, judge } from './gate.ts';

const UV = process.platform === 'win32' ? 'uv.exe' : 'uv';
/** The program as PyPI has it; undefined where it cannot be fetched. */
const uv = await pythonWith('uv==0.13.9').then(
  (python) => join(dirname(python), UV),
  () => undefined,
);

const project = (requirement: string, answer: number): Files => ({
  'pyproject.toml': `[build-system]
requires = ["flit_core>=3.11,<4"]
build-backend = "flit_core.buildapi"

[project]
name = "evenly-made"
version = "1.0"
description = "Even"

[project.scripts]
evenly = "evenly_made:main"

[dependency-groups]
test = ["pytest", "${requirement}"]
`,
  'evenly_made.py': 'def main():\n    return 42\n',
  'tests/test_it.py': `import evenly_made\nimport iniconfig\n\n\ndef test_main():\n    assert evenly_made.main() == ${answer}\n`,
});

describe.skipIf(uv === undefined)('with uv, which PyPI must give', () => {
  it.each([
    ['a project that is ready', project('iniconfig', 42), []],
    [
      'a test that fails',
      project('iniconfig', 43),
      ['error tests/pass tests/test_it.py:6 Unexpected failure of test `test_main`'],
    ],
    [
      'a requirement of the tests that is not there',
      project('iniconfig>=99999', 42),
      ['error tests/pass tests/test_it.py:1 Unexpected requirement `iniconfig>=99999`'],
    ],
  ] as const)('says the same of %s', async (_, files, expected) => {
    await using programs = await temporaryFolder();
    const bin = join(programs.folder, 'bin');
    await mkdir(bin);
    // Alone, since a virtual environment’s folder would bring its Python too.
    await copyFile(uv ?? '', join(bin, UV));
    const said: string[][] = [];
    for (const first of [undefined, bin]) {
      await using repository = await gitFixture(files);
      await repository.tag('v1.0');
      const report = await judge(repository.folder, { checks: 'artifact,tests' }, first);
      const errors = found(report).filter((finding) => finding.startsWith('error '));
      said.push([
        ...errors.map((error) => expected.find((start) => error.startsWith(start)) ?? error),
        ...report.checks.map(({ id, status }) => `${id} ${status}`),
      ]);
    }
    expect(said[1]).toEqual(said[0]);
    expect(said[0]?.slice(0, expected.length)).toEqual(expected);
    expect(said[0]?.filter((line) => line.startsWith('error '))).toEqual(expected);
  });
});
