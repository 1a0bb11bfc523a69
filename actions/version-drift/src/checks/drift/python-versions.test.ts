import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, PYPROJECT, someFacts } from '../../testing.ts';
import { pythonVersions } from './python-versions.ts';

const pyproject = (...minors: readonly string[]) =>
  `${PYPROJECT}requires-python = ">=3.9"\nclassifiers = [${minors
    .map((minor) => `"Programming Language :: Python :: ${minor}"`)
    .join(', ')}]\n`;
const found = (files: { readonly [path: string]: string }) =>
  findingsOf(pythonVersions, someFacts({ 'pyproject.toml': pyproject('3.9'), ...files }));

it.each<[string, string]>([
  ['pyproject.toml', pyproject('3', '3.9', '3.14', 'Implementation :: CPython')],
  ['tox.ini', '[tox]\nenvlist = py39, py{310,311}-x, py3, pypy3, pypy38, lint\n'],
  ['tox.ini', '[tox]\nenvlist =\n  py39\n  # py38\n'],
  ['tox.ini', '[tox]\nenvlist = py38\n[testenv]\nskip_install = true\n'],
  ['tox.ini', '[tox]\nenvlist = py39\n[testenv:py38]\n'],
  ['noxfile.py', '@nox.session(python=["3.9", "3.10"])\n'],
  ['.github/workflows/ci.yml', '        python-version: ["3.9", "pypy-3.8"]\n'],
  ['docs/ci.yml', 'python-version: ["3.8"]\n'],
])('takes %s: %j', (path, text) => {
  expect(found({ [path]: text })).toEqual([]);
});

const end = 'expected none that requires-python `>=3.9` excludes';
it.each<[string, string, string]>([
  [
    'pyproject.toml',
    pyproject('3.8'),
    'warning pyproject.toml:6:17 Unexpected classifier `Programming Language :: Python :: 3.8`',
  ],
  [
    'tox.ini',
    '[tox]\nenvlist = py38, py39\n',
    'warning tox.ini:2:11 Unexpected environment of tox `py38`',
  ],
  [
    'tox.ini',
    '[tox]\nenv_list =\n  lint\n  py3{8,9,10}-x\n',
    'warning tox.ini:4:3 Unexpected environment of tox `py38`',
  ],
  [
    'noxfile.py',
    '@nox.session(python=["3.8", "3.9"])\n',
    'notice noxfile.py:1:23 Unexpected Python of a nox session `3.8`',
  ],
  [
    '.github/workflows/ci.yml',
    "jobs:\n  python-version: ['3.9', '3.8']\n",
    'notice .github/workflows/ci.yml:2:28 Unexpected Python of a workflow `3.8`',
  ],
])('reports what cannot be installed, in %s: %j', (path, text, expected) => {
  expect(found({ [path]: text })).toEqual([`${expected}, ${end}`]);
});

it('is skipped where nothing is required', () => {
  expect(outcomeOf(pythonVersions, someFacts({}))).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});
