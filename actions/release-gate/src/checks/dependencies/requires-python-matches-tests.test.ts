import { expect, it } from 'vitest';
import { findingsOf } from '../../testing.ts';
import { someFacts } from '../../testing-facts.ts';
import { requiresPythonMatchesTests } from './requires-python-matches-tests.ts';

const found = (path: string, text: string) =>
  findingsOf(
    requiresPythonMatchesTests,
    someFacts({
      'pyproject.toml':
        '[project]\nname = "attrsx"\nversion = "1"\nrequires-python = ">=3.9"\nclassifiers = ["Programming Language :: Python :: 3.8"]\n',
      [path]: text,
    }),
  );

it.each([
  ['tox.ini', '[tox]\nenvlist = py39, py314, pypy38\n'],
  ['noxfile.py', '@nox.session(python=["3.9"])\n'],
  ['.github/workflows/ci.yml', '        python-version: ["3.9", "3.14"]\n'],
])('takes %s: %j', (path, text) => {
  expect(found(path, text)).toEqual([]);
});

it.each([
  [
    'tox.ini',
    '[tox]\nenvlist = py38, py39\n',
    'warning tox.ini:2:11 Unexpected environment of tox `py38`',
  ],
  [
    'noxfile.py',
    '@nox.session(python=["3.8"])\n',
    'notice noxfile.py:1:23 Unexpected Python of a nox session `3.8`',
  ],
  [
    '.github/workflows/ci.yml',
    '        python-version: ["3.8", "3.9"]\n',
    'notice .github/workflows/ci.yml:1:27 Unexpected Python of a workflow `3.8`',
  ],
])('reports what %s tests in vain: %j', (path, text, start) => {
  expect(found(path, text)).toEqual([
    `${start}, expected none that requires-python \`>=3.9\` excludes`,
  ]);
});
