import { tomlDocument } from '@pymaint/core';
import { expect, it } from 'vitest';
import { findRequirements, FOR_DOCS, FOR_TESTS } from './requirements.ts';

const sources = (toml: string, files: readonly string[] = []) => ({
  files,
  pyproject: tomlDocument('pyproject.toml', toml),
  read: async () => undefined,
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
])('reads what tests need from %s', (_, toml, expected) => {
  expect(findRequirements(sources(toml), [], FOR_TESTS).requirements).toEqual(expected);
});

it('prefers an extra of the wheel for the purpose to a group for developers', () => {
  const found = findRequirements(
    sources('[dependency-groups]\ndev = ["black"]'),
    ['socks', 'docs'],
    FOR_DOCS,
  );
  expect(found).toEqual({ extras: ['docs'], requirements: [], files: [], from: ['extra `docs`'] });
});

it('takes a requirements file where nothing else tells', () => {
  const found = findRequirements(sources('', ['requirements/test.txt', 'setup.py']), [], FOR_TESTS);
  expect(found.files).toEqual(['requirements/test.txt']);
});

it('says that it found nothing', () => {
  expect(findRequirements(sources('not [toml'), [], FOR_TESTS).from).toEqual([]);
});
