import type { Edit } from './project.ts';

/**
 * The ways in which each project is broken. The first need no build, and are looked at one by one; what the others do to
 * the built files is seen in one build of them all.
 */
export const FAULTS = [
  'bad classifier',
  'direct URL',
  'wrong requires-python',
  'broken README directive',
  'version off in the artifact',
  'missing licence',
  'stray tests package',
  'failing test',
  'secret file',
  'entry point that does not import',
] as const;

/** Those that are seen without a build. */
export const QUICK: readonly Fault[] = [
  'bad classifier',
  'direct URL',
  'wrong requires-python',
  'broken README directive',
];

export type Fault = (typeof FAULTS)[number];

/** How one project is broken, and what the gate must say of it. */
export interface Breaking {
  readonly edits: readonly Edit[];
  /** The rule that finds it, and the file and text at which. */
  readonly rule: string;
  readonly at: readonly [path: string, text: string];
  /** Words of the finding. */
  readonly words: string;
}

/** A real project that is ready, and its breakings. */
export interface Proof {
  readonly sdist: string;
  readonly backend: string;
  readonly tag: string;
  readonly options: { readonly [name: string]: string };
  readonly faults: { readonly [F in Fault]: Breaking };
}

const PYPROJECT = 'pyproject.toml';
const edit = (path: string, old: string, text: string): Edit => ({ path, old, new: text });
const append = (path: string, text: string): Edit => ({ path, new: text });
const URL = 'requests @ https://example.org/requests.zip';

/** Where a finding stands that is about the project as a whole. */
const whole = (firstLine: string): Breaking['at'] => [PYPROJECT, firstLine];

export const iniconfig: Proof = {
  sdist: 'iniconfig',
  backend: 'setuptools',
  tag: 'v2.3.1',
  options: {},
  faults: {
    'version off in the artifact': {
      edits: [
        edit(
          PYPROJECT,
          '[tool.setuptools_scm]\n',
          '[tool.setuptools_scm]\ngit_describe_command = "echo v2.3.2-0-g1234567"\n',
        ),
      ],
      rule: 'artifact/name-and-version',
      at: whole('[build-system]'),
      words: 'Unexpected version `2.3.2`',
    },
    'missing licence': {
      edits: [edit(PYPROJECT, 'license-files = [ "LICENSE" ]', 'license-files = [ "COPYING" ]')],
      rule: 'artifact/licence-files',
      at: whole('[build-system]'),
      words: 'licence',
    },
    'stray tests package': {
      edits: [
        edit(PYPROJECT, 'packages = [ "iniconfig" ]', 'packages = [ "iniconfig", "tests" ]'),
        append('src/tests/__init__.py', ''),
      ],
      rule: 'artifact/no-stray-packages',
      at: whole('[build-system]'),
      words: 'Unexpected top-level `tests`',
    },
    'bad classifier': {
      edits: [edit(PYPROJECT, '"Topic :: Utilities"', '"Topic :: Utilitys"')],
      rule: 'metadata/classifiers',
      at: [PYPROJECT, '"Topic :: Utilitys"'],
      words: 'Topic :: Utilitys',
    },
    'failing test': {
      edits: [
        append(
          'testing/test_iniconfig.py',
          '\n\ndef test_planned() -> None:\n    assert 1 == 2, "planned"\n',
        ),
      ],
      rule: 'tests/pass',
      at: ['testing/test_iniconfig.py', 'assert 1 == 2, "planned"'],
      words: 'Unexpected failure of test `test_planned`',
    },
    'broken README directive': {
      edits: [append('README.rst', '\n.. planned-directive:: x\n')],
      rule: 'metadata/description-renders',
      at: ['README.rst', '.. planned-directive::'],
      words: 'planned-directive',
    },
    'direct URL': {
      edits: [
        edit(PYPROJECT, 'requires-python =', `dependencies = [ "${URL}" ]\nrequires-python =`),
      ],
      rule: 'dependencies/no-direct-urls',
      at: [PYPROJECT, URL],
      words: 'https://example.org/requests.zip',
    },
    'wrong requires-python': {
      edits: [edit(PYPROJECT, 'requires-python = ">=3.10"', 'requires-python = ">=3.11"')],
      rule: 'dependencies/requires-python-matches-classifiers',
      at: [PYPROJECT, 'Python :: 3.10'],
      words: 'Python :: 3.10',
    },
    'secret file': {
      edits: [
        edit(PYPROJECT, '[ "py.typed" ]', '[ "py.typed", ".env" ]'),
        append('src/iniconfig/.env', 'TOKEN=planned\n'),
      ],
      rule: 'artifact/no-strange-files',
      at: whole('[build-system]'),
      words: 'iniconfig/.env',
    },
    'entry point that does not import': {
      edits: [
        edit(
          PYPROJECT,
          'urls.Homepage',
          'scripts.planned = "iniconfig.planned:main"\nurls.Homepage',
        ),
      ],
      rule: 'artifact/entry-points-import',
      at: [PYPROJECT, 'scripts.planned'],
      words: 'planned = iniconfig.planned:main',
    },
  },
};

export const colorama: Proof = {
  sdist: 'colorama',
  backend: 'hatchling',
  tag: '0.4.6',
  options: {},
  faults: {
    'version off in the artifact': {
      edits: [edit('colorama/__init__.py', "'0.4.6'", "'0.4.7'")],
      rule: 'artifact/name-and-version',
      at: ['colorama/__init__.py', "'0.4.7'"],
      words: 'Unexpected version `0.4.7`',
    },
    'missing licence': {
      edits: [
        edit(PYPROJECT, 'license = "BSD-3-Clause"', 'license = "BSD-3-Clause"\nlicense-files = []'),
      ],
      rule: 'artifact/licence-files',
      at: whole('[build-system]'),
      words: 'licence',
    },
    'stray tests package': {
      edits: [
        edit(PYPROJECT, '    "/colorama/*",\n', '    "/colorama/*",\n    "/tests",\n'),
        edit(PYPROJECT, '    "/demos",\n', '    "/demos",\n    "/tests",\n'),
        append('tests/__init__.py', ''),
      ],
      rule: 'artifact/no-stray-packages',
      at: whole('[build-system]'),
      words: 'Unexpected top-level `tests`',
    },
    'bad classifier': {
      edits: [edit(PYPROJECT, '"Topic :: Terminals"', '"Topic :: Terminal"')],
      rule: 'metadata/classifiers',
      at: [PYPROJECT, '"Topic :: Terminal"'],
      words: 'Topic :: Terminal',
    },
    'failing test': {
      edits: [
        edit(
          'colorama/tests/ansi_test.py',
          '    def testForeAttributes',
          '    def testPlanned(self):\n        self.assertEqual(1, 2, "planned")\n\n    def testForeAttributes',
        ),
      ],
      rule: 'tests/pass',
      at: ['colorama/tests/ansi_test.py', 'self.assertEqual(1, 2, "planned")'],
      words: 'testPlanned',
    },
    'broken README directive': {
      edits: [append('README.rst', '\n.. planned-directive:: x\n')],
      rule: 'metadata/description-renders',
      at: ['README.rst', '.. planned-directive::'],
      words: 'planned-directive',
    },
    'direct URL': {
      edits: [edit(PYPROJECT, 'dynamic = [', `dependencies = ["${URL}"]\ndynamic = [`)],
      rule: 'dependencies/no-direct-urls',
      at: [PYPROJECT, URL],
      words: 'https://example.org/requests.zip',
    },
    'wrong requires-python': {
      edits: [edit(PYPROJECT, '!=3.6.*"', '!=3.6.*, !=3.7.*"')],
      rule: 'dependencies/requires-python-matches-classifiers',
      at: [PYPROJECT, 'Python :: 3.7'],
      words: 'Python :: 3.7',
    },
    'secret file': {
      edits: [append('colorama/id_rsa', 'planned\n')],
      rule: 'artifact/no-strange-files',
      at: whole('[build-system]'),
      words: 'colorama/id_rsa',
    },
    'entry point that does not import': {
      edits: [
        edit(
          PYPROJECT,
          '[project.urls]',
          '[project.scripts]\nplanned = "colorama:planned"\n\n[project.urls]',
        ),
      ],
      rule: 'artifact/entry-points-import',
      at: [PYPROJECT, 'planned = "colorama:planned"'],
      words: 'planned = colorama:planned',
    },
  },
};

/** flit packs one module and nothing beside it, so its wheel is filled by a backend around it. */
const AROUND_FLIT = `from zipfile import ZipFile

from flit_core.buildapi import *
from flit_core.buildapi import build_wheel as build


def build_wheel(folder, config_settings=None, metadata_directory=None):
    name = build(folder, config_settings, metadata_directory)
    with ZipFile(folder + "/" + name, "a") as wheel:
        wheel.writestr("tests/__init__.py", "")
    return name
`;

export const typingExtensions: Proof = {
  sdist: 'typing-extensions',
  backend: 'flit',
  tag: '4.16.0',
  options: {},
  faults: {
    'version off in the artifact': {
      edits: [edit(PYPROJECT, 'version = "4.16.0"', 'version = "4.16.1"')],
      rule: 'artifact/name-and-version',
      at: [PYPROJECT, 'version = "4.16.1"'],
      words: 'Unexpected version `4.16.1`',
    },
    'missing licence': {
      edits: [edit(PYPROJECT, 'license-files = ["LICENSE"]', 'license-files = []')],
      rule: 'artifact/licence-files',
      at: whole('# Build system'),
      words: 'licence',
    },
    'stray tests package': {
      edits: [
        edit(
          PYPROJECT,
          'build-backend = "flit_core.buildapi"',
          'build-backend = "around"\nbackend-path = ["."]',
        ),
        edit(PYPROJECT, 'include = ["CHANGELOG.md"', 'include = ["around.py", "CHANGELOG.md"'),
        append('around.py', AROUND_FLIT),
      ],
      rule: 'artifact/no-stray-packages',
      at: whole('# Build system'),
      words: 'Unexpected top-level `tests`',
    },
    'bad classifier': {
      edits: [edit(PYPROJECT, '"Topic :: Software Development"', '"Topic :: Softwear"')],
      rule: 'metadata/classifiers',
      at: [PYPROJECT, '"Topic :: Softwear"'],
      words: 'Topic :: Softwear',
    },
    'failing test': {
      edits: [
        append(
          'src/test_typing_extensions.py',
          '\n\nclass PlannedTests(BaseTestCase):\n    def test_planned(self):\n        self.assertEqual(1, 2, "planned")\n',
        ),
      ],
      rule: 'tests/pass',
      at: ['src/test_typing_extensions.py', 'self.assertEqual(1, 2, "planned")'],
      words: 'test_planned',
    },
    'broken README directive': {
      edits: [
        edit(PYPROJECT, 'readme = "README.md"', 'readme = "README.rst"'),
        append('README.rst', 'Read me\n=======\n\n.. planned-directive:: x\n'),
      ],
      rule: 'metadata/description-renders',
      at: ['README.rst', '.. planned-directive::'],
      words: 'planned-directive',
    },
    'direct URL': {
      edits: [edit(PYPROJECT, 'requires-python =', `dependencies = ["${URL}"]\nrequires-python =`)],
      rule: 'dependencies/no-direct-urls',
      at: [PYPROJECT, URL],
      words: 'https://example.org/requests.zip',
    },
    'wrong requires-python': {
      edits: [edit(PYPROJECT, 'requires-python = ">=3.9"', 'requires-python = ">=3.10"')],
      rule: 'dependencies/requires-python-matches-classifiers',
      at: [PYPROJECT, 'Python :: 3.9"'],
      words: 'Python :: 3.9',
    },
    'secret file': {
      edits: [
        edit(PYPROJECT, '"CHANGELOG.md", "README.md"', '".pypirc", "CHANGELOG.md", "README.md"'),
        append('.pypirc', '[pypi]\npassword = planned\n'),
      ],
      rule: 'artifact/no-strange-files',
      at: whole('# Build system'),
      words: '.pypirc',
    },
    'entry point that does not import': {
      edits: [
        edit(
          PYPROJECT,
          '[project.urls]',
          '[project.scripts]\nplanned = "planned:main"\n\n[project.urls]',
        ),
      ],
      rule: 'artifact/entry-points-import',
      at: [PYPROJECT, 'planned = "planned:main"'],
      words: 'planned = planned:main',
    },
  },
};

export const tomlkit: Proof = {
  sdist: 'tomlkit',
  backend: 'poetry-core',
  tag: '0.15.2',
  // It asks for a Sphinx that the extensions of today do not work with.
  options: { docs: 'off' },
  faults: {
    'version off in the artifact': {
      edits: [edit(PYPROJECT, 'version = "0.15.2"', 'version = "0.15.3"')],
      rule: 'artifact/name-and-version',
      at: [PYPROJECT, 'version = "0.15.3"'],
      words: 'Unexpected version `0.15.3`',
    },
    'missing licence': {
      edits: [edit(PYPROJECT, 'license = "MIT"', 'license = "MIT"\nlicense-files = []')],
      rule: 'artifact/licence-files',
      at: whole('[project]'),
      words: 'licence',
    },
    'stray tests package': {
      edits: [
        edit(
          PYPROJECT,
          '[tool.poetry]\n',
          '[tool.poetry]\npackages = [{ include = "tomlkit" }, { include = "tests" }]\n',
        ),
        edit(PYPROJECT, '  { path = "tests", format = "sdist" },\n', ''),
      ],
      rule: 'artifact/no-stray-packages',
      at: whole('[project]'),
      words: 'Unexpected top-level `tests`',
    },
    'bad classifier': {
      edits: [
        edit(PYPROJECT, 'license = "MIT"', 'license = "MIT"\nclassifiers = ["Topic :: Terminal"]'),
      ],
      rule: 'metadata/classifiers',
      at: [PYPROJECT, '"Topic :: Terminal"'],
      words: 'Topic :: Terminal',
    },
    'failing test': {
      edits: [
        append('tests/test_api.py', '\n\ndef test_planned():\n    assert 1 == 2, "planned"\n'),
      ],
      rule: 'tests/pass',
      at: ['tests/test_api.py', 'assert 1 == 2, "planned"'],
      words: 'test_planned',
    },
    'broken README directive': {
      edits: [
        edit(PYPROJECT, 'readme = "README.md"', 'readme = "README.rst"'),
        append('README.rst', 'Read me\n=======\n\n.. planned-directive:: x\n'),
      ],
      rule: 'metadata/description-renders',
      at: ['README.rst', '.. planned-directive::'],
      words: 'planned-directive',
    },
    'direct URL': {
      edits: [edit(PYPROJECT, 'requires-python =', `dependencies = ["${URL}"]\nrequires-python =`)],
      rule: 'dependencies/no-direct-urls',
      at: [PYPROJECT, URL],
      words: 'https://example.org/requests.zip',
    },
    'wrong requires-python': {
      edits: [
        edit(
          PYPROJECT,
          'license = "MIT"',
          'license = "MIT"\nclassifiers = ["Programming Language :: Python :: 3.8"]',
        ),
      ],
      rule: 'dependencies/requires-python-matches-classifiers',
      at: [PYPROJECT, 'Python :: 3.8'],
      words: 'Python :: 3.8',
    },
    'secret file': {
      edits: [append('tomlkit/.netrc', 'machine example.org password planned\n')],
      rule: 'artifact/no-strange-files',
      at: whole('[project]'),
      words: 'tomlkit/.netrc',
    },
    'entry point that does not import': {
      edits: [
        edit(
          PYPROJECT,
          '[project.urls]',
          '[project.scripts]\nplanned = "tomlkit.planned:main"\n\n[project.urls]',
        ),
      ],
      rule: 'artifact/entry-points-import',
      at: [PYPROJECT, 'planned = "tomlkit.planned:main"'],
      words: 'planned = tomlkit.planned:main',
    },
  },
};

export const markupsafe: Proof = {
  sdist: 'markupsafe',
  backend: 'setuptools, with a C extension',
  tag: '3.0.4',
  // Its documentation needs the inventories of other sites.
  options: { docs: 'off' },
  faults: {
    'version off in the artifact': {
      edits: [edit(PYPROJECT, 'version = "3.0.4"', 'version = "3.0.5"')],
      rule: 'artifact/name-and-version',
      at: [PYPROJECT, 'version = "3.0.5"'],
      words: 'Unexpected version `3.0.5`',
    },
    'missing licence': {
      edits: [edit(PYPROJECT, 'license-files = ["LICENSE.txt"]', 'license-files = []')],
      rule: 'artifact/licence-files',
      at: whole('[project]'),
      words: 'licence',
    },
    'stray tests package': {
      edits: [
        edit(
          PYPROJECT,
          '[tool.uv]',
          '[tool.setuptools]\npackages = ["markupsafe", "tests"]\npackage-dir = {"" = "src", tests = "tests"}\n\n[tool.uv]',
        ),
        append('tests/__init__.py', ''),
      ],
      rule: 'artifact/no-stray-packages',
      at: whole('[project]'),
      words: 'Unexpected top-level `tests`',
    },
    'bad classifier': {
      edits: [edit(PYPROJECT, '"Typing :: Typed"', '"Typing :: Typd"')],
      rule: 'metadata/classifiers',
      at: [PYPROJECT, '"Typing :: Typd"'],
      words: 'Typing :: Typd',
    },
    'failing test': {
      edits: [
        append(
          'tests/test_escape.py',
          '\n\ndef test_planned() -> None:\n    assert 1 == 2, "planned"\n',
        ),
      ],
      rule: 'tests/pass',
      at: ['tests/test_escape.py', 'assert 1 == 2, "planned"'],
      words: 'test_planned',
    },
    'broken README directive': {
      edits: [
        edit(PYPROJECT, 'readme = "README.md"', 'readme = "README.rst"'),
        append('README.rst', 'Read me\n=======\n\n.. planned-directive:: x\n'),
      ],
      rule: 'metadata/description-renders',
      at: ['README.rst', '.. planned-directive::'],
      words: 'planned-directive',
    },
    'direct URL': {
      edits: [edit(PYPROJECT, 'requires-python =', `dependencies = ["${URL}"]\nrequires-python =`)],
      rule: 'dependencies/no-direct-urls',
      at: [PYPROJECT, URL],
      words: 'https://example.org/requests.zip',
    },
    'wrong requires-python': {
      edits: [
        edit(
          PYPROJECT,
          '"Typing :: Typed"',
          '"Typing :: Typed",\n    "Programming Language :: Python :: 3.8"',
        ),
      ],
      rule: 'dependencies/requires-python-matches-classifiers',
      at: [PYPROJECT, 'Python :: 3.8'],
      words: 'Python :: 3.8',
    },
    'secret file': {
      edits: [
        edit(
          PYPROJECT,
          '[tool.uv]',
          '[tool.setuptools.package-data]\nmarkupsafe = [".env"]\n\n[tool.uv]',
        ),
        append('src/markupsafe/.env', 'TOKEN=planned\n'),
      ],
      rule: 'artifact/no-strange-files',
      at: whole('[project]'),
      words: 'markupsafe/.env',
    },
    'entry point that does not import': {
      edits: [
        edit(
          PYPROJECT,
          '[project.urls]',
          '[project.scripts]\nplanned = "markupsafe:planned"\n\n[project.urls]',
        ),
      ],
      rule: 'artifact/entry-points-import',
      at: [PYPROJECT, 'planned = "markupsafe:planned"'],
      words: 'planned = markupsafe:planned',
    },
  },
};
