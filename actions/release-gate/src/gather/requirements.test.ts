import { tomlDocument } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findRequirements, FOR_DOCS, FOR_TESTS } from './requirements.ts';

const sources = (
  toml: string,
  files: readonly string[] = [],
  texts: { readonly [path: string]: string } = {},
) => ({
  files: [...files, ...Object.keys(texts)],
  pyproject: tomlDocument('pyproject.toml', toml),
  read: async (path: string) => texts[path],
});

const PEP_735 = `
[dependency-groups]
cov = ["coverage"]
test = ["pytest>=8", {include-group = "Cov"}, {include-group = "test"}]
`;

it.each([
  ['a dependency group with those it includes', PEP_735, ['pytest>=8', 'coverage']],
  ['pdm', '[tool.pdm.dev-dependencies]\ntest = ["pytest", "-e file:///x"]', ['pytest']],
  ['uv', '[tool.uv]\ndev-dependencies = ["pytest"]', ['pytest']],
  ['hatch', '[tool.hatch.envs.hatch-test]\nextra-dependencies = ["pytest"]', ['pytest']],
  [
    'poetry, by PEP 440',
    '[tool.poetry.group.test.dependencies]\npytest = "^8.1"\nx = {version = "~1.2.3", extras = ["y"]}\nz = "*"\nw = "^0.3"',
    ['pytest>=8.1,<9', 'x[y]>=1.2.3,<1.3', 'z', 'w>=0.3,<0.4'],
  ],
  [
    'a group for developers where there is none for tests',
    '[dependency-groups]\ndev = ["pytest"]',
    ['pytest'],
  ],
])('reads what tests need from %s', async (_, toml, expected) => {
  expect((await findRequirements(sources(toml), [], FOR_TESTS)).requirements).toEqual(expected);
});

it('prefers an extra of the wheel for the purpose to a group for developers', async () => {
  const found = await findRequirements(
    sources('[dependency-groups]\ndev = ["black"]'),
    ['socks', 'docs'],
    FOR_DOCS,
  );
  expect(found).toEqual({ extras: ['docs'], requirements: [], files: [], from: ['extra `docs`'] });
});

it('takes a requirements file where nothing else tells', async () => {
  const given = sources('', ['requirements/test.txt', 'setup.py']);
  const found = await findRequirements(given, [], FOR_TESTS);
  expect(found.files).toEqual(['requirements/test.txt']);
});

const ALL = '[project.optional-dependencies]\nfast = ["orjson"]\nAll = ["ruff", "pytest >= 8"]\n';

it.each([
  ['an extra', ALL, ['fast', 'all'], ['extra `all`']],
  [
    'a group',
    '[dependency-groups]\nlint = ["ruff"]\nci = ["pytest[x]"]\n',
    [],
    ['dependency group `ci`'],
  ],
  ['no extra that the wheel has not', ALL, ['fast'], []],
  ['nothing that only looks alike', '[dependency-groups]\nci = ["pytest-cov"]\n', [], []],
])('takes, by its tool where no name tells, %s', async (_, toml, extras, from) => {
  expect((await findRequirements(sources(toml), extras, FOR_TESTS)).from).toEqual(from);
});

it('says that it found nothing', async () => {
  expect((await findRequirements(sources('not [toml'), [], FOR_TESTS)).from).toEqual([]);
});

const TOX = `[tox]
envlist = py39, docs

[testenv]
deps =
    -r requirements-tests39.txt
    -r{toxinidir}/gone.txt
    setuptools
    py39: old
    {[testenv:shared]deps}
    {env:MORE}
    .
extras = socks

[testenv:shared]
deps = pytest>=8; python_version>"3.8"
    {[testenv]deps}

[testenv:docs]
deps = -r {toxinidir}/docs/requirements.txt
`;
const PROJECT = {
  'tox.ini': TOX,
  'requirements-tests39.txt': 'pytest-cov\n',
  'docs/requirements.txt': 'sphinx\n',
};

it('takes what tox installs, but for what is under a condition, before what developers install', async () => {
  const given = sources('[dependency-groups]\ndev = ["black"]', [], PROJECT);
  expect(await findRequirements(given, ['socks', 'http2'], FOR_TESTS)).toEqual({
    extras: ['socks'],
    requirements: ['setuptools', 'pytest>=8; python_version>"3.8"'],
    files: ['requirements-tests39.txt'],
    from: ['`deps` of [testenv] in tox.ini'],
  });
  expect(await findRequirements(given, [], FOR_DOCS)).toMatchObject({
    requirements: [],
    files: ['docs/requirements.txt'],
  });
});

it.each([
  ['[tool.tox.env_run_base]\ndeps = ["pytest", "pytest-cov"]\n', ['pytest', 'pytest-cov']],
  ['[tool.tox.env.docs]\ndeps = ["sphinx"]\n', []],
])('reads [tool.tox] of pyproject.toml: %j', async (toml, expected) => {
  expect((await findRequirements(sources(toml), [], FOR_TESTS)).requirements).toEqual(expected);
});
