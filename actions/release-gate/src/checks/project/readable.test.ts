import { expect, it } from 'vitest';
import { problemsOf } from '../../gather/project.ts';
import { findingsOf, outcomeOf, someProject } from '../../testing.ts';
import { readable } from './readable.ts';

const facts = (files?: { readonly [path: string]: string }) => {
  const project = someProject(files);
  return { project, problems: problemsOf(project) };
};

it('passes and says what describes the project', () => {
  expect(outcomeOf(readable, facts())).toEqual({
    status: 'pass',
    found: 'pyproject.toml (setuptools)',
  });
});

it('reports a folder that holds no project', () => {
  expect(findingsOf(readable, facts({}))).toEqual([
    'error pyproject.toml:1:1 Unexpected folder without pyproject.toml, setup.cfg and setup.py, expected a Python project',
  ]);
});

it('reports a file that cannot be read, at the place', () => {
  const [found] = findingsOf(readable, facts({ 'pyproject.toml': '[project]\nname = attrsx\n' }));
  expect(found).toMatch(/^error pyproject\.toml:2:\d+ Unexpected /);
});

it('leaves requirements and the version to their own checks', () => {
  const text =
    '[project]\nname = "attrsx"\nversion = "1.0-final"\ndependencies = ["requests => 2"]\n';
  expect(findingsOf(readable, facts({ 'pyproject.toml': text }))).toEqual([]);
});
