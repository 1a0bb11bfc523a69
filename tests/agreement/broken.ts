/** A distribution that is wrong in one way, and which tools are to see it. */
export interface Broken {
  readonly name: string;
  readonly metadata: string;
  readonly wheel: Files;
  readonly sdist: Files;
  readonly tree: Files;
}

type Files = { readonly [path: string]: string };

const README =
  'Attributes\n==========\n\nAttributes of classes without the boilerplate, and with all that one needs beside.\n';
const HEAD = `Metadata-Version: 2.4
Name: attrsx
Version: 1.2.3
Summary: Attributes, but more
Author-email: A. Maintainer <maintainer@example.org>
License-Expression: MIT
Project-URL: Source, https://example.org/attrsx
Requires-Python: >=3.10
Description-Content-Type: text/x-rst
`;
const PYPROJECT = `[build-system]
requires = ["flit_core >=3.12,<5"]
build-backend = "flit_core.buildapi"

[project]
name = "attrsx"
version = "1.2.3"
description = "Attributes, but more"
readme = "README.rst"
requires-python = ">=3.10"
license = "MIT"
authors = [{ name = "A. Maintainer", email = "maintainer@example.org" }]
urls = { Source = "https://example.org/attrsx" }
`;
const TREE: Files = {
  'pyproject.toml': PYPROJECT,
  'README.rst': README,
  'attrsx/__init__.py': '"""A."""\n',
};
const WHEEL: Files = { 'attrsx/__init__.py': '"""A."""\n' };

interface Change {
  readonly head?: (head: string) => string;
  readonly readme?: string;
  readonly wheel?: Files;
  readonly sdist?: Files;
  readonly tree?: Files;
  readonly pyproject?: (text: string) => string;
}

function broken(name: string, change: Change): Broken {
  const readme = change.readme ?? README;
  const pyproject = change.pyproject?.(PYPROJECT) ?? PYPROJECT;
  const tree = { ...TREE, 'README.rst': readme, 'pyproject.toml': pyproject };
  return {
    name,
    metadata: `${change.head?.(HEAD) ?? HEAD}\n${readme}`,
    wheel: change.wheel ?? WHEEL,
    sdist: { ...tree, ...change.sdist },
    tree: { ...tree, ...change.sdist, ...change.tree },
  };
}

const without =
  (field: string): ((head: string) => string) =>
  (head) =>
    head.replace(new RegExp(`^${field}:.*\\n`, 'm'), '');

/** The first one is sound, so that a tool that cannot see anything is seen. */
export const BROKEN: readonly Broken[] = [
  broken('sound', {}),
  broken('role of Sphinx', { readme: `${README}\nSee :class:\`attrsx.A\`.\n` }),
  broken('no blank line', { readme: `${README}\n* item\ntext\n` }),
  broken('no content type', { head: without('Description-Content-Type') }),
  broken('no description', { readme: '' }),
  broken('no summary', { head: without('Summary') }),
  broken('no requires-python', { head: without('Requires-Python') }),
  broken('no address', { head: without('Project-URL') }),
  broken('no licence', { head: without('License-Expression') }),
  broken('bad content type', { head: (head) => head.replace('text/x-rst', 'text/rst') }),
  broken('bad licence', {
    head: (head) => head.replace(': MIT', ': MIT License'),
    pyproject: (text) => text.replace('"MIT"', '"MIT License"'),
  }),
  broken('licence twice', { head: (head) => `${head}License: MIT\n` }),
  broken('bad classifier', {
    head: (head) => `${head}Classifier: Programing Language :: Python\n`,
    pyproject: (text) => `${text}classifiers = ["Programing Language :: Python"]\n`,
  }),
  broken('field too new', { head: (head) => `${head}Import-Name: attrsx\n` }),
  broken('bad label', {
    head: (head) => `${head}Project-URL: ${'L'.repeat(40)}, https://example.org\n`,
    pyproject: (text) => text.replace('Source =', `${'L'.repeat(40)} = "x", Source =`),
  }),
  broken('bad requirement', { pyproject: (text) => `${text}dependencies = ["a b"]\n` }),
  broken('bad requires-python', { pyproject: (text) => text.replace('">=3.10"', '"3.x"') }),
  broken('unknown key', { pyproject: (text) => `${text}homepage = "https://example.org"\n` }),
  broken('bytecode', { wheel: { ...WHEEL, 'attrsx/__pycache__/a.cpython-311.pyc': 'x' } }),
  broken('tests at the top', { wheel: { ...WHEEL, 'tests/__init__.py': '' } }),
  broken('file at the top', { wheel: { ...WHEEL, 'README.rst': README } }),
  broken('package at the top', { wheel: { ...WHEEL, '__init__.py': '# a\n' } }),
  broken('data at the top', { wheel: { ...WHEEL, 'images/a.png': 'x' } }),
  broken('empty wheel', { wheel: {} }),
  broken('sdist without tests', { tree: { 'tests/test_a.py': 'def test(): pass\n' } }),
  broken('bytecode in the sdist', { sdist: { 'attrsx/a.pyc': 'x' } }),
];
