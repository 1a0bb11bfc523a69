import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someProject } from '../../testing.ts';
import { extrasExist } from './extras-exist.ts';

const facts = (more: string) => ({
  project: someProject({ 'pyproject.toml': `[project]\nname = "My.Pkg"\nversion = "1"\n${more}` }),
});

it.each([
  [
    'an extra in another spelling',
    '[project.optional-dependencies]\nfoo_bar = ["x"]\nall = ["my-pkg[Foo-Bar]"]\n',
  ],
  ['an extra of another project', 'dependencies = ["other[nothing]"]\n'],
  ['its own name without extras', '[dependency-groups]\ndev = ["my-pkg"]\n'],
])('takes %s', (_, more) => {
  expect(findingsOf(extrasExist, facts(more))).toEqual([]);
});

it.each([
  [
    '[project.optional-dependencies]\ntests = ["x"]\nall = ["my-pkg[test]"]\n',
    'error pyproject.toml:6:9 Unexpected extra `test` in `my-pkg[test]`, expected one of `tests` or `all`; did you mean `tests`?',
  ],
  [
    '[dependency-groups]\ndev = ["my_pkg[test]"]\n',
    'error pyproject.toml:5:9 Unexpected extra `test` in `my_pkg[test]`, expected none, since the project has no extras',
  ],
])('reports an unknown one in %j', (more, words) => {
  expect(findingsOf(extrasExist, facts(more))).toEqual([words]);
});

it('is skipped where the build makes the extras', () => {
  const given = facts('dynamic = ["optional-dependencies"]\ndependencies = ["my-pkg[x]"]\n');
  expect(outcomeOf(extrasExist, given)).toMatchObject({
    status: 'skip',
    because: 'not-applicable',
  });
});
