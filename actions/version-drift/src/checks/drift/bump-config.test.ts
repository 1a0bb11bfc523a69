import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, PYPROJECT, someFacts } from '../../testing.ts';
import { bumpConfig } from './bump-config.ts';

const INIT = { 'src/attrsx/__init__.py': '__version__ = "1.4.0"\n' };
const FILE = '"src/attrsx/__init__.py"';
const my = (entry: string, current = '1.4.0') => ({
  ...INIT,
  'pyproject.toml': `${PYPROJECT}[tool.bumpversion]\ncurrent_version = "${current}"\n[[tool.bumpversion.files]]\n${entry}\n`,
});
const cfg = (section: string) => ({
  ...INIT,
  '.bumpversion.cfg': `[bumpversion]\ncurrent_version = 1.4.0\n${section}\n`,
});
const cz = (entry: string) => ({
  ...INIT,
  '.cz.toml': `[tool.commitizen]\nversion = "1.4.0"\nversion_files = ["${entry}"]\n`,
});
const tbump = (entry: string) => ({
  ...INIT,
  'tbump.toml': `[version]\ncurrent = "1.4.0"\n[[file]]\nsrc = ${FILE}\n${entry}\n`,
});

const workflow = (uses: string) => ({
  '.github/workflows/release.yml': `jobs:\n  a:\n    steps:\n      - uses: ${uses}\n`,
});
const psr = (entry: string, uses = 'python-semantic-release/python-semantic-release@v10') => ({
  ...INIT,
  ...workflow(uses),
  'pyproject.toml': `${PYPROJECT}[tool.semantic_release]\n${entry}\n`,
});
const please = (entry: string, uses = 'googleapis/release-please-action@v4') => ({
  ...INIT,
  ...workflow(uses),
  'release-please-config.json': `{"extra-files": [{"type": "json", "path": "gone.json"}, ${entry}]}`,
  'deploy.sh': 'TAG=1.4.0 # x-release-please-version\n',
});

it.each([
  psr('version_variables = ["src/attrsx/__init__.py:__version__"]'),
  psr('version_toml = ["pyproject.toml:project.version"]'),
  please('"deploy.sh", "chart.yaml"'),
  my(`filename = ${FILE}`),
  my(`filename = ${FILE}\nsearch = '__version__ = "{current_version}"'`),
  cfg('[bumpversion:file:src/attrsx/__init__.py]'),
  cfg('[bumpversion:file:src/attrsx/__init__.py]\nsearch = __version__ = "{current_version}"'),
  cz('src/attrsx/__init__.py'),
  cz('src/attrsx/__init__.py:__version__'),
  cz('src/attrsx/__init__.py:^__version__'),
  tbump(''),
  tbump(`search = '__version__ = "{current_version}"'`),
])('takes what matches: %j', (files) => {
  expect(outcomeOf(bumpConfig, someFacts(files))).toEqual({
    status: 'pass',
    found: '1 pattern',
  });
});

it.each([
  [
    my(`filename = ${FILE}\nsearch = "VERSION = '{current_version}'"`),
    'pyproject.toml:7:20',
    'bump-my-version',
    "VERSION = '1.4.0'",
  ],
  [
    cfg('[bumpversion:file:src/attrsx/__init__.py]\nsearch = v{current_version}'),
    '.bumpversion.cfg:3:2',
    'bumpversion',
    'v1.4.0',
  ],
  [cz('src/attrsx/__init__.py:VERSION'), '.cz.toml:3:19', 'commitizen', 'VERSION'],
  [
    psr('version_variables = ["src/attrsx/__init__.py:VERSION"]'),
    'pyproject.toml:6:23',
    'python-semantic-release',
    'VERSION',
  ],
  [
    please('"src/attrsx/__init__.py"'),
    'release-please-config.json:1:58',
    'release-please',
    'x-release-please-',
  ],
  [tbump('search = "v{current_version}"'), 'tbump.toml:3:3', 'tbump', 'v1.4.0'],
])('reports what matches nothing: %j', (files, place, tool, search) => {
  expect(findingsOf(bumpConfig, someFacts(files))).toEqual([
    `error ${place} Unexpected pattern for ${tool}, expected one that matches: \`${search}\` is not in src/attrsx/__init__.py`,
  ]);
});

it('gives a notice for a file that is not there', () => {
  const [found] = findingsOf(bumpConfig, someFacts(my('filename = "docs/x.py"')));
  expect(found).toMatch(/^notice .* Unexpected `docs\/x\.py` for bump-my-version/);
});

it.each([
  [
    'a tool that no workflow runs',
    psr('version_variables = ["src/attrsx/__init__.py:VERSION"]', 'actions/checkout@v5'),
  ],
  ['release-please that no workflow runs', please('"src/attrsx/__init__.py"', 'x/y@v1')],
  ['a regular expression', my(`filename = ${FILE}\nsearch = "x.*y"\nregex = true`)],
  ['another spelling', my(`filename = ${FILE}\nserialize = ["{major}"]\nsearch = "x"`)],
  ['what else is put in', my(`filename = ${FILE}\nsearch = "x {now}"`)],
  ['what may be missing', my(`filename = ${FILE}\nsearch = "x"\nignore_missing_version = true`)],
  ['a glob', my('glob = "src/*.py"\nsearch = "x"')],
  ['a tool that starts elsewhere', my(`filename = ${FILE}`, '0.9')],
  ['a pattern of several lines', cfg('[bumpversion:file:x]\nsearch =\n  a\n  b')],
  ['a pattern of commitizen with signs', cz('src/attrsx/__init__.py:VER(SION)+')],
])('says nothing of %s', (_, files) => {
  expect(outcomeOf(bumpConfig, someFacts(files))).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});
