import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import type { Mark } from '../../facts.ts';
import {
  findingsOf,
  outcomeOf,
  packed,
  someBuild,
  someProject,
  someSources,
} from '../../testing.ts';
import { noSecrets } from './no-secrets.ts';

const mark = (kind: string, path: string): Mark => ({ kind, path, line: 3 });
const facts = (sdist: readonly Mark[], wheel: readonly Mark[] = []) => ({
  project: someProject(),
  sources: someSources('src/a/b.py'),
  build: known(
    someBuild({ marks: sdist, files: packed('a') }, { marks: wheel, files: packed('a') }),
    fileStart('pyproject.toml'),
  ),
});

it('takes files without one, and keys that tests of an sdist need', () => {
  const given = facts([mark('a private key', 'server.key'), mark('build path', 'a')]);
  expect(outcomeOf(noSecrets, given)).toEqual({ status: 'pass', found: '2 files' });
  expect(findingsOf(noSecrets, facts([], [mark('a private key', 'a/tests/a.pem')]))).toEqual([]);
});

it('reports a token once, at its line, though it is in both files', () => {
  const given = facts(
    [mark('a PyPI token', 'src/a/b.py')],
    [mark('a PyPI token', 'a/b.py'), mark('a private key', 'a/key.pem')],
  );
  expect(findingsOf(noSecrets, given)).toEqual([
    'error pyproject.toml:1:1 Unexpected text with the shape of a PyPI token in `a/b.py` of attrsx-1.2.3-py3-none-any.whl, expected none',
    'warning pyproject.toml:1:1 Unexpected text with the shape of a private key in `a/key.pem` of attrsx-1.2.3-py3-none-any.whl, expected none',
  ]);
});

it('only warns of what may be made up', () => {
  const given = facts([
    mark('a PyPI token', 'tests/a.py'),
    mark('an AWS access key', 'src/a/b.py'),
  ]);
  expect(findingsOf(noSecrets, given)).toEqual([
    'warning pyproject.toml:1:1 Unexpected text with the shape of a PyPI token in `tests/a.py` of attrsx-1.2.3.tar.gz, expected none',
    'warning src/a/b.py:3:1 Unexpected text with the shape of an AWS access key in `src/a/b.py` of attrsx-1.2.3.tar.gz, expected none',
  ]);
});
