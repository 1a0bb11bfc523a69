import { expect, it } from 'vitest';
import { findingsOf, outcomeOf, someProject } from '../../testing.ts';
import { parse } from './parse.ts';

const facts = (more: string) => ({
  project: someProject({ 'pyproject.toml': `[project]\nname = "a"\nversion = "1"\n${more}` }),
});

it('counts what it has read', () => {
  const given = facts('dependencies = ["requests[socks] >=2; python_version < \'3.9\'", "x"]\n');
  expect(outcomeOf(parse, given)).toEqual({ status: 'pass', found: '2 requirements' });
});

it('passes an include of another dependency group', () => {
  const groups = '[dependency-groups]\na = ["x"]\nb = [{include-group = "a"}]\n';
  expect(findingsOf(parse, facts(groups))).toEqual([]);
});

it.each([
  ['dependencies', 'dependencies = ["requests => 2"]\n', 'pyproject.toml:4:27'],
  ['an extra', '[project.optional-dependencies]\nx = ["a b"]\n', 'pyproject.toml:5:9'],
  ['a dependency group', '[dependency-groups]\nx = ["a >> 1"]\n', 'pyproject.toml:5:10'],
])('reports one in %s at the character', (_, more, place) => {
  const [found] = findingsOf(parse, facts(more));
  expect(found).toContain(`error ${place} Unexpected `);
});
