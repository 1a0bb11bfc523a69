import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, packed, someBuild, someProject } from '../../testing.ts';
import { typed } from './typed.ts';

const facts = (claims: boolean, ...files: readonly string[]) => ({
  project: someProject({
    'pyproject.toml': `[project]\nname = "attrsx"\nclassifiers = [${claims ? '"Typing :: Typed"' : ''}]\n`,
  }),
  build: known(
    someBuild(
      {},
      {
        files: packed(...files),
        texts: { METADATA: `Name: a\n${claims ? 'Classifier: Typing :: Typed\n' : ''}\n` },
      },
    ),
    fileStart('pyproject.toml'),
  ),
});

it.each([
  [true, ['a/__init__.py', 'a/py.typed'], 'typed'],
  [true, ['a-stubs/__init__.pyi'], 'not typed'],
  [false, ['a/__init__.py', 'a/py.typed'], 'typed'],
  [false, ['a/__init__.py'], 'not typed'],
])('takes a wheel that claims types: %s, and holds %j', (claims, files, found) => {
  expect(outcomeOf(typed, facts(claims, ...files))).toEqual({ status: 'pass', found });
});

it('warns of a claim without the marker, at the classifier', () => {
  expect(findingsOf(typed, facts(true, 'a/__init__.py'))).toEqual([
    'warning pyproject.toml:3:17 Unexpected classifier `Typing :: Typed` without a file `py.typed` in attrsx-1.2.3-py3-none-any.whl, expected one since type checkers look for it',
  ]);
});

it('notes stubs that nobody reads', () => {
  expect(findingsOf(typed, facts(false, 'a/__init__.py', 'a/b.pyi', 'a/c.pyi'))).toEqual([
    'notice pyproject.toml:1:1 Unexpected stub `a/b.pyi` in a package without `py.typed` in attrsx-1.2.3-py3-none-any.whl, expected the file since type checkers pass over the stub without it',
  ]);
});
