import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, packed, someBuild, someProject } from '../../testing.ts';
import { noStrayPackages } from './no-stray-packages.ts';

const facts = (...paths: readonly string[]) => ({
  project: someProject(),
  build: known(someBuild({}, { files: packed(...paths) }), fileStart('pyproject.toml')),
});

it.each([
  [['attrsx/__init__.py', 'attrsx/tests/test_a.py', 'attrsx-1.2.3.dist-info/METADATA'], 'attrsx'],
  [['attr/__init__.py', 'attrsx/__init__.py', '_speed.abi3.so'], '_speed, attr, attrsx'],
  [['attrsx.py', 'attrsx-1.2.3.data/scripts/x', 'attrsx-1.2.3.data/data/docs/x'], 'attrsx'],
])('takes %j', (paths, found) => {
  expect(outcomeOf(noStrayPackages, facts(...paths))).toEqual({ status: 'pass', found });
});

it.each([
  ['tests/__init__.py', 'tests', 'error'],
  ['attrsx-1.2.3.data/purelib/test/x.py', 'test', 'error'],
  ['docs/conf.py', 'docs', 'warning'],
  ['conftest.py', 'conftest', 'warning'],
])('reports %s', (path, top, level) => {
  const [found] = findingsOf(noStrayPackages, facts('attrsx/__init__.py', path));
  expect(found).toContain(`${level} pyproject.toml:1:1 Unexpected top-level \`${top}\` (`);
  expect(found).toContain('expected `attrsx` only');
});

it.each(['LICENSE', '__init__.py', 'attrsx-1.2.3.data/purelib/README.md', 'py.typed'])(
  'warns of the file %s at the top',
  (path) => {
    expect(findingsOf(noStrayPackages, facts('attrsx/__init__.py', 'a.pth', path))).toEqual([
      `warning pyproject.toml:1:1 Unexpected file \`${path.split('/').at(-1) ?? ''}\` at the top of attrsx-1.2.3-py3-none-any.whl, expected packages and modules only since all projects share that folder`,
    ]);
  },
);

it.each([
  [['attrsx/__init__.py', 'images/a.png'], 'Unexpected top-level `images` without a module'],
  [['attrsx-1.2.3.dist-info/METADATA'], 'Unexpected lack of packages and modules'],
])('notes %j', (paths, words) => {
  const [found, ...others] = findingsOf(noStrayPackages, facts(...paths));
  expect(found).toContain(`notice pyproject.toml:1:1 ${words} in attrsx-1.2.3-py3-none-any.whl`);
  expect(others).toEqual([]);
});

it.each([['attrsx-stubs/__init__.pyi'], ['attrsx-1.2.3.data/scripts/attrsx']])(
  'takes a wheel of %s alone',
  (path) => {
    expect(findingsOf(noStrayPackages, facts(path))).toEqual([]);
  },
);
