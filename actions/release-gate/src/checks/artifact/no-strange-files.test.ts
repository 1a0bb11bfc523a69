import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, packed, someBuild, someProject } from '../../testing.ts';
import { noStrangeFiles } from './no-strange-files.ts';

const facts = (...paths: readonly string[]) => ({
  project: someProject(),
  build: known(someBuild({ files: packed(...paths) }), fileStart('pyproject.toml')),
});

it('takes what a project is made of', () => {
  const given = facts(
    '.gitignore',
    '.github/workflows/ci.yml',
    'tests/key.pem',
    'tests/test_apps/.env',
    'tests/fixtures/.netrc',
    '.coveragerc',
    'a/env.py',
  );
  expect(findingsOf(noStrangeFiles, given)).toEqual([]);
});

it.each(['.env', 'conf/.pypirc', '.ssh/id_ed25519'])(
  'reports %s, which may hold a secret',
  (path) => {
    expect(findingsOf(noStrangeFiles, facts(path))).toEqual([
      `error pyproject.toml:1:1 Unexpected file \`${path}\` in attrsx-1.2.3.tar.gz, expected none that may hold a secret`,
    ]);
  },
);

it('tells a secret once that the wheel has from the sdist', () => {
  const [sdist, wheel] = [{ files: packed('src/a/.env') }, { files: packed('a/.env') }];
  const build = known(someBuild(sdist, wheel), fileStart('pyproject.toml'));
  expect(findingsOf(noStrangeFiles, { project: someProject(), build })).toEqual([
    'error pyproject.toml:1:1 Unexpected file `a/.env` in attrsx-1.2.3-py3-none-any.whl, expected none that may hold a secret',
  ]);
});

it('warns once of what tools have left behind', () => {
  expect(findingsOf(noStrangeFiles, facts('a/__pycache__/a.pyc', '.DS_Store', 'a/b.py~'))).toEqual([
    'warning pyproject.toml:1:1 Unexpected file `a/__pycache__/a.pyc` and 2 more files of its kind in attrsx-1.2.3.tar.gz, expected none that a tool left behind',
  ]);
});
