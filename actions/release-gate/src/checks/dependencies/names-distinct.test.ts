import { expect, it } from 'vitest';
import { findingsOf, someProject } from '../../testing.ts';
import { namesDistinct } from './names-distinct.ts';

const found = (more: string) =>
  findingsOf(namesDistinct, {
    project: someProject({ 'pyproject.toml': `[project]\nname = "a"\nversion = "1"\n${more}` }),
  });

it('takes a group with the name of an extra', () => {
  const more = '[project.optional-dependencies]\ntest = ["x"]\n[dependency-groups]\ntest = ["x"]\n';
  expect(found(more)).toEqual([]);
});

it.each([
  [
    '[project.optional-dependencies]\nfoo-bar = ["x"]\nFoo_Bar = ["y"]\n',
    'warning',
    '6:13',
    'extra',
  ],
  ['[dependency-groups]\nfoo-bar = ["x"]\nFoo_Bar = ["y"]\n', 'error', '6:13', 'dependency group'],
])('reports one name in two spellings in %j', (more, level, place, what) => {
  expect(found(more)).toEqual([
    `${level} pyproject.toml:${place} Unexpected ${what} \`Foo_Bar\`, expected a name that is not the same as \`foo-bar\` to installers`,
  ]);
});
