import { tomlDocument } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findTests, namedRequirements } from './plan.ts';

const planOf = (files: { readonly [path: string]: string | undefined }) => {
  const sources = {
    files: Object.keys(files).toSorted(),
    pyproject: tomlDocument('pyproject.toml', files['pyproject.toml'] ?? ''),
    read: async (path: string) => files[path],
  };
  return findTests(sources, namedRequirements(sources));
};

const UNITTEST = 'import unittest\n';

it.each([
  [
    '[tool.pytest]',
    { 'pyproject.toml': '[tool.pytest.ini_options]\n' },
    'pytest',
    'pyproject.toml:1',
  ],
  ['pytest.ini', { 'pytest.ini': '' }, 'pytest', 'pytest.ini:1'],
  ['tox.ini', { 'tox.ini': '[tox]\n[pytest]\n' }, 'pytest', 'tox.ini:2'],
  ['setup.cfg', { 'setup.cfg': '[metadata]\n\n[tool:pytest]\n' }, 'pytest', 'setup.cfg:3'],
  ['conftest.py', { 'tests/conftest.py': '' }, 'pytest', 'tests/conftest.py:1'],
  [
    'a dependency group',
    { 'pyproject.toml': '[dependency-groups]\nx = ["pytest-cov"]', 'tests/test_a.py': UNITTEST },
    'pytest',
    'tests/test_a.py:1',
  ],
  ['an import', { 'tests/test_a.py': 'import os\nimport pytest\n' }, 'pytest', 'tests/test_a.py:1'],
  ['tox', { 'tox.ini': '[testenv]\n', 'tests/test_a.py': UNITTEST }, 'tox run -e py', 'tox.ini:1'],
  [
    'nox',
    { 'noxfile.py': 'import nox\n@nox.session\ndef tests(session):\n    pass\n' },
    'nox -s tests',
    'noxfile.py:3',
  ],
  [
    'a script of hatch',
    { 'pyproject.toml': '[tool.hatch.envs.default.scripts]\ntest = "x"\n' },
    'hatch run test',
    'pyproject.toml:1',
  ],
  [
    'unittest',
    { 'tests/test_a.py': UNITTEST },
    'python -m unittest discover -v -s tests',
    'tests/test_a.py:1',
  ],
  [
    'unittest with files of another name',
    { 'x/tests/a_test.py': UNITTEST },
    'python -m unittest discover -v -s x -p *_test.py',
    'x/tests/a_test.py:1',
  ],
  [
    'unittest in a package',
    { 'src/x/tests/__init__.py': '', 'src/x/__init__.py': '', 'src/x/tests/test_a.py': UNITTEST },
    'python -m unittest discover -v -s src/x -t src',
    'src/x/tests/test_a.py:1',
  ],
  ['names of files', { 'tests/test_a.py': 'def test_x(): pass\n' }, 'pytest', 'tests/test_a.py:1'],
])('finds the tests by %s', async (_, files, command, place) => {
  const plan = await planOf(files);
  expect(plan?.command.join(' ')).toBe(command);
  expect(`${plan?.place.path}:${plan?.place.line}`).toBe(place);
});

it('finds none where there are none', async () => {
  expect(await planOf({ 'src/x/__init__.py': '', 'setup.py': '' })).toBeUndefined();
});
