import { formatPlace } from '@pymaint/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceTree } from '../source-tree.ts';
import { readProject } from './read.ts';
import type { Project } from './types.ts';

type Files = { readonly [path: string]: string };

const read = (files: Files, folder = ''): Project => {
  const project = readProject(sourceTree(files), folder);
  if (project === undefined) throw new Error('no project');
  return project;
};

const build = (backend: string, ...requires: readonly string[]): string =>
  `[build-system]\nrequires = ${JSON.stringify(requires)}\nbuild-backend = "${backend}"\n`;
const DYNAMIC = '[project]\nname = "my-pkg"\ndynamic = ["version"]\n';

/** Each: what it shows, the files, then kind, reader, place and version, or why it is unknown. */
const VERSIONS: readonly (readonly [string, Files, string, string, string, string])[] = [
  [
    'hatchling with a pattern',
    {
      'pyproject.toml': `${build('hatchling.build')}${DYNAMIC}[tool.hatch.version]\npath = "v.txt"\npattern = 'ver: (?P<version>\\S+)'\n`,
      'v.txt': 'x\nver: 1.2\n',
    },
    'regex',
    'hatchling',
    'v.txt:2:6',
    '1.2',
  ],
  [
    'hatchling whose pattern could run for ever',
    {
      'pyproject.toml': `${build('hatchling.build')}${DYNAMIC}[tool.hatch.version]\npath = "v.txt"\npattern = '(?P<version>(a+)+)$'\n`,
      'v.txt': 'a'.repeat(50),
    },
    'regex',
    'hatchling',
    '',
    'can be run here',
  ],
  [
    'hatchling that runs code',
    {
      'pyproject.toml': `${build('hatchling.build')}${DYNAMIC}[tool.hatch.version]\nsource = "code"\npath = "a.py"\nexpression = "get()"\n`,
    },
    'computed',
    'hatchling',
    '',
    'runs code',
  ],
  [
    'hatchling with an unannotated name only, as its own pattern reads it',
    {
      'pyproject.toml': `${build('hatchling.build')}${DYNAMIC}[tool.hatch.version]\npath = "a.py"\n`,
      'a.py': '__version__: str = "1.0"\n',
    },
    'attr',
    'hatchling',
    '',
    'matches nothing',
  ],
  [
    'hatchling whose file is missing',
    {
      'pyproject.toml': `${build('hatchling.build')}${DYNAMIC}[tool.hatch.version]\npath = "gone.py"\n`,
    },
    'attr',
    'hatchling',
    '',
    'gone.py is not in the sources',
  ],
  [
    'flit, a version file over the package, in src',
    {
      'pyproject.toml': build('flit_core.buildapi') + DYNAMIC,
      'src/my_pkg/__init__.py': '"""Doc."""\nfrom ._version import __version__\n',
      'src/my_pkg/_version.py': '__version__ = "2.0"\n',
    },
    'attr',
    'flit',
    'src/my_pkg/_version.py:1:16',
    '2.0',
  ],
  [
    'flit, a property of a named tuple made like sys.version_info',
    {
      'pyproject.toml': build('flit_core.buildapi') + DYNAMIC,
      'my_pkg/__init__.py':
        '"Doc."\n__version_info__ = version_info(2, 0, 0, "final", 1)\n__version__ = __version_info__.__version__\n',
    },
    'call',
    'flit',
    'my_pkg/__init__.py:2:33',
    '2.0.0',
  ],
  [
    'flit, a module of a namespace',
    {
      'pyproject.toml': `${build('flit_core.buildapi')}${DYNAMIC}[tool.flit.module]\nname = "ns.pkg"\n`,
      'ns/pkg.py': '"""Doc."""\n__version__ = "2.0"\n',
    },
    'attr',
    'flit',
    'ns/pkg.py:2:16',
    '2.0',
  ],
  [
    'pdm, a file',
    {
      'pyproject.toml': `${build('pdm.backend')}${DYNAMIC}[tool.pdm.version]\npath = "a.py"\n`,
      'a.py': 'import b\nVERSION = "3.1"  # here\n',
    },
    'attr',
    'pdm-backend',
    'a.py:2:12',
    '3.1',
  ],
  [
    'pdm, tags',
    { 'pyproject.toml': `${build('pdm.backend')}${DYNAMIC}[tool.pdm.version]\nsource = "scm"\n` },
    'vcs',
    'pdm-backend',
    '',
    'tags',
  ],
  [
    'pdm, a function',
    {
      'pyproject.toml': `${build('pdm.backend')}${DYNAMIC}[tool.pdm.version]\nsource = "call"\ngetter = "a:get"\n`,
      'a.py': 'def get(): return "1"\n',
    },
    'computed',
    'pdm-backend',
    '',
    'set by `def get',
  ],
  [
    'setuptools, a file',
    {
      'pyproject.toml': `${build('setuptools.build_meta')}${DYNAMIC}[tool.setuptools.dynamic]\nversion = {file = "VERSION"}\n`,
      VERSION: '\n1.2.3\n',
    },
    'file',
    'setuptools',
    'VERSION:2:1',
    '1.2.3',
  ],
  [
    'setuptools, an attribute of a re-exported name in src',
    {
      'pyproject.toml': `${build('setuptools.build_meta')}${DYNAMIC}[tool.setuptools.dynamic]\nversion = {attr = "my_pkg.V"}\n`,
      'src/my_pkg/__init__.py': 'from my_pkg.about import VERSION as V\n',
      'src/my_pkg/about.py': 'VERSION = 4, 5\n',
    },
    'attr',
    'setuptools',
    'src/my_pkg/about.py:1:11',
    '4.5',
  ],
  [
    'setuptools, an attribute in a generated file',
    {
      'pyproject.toml': `${build('setuptools.build_meta')}${DYNAMIC}[tool.setuptools.dynamic]\nversion = {attr = "my_pkg.__version__"}\n`,
      'my_pkg/__init__.py': 'from ._version import __version__\n',
    },
    'computed',
    'setuptools',
    '',
    'my_pkg/_version.py is not in the sources',
  ],
  [
    'setuptools, tags',
    {
      'pyproject.toml':
        build('setuptools.build_meta', 'setuptools>=64', 'setuptools_scm[toml]>=8') + DYNAMIC,
    },
    'vcs',
    'setuptools-scm',
    '',
    'tags',
  ],
  [
    'setup.cfg, a file',
    { 'setup.cfg': '[metadata]\nname = x\nversion = file: VERSION.txt\n', 'VERSION.txt': '9.1' },
    'file',
    'setuptools',
    'VERSION.txt:1:1',
    '9.1',
  ],
  [
    'setup.cfg, an attribute under package_dir',
    {
      'setup.cfg':
        '[metadata]\nname = x\nversion = attr: x.__version__\n[options]\npackage_dir =\n    =lib\n',
      'lib/x/__init__.py': '__version__ = "9.2"\n',
    },
    'attr',
    'setuptools',
    'lib/x/__init__.py:1:16',
    '9.2',
  ],
  [
    'setup.py, a literal bound to a name',
    { 'setup.py': 'from setuptools import setup\nV = "1.5"\nsetup(name="x", version=V)\n' },
    'static',
    'setuptools',
    'setup.py:2:6',
    '1.5',
  ],
  [
    'setup.py, tags',
    { 'setup.py': 'import setuptools\nsetuptools.setup(name="x", use_scm_version=True)\n' },
    'vcs',
    'setuptools-scm',
    '',
    'tags',
  ],
  [
    'setup.py, versioneer',
    {
      'setup.py':
        'import versioneer\nfrom setuptools import setup\nsetup(name="x", version=versioneer.get_version())\n',
    },
    'vcs',
    'versioneer',
    '',
    'tags',
  ],
  [
    'setup.py, a pattern over a file that a function is given',
    {
      'setup.py':
        'import re, os\nfrom setuptools import setup\nhere = os.path.abspath(os.path.dirname(__file__))\ndef read(*parts):\n    with open(os.path.join(here, *parts)) as f:\n        return f.read()\ndef find_version(*paths):\n    return re.search(r"^__version__ = [\'\\"](.*?)[\'\\"]", read(*paths), re.M).group(1)\nsetup(name="x", version=find_version("src", "x", "__init__.py"), long_description=read("README.rst"))\n',
      'src/x/__init__.py': '__version__ = "0.9"\n',
      'README.rst': 'hello',
    },
    'regex',
    'setuptools',
    'src/x/__init__.py:1:16',
    '0.9',
  ],
  [
    'setup.py, a path of pathlib executed into a dictionary',
    {
      'setup.py':
        'from pathlib import Path\nfrom setuptools import setup\nabout = {}\nexec((Path(__file__).parent / "x" / "__about__.py").read_text(), about)\nsetup(name="x", version=about["__version__"])\n',
      'x/__about__.py': '__version__ = "0.9"\n',
    },
    'regex',
    'setuptools',
    'x/__about__.py:1:16',
    '0.9',
  ],
  [
    'setup.py that executes an open file into a dictionary',
    {
      'setup.py':
        'import os\nfrom setuptools import setup\nabout = {}\nwith open(os.path.join(os.path.dirname(__file__), "x", "v.py")) as f:\n    exec(f.read(), about)\nsetup(name="x", version=about["VERSION"])\n',
      'x/v.py': 'VERSION = "0.8"\n',
    },
    'regex',
    'setuptools',
    'x/v.py:1:12',
    '0.8',
  ],
  [
    'setup.py that computes it',
    {
      'setup.py':
        'from setuptools import setup\nimport time\nsetup(name="x", version=str(time.time()))\n',
    },
    'computed',
    'setuptools',
    '',
    'it is computed',
  ],
  [
    'poetry-dynamic-versioning',
    {
      'pyproject.toml': `${build('poetry_dynamic_versioning.backend', 'poetry-core', 'poetry-dynamic-versioning>=1')}[tool.poetry]\nname = "x"\nversion = "0.0.0"\n[tool.poetry-dynamic-versioning]\nenable = true\n`,
    },
    'vcs',
    'poetry-dynamic-versioning',
    '',
    'tags',
  ],
  [
    'poetry, the standard table beside its own',
    {
      'pyproject.toml': `${build('poetry.core.masonry.api')}${DYNAMIC}[tool.poetry]\nversion = "1.1"\n`,
    },
    'static',
    'poetry',
    'pyproject.toml:8:12',
    '1.1',
  ],
  [
    'meson-python',
    {
      'pyproject.toml': build('mesonpy') + DYNAMIC,
      'meson.build':
        "# a comment: version: '0'\nproject('x', ['c'],\n  version : '1.7.0', # here\n  default_options: ['version=2'])\n",
    },
    'meson',
    'meson-python',
    'meson.build:3:14',
    '1.7.0',
  ],
  [
    'meson-python that runs a command',
    {
      'pyproject.toml': build('mesonpy') + DYNAMIC,
      'meson.build': "project('x', 'c', version: run_command('git').stdout())\n",
    },
    'computed',
    'meson-python',
    '',
    'no `version` as a plain text',
  ],
  [
    'maturin, a workspace above',
    {
      'py/pyproject.toml': build('maturin') + DYNAMIC,
      'py/Cargo.toml': '[package]\nname = "x"\nversion.workspace = true\n',
      'Cargo.toml': '[workspace.package]\nversion = "1.0.0-alpha.1"\n',
    },
    'cargo',
    'maturin',
    'Cargo.toml:2:12',
    '1.0.0a1',
  ],
  [
    'maturin, its own workspace',
    {
      'pyproject.toml': build('maturin') + DYNAMIC,
      'rust/Cargo.toml':
        '[package]\nname = "x"\nversion.workspace = true\n[workspace.package]\nversion = "1.0.0-alpha.1"\n',
    },
    'cargo',
    'maturin',
    'rust/Cargo.toml:5:12',
    '1.0.0a1',
  ],
  [
    'scikit-build-core, a pattern',
    {
      'pyproject.toml': `${build('scikit_build_core.build')}${DYNAMIC}[tool.scikit-build.metadata.version]\nprovider = "scikit_build_core.metadata.regex"\ninput = "a.py"\n`,
      'a.py': '__version__ = "1.9"\n',
    },
    'attr',
    'scikit-build-core',
    'a.py:1:16',
    '1.9',
  ],
  [
    'a wrapper of the backend in the tree',
    {
      'pyproject.toml': `[build-system]\nrequires = ["setuptools"]\nbuild-backend = "backend"\nbackend-path = ["_build"]\n${DYNAMIC}[tool.setuptools.dynamic]\nversion = {file = ["VERSION"]}\n`,
      VERSION: '1.2.3',
    },
    'file',
    'setuptools',
    'VERSION:1:1',
    '1.2.3',
  ],
];

describe('where each backend takes the version from', () => {
  it.each(VERSIONS)('%s', (_, files, kind, by, place, expected) => {
    const folder = Object.keys(files).some((path) => path.startsWith('py/')) ? 'py' : '';
    const { versionSource, version, problems } = read(files, folder);
    const shown = version.known
      ? `${formatPlace(version.place)} ${version.value.canonical}`
      : `: ${version.why}`;
    expect([versionSource.kind, versionSource.by]).toEqual([kind, by]);
    expect(shown.startsWith(place === '' ? ':' : `${place} `)).toBe(true);
    expect(shown).toContain(expected);
    expect(problems).toEqual([]);
  });
});

it('leaves a version in `dynamic` to a build backend whose rules it does not know', () => {
  const text =
    '[build-system]\nrequires = ["sphinx-theme-builder"]\nbuild-backend = "sphinx_theme_builder"\n[project]\nname = "x"\ndynamic = ["version"]\n';
  expect(read({ 'pyproject.toml': text }).problems).toEqual([]);
});

const BROKEN: readonly (readonly [string, string, string])[] = [
  ['[project\n', 'pyproject.toml:2:1', 'expected TOML'],
  ['\0\u0001', 'pyproject.toml:1:1', 'binary'],
  [
    '[project]\nname = "x"\nversion = 1.0\n',
    'pyproject.toml:3:11',
    'Unexpected float `1.0` as `version` in [project], expected a string',
  ],
  [
    '[project]\nname = "x"\nversion = "1"\ndependancies = []\n',
    'pyproject.toml:4:1',
    'did you mean `dependencies`?',
  ],
  [
    '[project]\nname = "x"\nversion = "1"\ndynamic = ["version"]\n',
    'pyproject.toml:4:12',
    'only where [project] does not give it',
  ],
  [
    '[project]\nname = "x"\ndynamic = ["versoin"]\n',
    'pyproject.toml:3:12',
    'did you mean `version`?',
  ],
  [
    '[project]\nname = "x"\nversion = "1"\ndependencies = ["a", 1]\n',
    'pyproject.toml:4:22',
    'expected an array of strings',
  ],
  [
    '[project]\nname = "x"\nversion = "1"\ndependencies = ["a>=1.x"]\n',
    'pyproject.toml:4:21',
    'Unexpected `1.x` in the requirement `a>=1.x`',
  ],
  [
    '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.9, 3"\n',
    'pyproject.toml:4:27',
    'in the requires-python',
  ],
  ['[project]\nname = "x y"\nversion = "1"\n', 'pyproject.toml:2:9', 'Unexpected name `x y`'],
  [
    '[project]\nname = "x"\nversion = "1.0-final"\n',
    'pyproject.toml:3:12',
    'expected a PEP 440 version',
  ],
  ['[project]\nversion = "1"\n', 'pyproject.toml:1:2', 'without `name`'],
  ['[project]\nname = "x"\n', 'pyproject.toml:1:2', 'without `version`'],
  ['project = 1\n', 'pyproject.toml:1:11', 'expected a table'],
  [
    '[project]\nname = "x"\nversion = "1"\n__proto__ = 1\n',
    'pyproject.toml:4:1',
    'Unexpected key `__proto__`',
  ],
];

describe('a broken configuration', () => {
  it.each(BROKEN)('%j', (text, place, words) => {
    const { problems } = read({ 'pyproject.toml': text });
    const messages = problems.map((problem) => `${formatPlace(problem.place)} ${problem.message}`);
    expect(messages.filter((message) => message.startsWith(`${place} `)).join('\n')).toContain(
      words,
    );
  });
});

describe('any configuration', () => {
  it('is no project where there is no file of one', () => {
    expect(readProject(sourceTree({ 'README.md': '' }))).toBeUndefined();
  });

  it('never makes the reader throw', () => {
    const keys = fc.constantFrom(
      'name',
      'version',
      'dynamic',
      'license',
      'readme',
      'urls',
      'dependencies',
      'scripts',
      'entry-points',
      'x',
    );
    const value = fc.constantFrom(
      '1',
      '"x"',
      '[]',
      '["version"]',
      '{a = 1}',
      '{text = "x"}',
      '[{}]',
      'true',
      '{file = "y"}',
    );
    const tables = fc.constantFrom(
      'project',
      'project.optional-dependencies',
      'tool.poetry',
      'build-system',
      'tool.hatch.version',
      'dependency-groups',
    );
    const table = fc
      .tuple(tables, fc.dictionary(keys, value))
      .map(([name, pairs]) =>
        [`[${name}]`, ...Object.entries(pairs).map(([key, text]) => `${key} = ${text}`)].join('\n'),
      );
    fc.assert(
      fc.property(fc.array(table, { maxLength: 4 }), fc.string(), (parts, other) => {
        const project = read({
          'pyproject.toml': parts.join('\n'),
          'setup.cfg': other,
          'setup.py': other,
        });
        expect(project.problems.every(({ message }) => message.startsWith('Unexpected '))).toBe(
          true,
        );
      }),
    );
  });
});

describe('other facts', () => {
  it('reads licence, groups, entry points and the summary of a flit module', () => {
    const project = read({
      'pyproject.toml': `${build('flit_core.buildapi')}[project]
name = "x"
dynamic = ["version", "description"]
license = "MIT OR Apache-2.0"
license-files = ["LICEN[CS]E*"]
readme = {file = "README.md", content-type = "text/markdown"}
[project.entry-points."a.b"]
c = "x:y"
[project.urls]
Docs = "https://example.org"
[dependency-groups]
test = ["pytest>7", {include-group = "lint"}]
lint = ["ruff"]
`,
      'x.py': '"""The summary.\n\nMore."""\n__version__ = "1"\n',
    });
    expect(project).toMatchObject({
      license: { value: { form: 'expression', value: 'MIT OR Apache-2.0' } },
      licenseFiles: { value: [{ text: 'LICEN[CS]E*' }] },
      readme: { value: { path: 'README.md', contentType: 'text/markdown' } },
      description: { value: 'The summary.' },
    });
    expect(project.entryPoints).toMatchObject({
      value: new Map([['a.b', [expect.objectContaining({ text: 'c = x:y' })]]]),
    });
    expect(
      project.dependencyGroups.known &&
        project.dependencyGroups.value.get('test')?.map(({ text }) => text),
    ).toEqual(['pytest>7', '{include-group = "lint"}']);
  });

  it('says what setuptools adds to the version when it builds', () => {
    const project = read({
      'pyproject.toml': `${build('setuptools.build_meta')}[project]\nname = "x"\nversion = "1"\n[tool.distutils.egg_info]\ntag-build = "dev"\n`,
    });
    expect(project.tagBuild).toMatchObject({ known: true, value: 'dev' });
  });

  it('reads a project in a folder, its places in the whole tree', () => {
    const project = read({ 'a/pyproject.toml': '[project]\nname = "x"\nversion = "1"\n' }, 'a');
    expect(project.file).toBe('a/pyproject.toml');
    expect(project.version).toMatchObject({ place: { path: 'a/pyproject.toml' } });
  });
});
