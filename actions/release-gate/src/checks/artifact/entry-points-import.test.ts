import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import type { ImportRun } from '../../facts.ts';
import { findingsOf, outcomeOf, someProject } from '../../testing.ts';
import { entryPointsImport } from './entry-points-import.ts';

const facts = (group: string, error: string | undefined) => ({
  project: someProject({
    'pyproject.toml':
      '[project]\nname = "attrsx"\nversion = "1"\n[project.scripts]\nrun = "attrsx.cli:main"\n',
  }),
  imports: known(
    {
      modules: [{ module: 'attrsx', error: undefined }],
      entryPoints: [{ group, name: 'run', module: 'attrsx.cli', attributes: 'main', error }],
      trouble: undefined,
    } satisfies ImportRun,
    fileStart('pyproject.toml'),
  ),
});

it('passes and counts', () => {
  expect(outcomeOf(entryPointsImport, facts('console_scripts', undefined))).toEqual({
    status: 'pass',
    found: '1 entry point',
  });
});

it('reports a command where it is declared', () => {
  const error = "ModuleNotFoundError: No module named 'attrsx.cli'";
  expect(findingsOf(entryPointsImport, facts('console_scripts', error))).toEqual([
    `error pyproject.toml:5:8 Unexpected entry point \`run = attrsx.cli:main\` of console_scripts, expected one that can be imported: ${error}`,
  ]);
});

it.each([
  ["ModuleNotFoundError: No module named 'attrsx.cli'", 1],
  ["AttributeError: module 'x' has no attribute 'main'", 1],
  ["ModuleNotFoundError: No module named 'pytest'", 0],
])('reports a plugin for what is its own fault: %s', (error, count) => {
  expect(findingsOf(entryPointsImport, facts('pytest11', error))).toHaveLength(count);
});
