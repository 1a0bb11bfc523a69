import { formatPlace } from '@pymaint/core';
import { expect, it } from 'vitest';
import { readProject } from '../project/read.ts';
import { sourceTree } from '../source-tree.ts';
import { findSlots } from './index.ts';
import type { Slot } from './types.ts';

const PYPROJECT = `[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
[project]
name = "My_Pkg"
version = "1.4.0"
urls.Source = "https://github.com/Owner/my-pkg"
`;

type Files = { readonly [path: string]: string };

const slotsOf = (files: Files): readonly Slot[] => {
  const tree = sourceTree({ 'pyproject.toml': PYPROJECT, ...files });
  const project = readProject(tree);
  return project === undefined
    ? []
    : findSlots(tree, project).filter(({ kind }) => kind !== 'declared');
};

const shown = ({ kind, place, written, policy, sure }: Slot): string =>
  `${kind} ${formatPlace(place)} ${written} ${policy}${sure ? '' : '?'}`;

it.each<[string, string, string[]]>([
  // Prose.
  [
    'README.md',
    'The latest version of **my-pkg** is 1.3.0.\n',
    ['prose README.md:1:37 1.3.0 released?'],
  ],
  ['README.rst', 'My-Pkg 1.3\n==========\n', ['prose README.rst:1:8 1.3 released?']],
  ['README.md', '# my_pkg v1.3.0\n', ['prose README.md:1:10 v1.3.0 released?']],
  [
    'docs/index.rst',
    'This documentation describes my-pkg version 1.3.\n',
    ['prose docs/index.rst:1:45 1.3 released?'],
  ],
  ['README.md', 'Since my-pkg 1.2 nothing changed. The latest version of Python is 3.14.\n', []],
  ['README.md', 'my-pkg 1.2 added much.\n# my-pkg-extra 1.0\nmy-pkg 1.3.x\n', []],
  ['docs/history.md', 'The latest version of my-pkg is 1.3.0.\n', []],
  // What programs print, and what builds make.
  [
    'docs/start.md',
    '    $ my-pkg --version\n    my-pkg 1.3.0\n\nmy-pkg, version 1.2.0 (x)\nmy-pkg --required-version 1.1.0\n',
    [
      'command-output docs/start.md:2:12 1.3.0 released?',
      'command-output docs/start.md:4:17 1.2.0 released?',
      'command-output docs/start.md:5:27 1.1.0 released?',
    ],
  ],
  ['docs/start.md', 'pip download writes my_pkg-1.2.0.tar.gz\n', []],
  ['docs/start.md', '$ other --version\nother 1.3.0\nmy-pkg 1.2.0 is old\n', []],
  [
    '.github/workflows/ci.yml',
    '- run: pip install dist/my_pkg-1.3.0-py3-none-any.whl other_my_pkg-9.0.tar.gz my-pkg-1.2.0.tar.gz\n',
    [
      'distribution-file .github/workflows/ci.yml:1:32 1.3.0 released?',
      'distribution-file .github/workflows/ci.yml:1:86 1.2.0 released?',
    ],
  ],
  // What a bumping tool keeps up to date, with a word to people.
  [
    'my_pkg/__init__.py',
    '__version__ = "1.3.0"  # DO NOT EDIT THIS LINE\n',
    ['dunder my_pkg/__init__.py:1:16 1.3.0 current'],
  ],
  ['my_pkg/__init__.py', '# Do not edit: made by a build\n__version__ = "0.1"\n', []],
  // Docker and compose.
  [
    'Dockerfile',
    'FROM python:3.13\nARG MY_PKG_VERSION=1.3.0\nRUN pip install "my-pkg==1.2.0"\nLABEL org.opencontainers.image.version="1.3"\n',
    [
      'docker Dockerfile:2:20 1.3.0 released?',
      'install-pin Dockerfile:3:26 1.2.0 released?',
      'docker Dockerfile:4:41 1.3 released?',
    ],
  ],
  [
    'docker-compose.yml',
    'services:\n  a:\n    image: ghcr.io/owner/my-pkg:1.3.0\n  b:\n    image: owner/my-pkg:${MY_PKG_VERSION:-1.2.0}\n  c:\n    image: redis:7.2.1\n',
    [
      'container docker-compose.yml:3:33 1.3.0 released?',
      'docker docker-compose.yml:5:43 1.2.0 released?',
    ],
  ],
  ['Dockerfile', 'ARG OTHER_MY_PKG_X_VERSION=1.3.0\nENV PYTHON_VERSION 3.13.1\n', []],
  // action.yml.
  [
    'action.yml',
    'inputs:\n  version:\n    description: The version of my-pkg to run\n    default: "1.3.0"\n  python-version:\n    description: For my-pkg\n    default: "3.13"\n',
    ['action-input action.yml:4:15 1.3.0 released?'],
  ],
  [
    'action.yml',
    "inputs:\n  my-pkg-version:\n    default: '1.3'\nruns:\n  using: docker\n  image: docker://ghcr.io/owner/my-pkg:1.3.0\n",
    ['action-input action.yml:3:15 1.3 released?', 'container action.yml:6:40 1.3.0 released?'],
  ],
  ['action.yml', 'inputs:\n  version:\n    description: Node\n    default: "24.1"\n', []],
  // Helm.
  [
    'charts/my-pkg/Chart.yaml',
    'apiVersion: v2\nname: my-pkg\nversion: 0.1.0\nappVersion: "1.3.0"\n',
    ['helm-chart charts/my-pkg/Chart.yaml:4:14 1.3.0 released'],
  ],
  ['Chart.yaml', 'name: other\nappVersion: 1.3.0\ndependencies:\n  - name: my-pkg\n', []],
  // Registries and crates.
  [
    'server.json',
    '{"name": "io.github.owner/my-pkg", "version": "1.3.0",\n"packages": [{"registryType": "pypi", "identifier": "my-pkg", "version": "1.2.0", "transport": {"version": "9"}}, {"identifier": "x", "version": "7.0"}]}',
    ['server-json server.json:1:48 1.3.0 released', 'server-json server.json:2:75 1.2.0 released'],
  ],
  ['server.json', '{"name": "io.github.owner/other", "version": "1.3.0"}', []],
  [
    'rust/Cargo.toml',
    '[package]\nname = "my-pkg"\nversion = "1.3.0"\n',
    ['cargo rust/Cargo.toml:3:12 1.3.0 current?'],
  ],
  ['Cargo.toml', '[package]\nname = "my-pkg-core"\nversion = "1.3.0"\n', []],
  // Lock files.
  [
    'pdm.lock',
    '[[package]]\nname = "my-pkg"\nversion = "1.3.0"\npath = "./."\n\n[[package]]\nname = "z"\nversion = "2"\n',
    ['lock pdm.lock:3:12 1.3.0 current'],
  ],
  [
    'poetry.lock',
    '[[package]]\nname = "my-pkg"\nversion = "1.3.0"\n\n[package.source]\ntype = "directory"\nurl = "."\n',
    ['lock poetry.lock:3:12 1.3.0 current'],
  ],
  ['poetry.lock', '[[package]]\nname = "my-pkg"\nversion = "1.3.0"\n', []],
  ['pdm.lock', '[[package]]\nname = "my-pkg"\nversion = "1.3.0"\npath = "./plugins"\n', []],
  // Security policy.
  [
    'SECURITY.md',
    '| Version | Supported |\n|---|---|\n| 1.2.x | :white_check_mark: |\n| 1.3.x | ✅ |\n| 1.9 | :x: |\n',
    ['security-table SECURITY.md:4:3 1.3 released?'],
  ],
  ['SECURITY.md', '| Version | Supported |\n|---|---|\n| >= 1.2 | ✅ |\n| 1.1.x | ✅ |\n', []],
  ['SECURITY.md', '| Python | State |\n|---|---|\n| 3.9 | Not supported |\n', []],
  // Issue forms.
  [
    '.github/ISSUE_TEMPLATE/bug.yml',
    'body:\n  - type: dropdown\n    id: version\n    attributes:\n      label: Version of my-pkg\n      options:\n        - 1.3.0\n        - "1.2.0"\n        - older\n  - type: dropdown\n    attributes:\n      label: Python version\n      options:\n        - "3.13"\n  - type: input\n    attributes:\n      label: Version\n',
    ['issue-form .github/ISSUE_TEMPLATE/bug.yml:7:11 1.3.0 released?'],
  ],
  [
    '.github/ISSUE_TEMPLATE/bug.yml',
    'body:\n  - type: dropdown\n    attributes:\n      label: How bad is it?\n      options:\n        - 1.3\n',
    [],
  ],
  // What removes something.
  [
    'docs/a.rst',
    '.. deprecated-removed:: 1.2 1.4\n   text\n',
    ['version-directive docs/a.rst:1:25 1.2 past?', 'removal docs/a.rst:1:29 1.4 past?'],
  ],
  [
    'docs/a.rst',
    '.. deprecated-removed:: 1.2 never\n',
    ['version-directive docs/a.rst:1:25 1.2 past?'],
  ],
])('%s: %j', (path, text, expected) => {
  const found = slotsOf({ [path]: text }).map(shown);
  expect(found.toSorted()).toEqual(expected.toSorted());
});

it.each<[string, Files, string[]]>([
  [
    'bump-my-version',
    {
      'pyproject.toml': `${PYPROJECT}[tool.bumpversion]
current_version = "1.4.0"
[[tool.bumpversion.files]]
filename = "scripts/run.sh"
search = "VERSION={current_version}"
[[tool.bumpversion.files]]
filename = "data/about.txt"
[[tool.bumpversion.files]]
filename = "docs/odd.txt"
search = "x ([0-9.]+)"
regex = true
`,
      'scripts/run.sh': 'MINVERSION=9.0\nPY-VERSION=8.0\nVERSION=1.3.0\n',
      'data/about.txt': '1.4.0 and 11.4.0 and 1.4.0.1\n',
      'docs/odd.txt': 'x 1.3.0\n',
    },
    [
      'bump-configuration pyproject.toml:9:20 1.4.0 current?',
      'configured data/about.txt:1:1 1.4.0 current?',
      'configured scripts/run.sh:3:9 1.3.0 current?',
    ],
  ],
  [
    'python-semantic-release',
    {
      'pyproject.toml': `${PYPROJECT}[tool.semantic_release]
version_toml = ["other.toml:tool.x.version"]
version_variables = ["web/about.js:VERSION", "web/docs.yml:release:nf", "gone.py:x"]
`,
      'other.toml': '[tool.x]\nversion = "1.3.0"\n[tool.y]\nversion = "9"\n',
      'web/about.js': 'const VERSION = "1.2.0"; const MY_VERSION = "9.9";\n',
      'web/docs.yml': 'release: 1.1.0\nprerelease: 8.0\n',
    },
    [
      'configured other.toml:2:12 1.3.0 current?',
      'configured web/about.js:1:18 1.2.0 current?',
      'configured web/docs.yml:1:10 1.1.0 current?',
    ],
  ],
  [
    'tbump and commitizen',
    {
      'tbump.toml':
        '[version]\ncurrent = "1.4.0"\n[[file]]\nsrc = "a.sh"\nsearch = "V={current_version}"\n',
      '.cz.toml': '[tool.commitizen]\nversion = "1.4.0"\nversion_files = ["b.sh:^MINE", "*.txt"]\n',
      'a.sh': 'V=1.3.0\n',
      'b.sh': 'OTHER=1.4.0\nMINE=1.4.0\n',
    },
    [
      'bump-configuration .cz.toml:2:12 1.4.0 current?',
      'bump-configuration tbump.toml:2:12 1.4.0 current?',
      'configured a.sh:1:3 1.3.0 current?',
      'configured b.sh:2:6 1.4.0 current?',
    ],
  ],
  [
    'release-please',
    {
      'release-please-config.json': '{}',
      '.release-please-manifest.json': '{".": "1.3.0", "other": "9.0"}',
      'deploy/values.yaml':
        'tag: 1.3.0 # x-release-please-version\nother: 7.0.0\n# x-release-please-start-version\na: 1.2.0\n# x-release-please-end\nb: 6.0.0\n',
    },
    [
      'release-please deploy/values.yaml:1:6 1.3.0 current',
      'release-please deploy/values.yaml:4:4 1.2.0 current',
      'release-please-manifest .release-please-manifest.json:1:8 1.3.0 released?',
    ],
  ],
  [
    'a tool that starts from another version',
    {
      '.bumpversion.toml':
        '[tool.bumpversion]\ncurrent_version = "1.0.0"\n[[tool.bumpversion.files]]\nfilename = "a.sh"\nsearch = "V={current_version}"\n',
      'a.sh': 'V=1.3.0\n',
    },
    ['bump-configuration .bumpversion.toml:2:20 1.0.0 current?'],
  ],
  ['no release-please', { 'a.yaml': 'tag: 1.3.0 # x-release-please-version\n' }, []],
])('what %s keeps up to date', (_, files, expected) => {
  expect(slotsOf(files).map(shown).toSorted()).toEqual(expected);
});
