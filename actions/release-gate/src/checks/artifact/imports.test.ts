import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import type { ImportRun } from '../../facts.ts';
import { findingsOf, outcomeOf, someProject } from '../../testing.ts';
import { imports } from './imports.ts';

const facts = (modules: ImportRun['modules']) => ({
  project: someProject(),
  imports: known(
    { modules, entryPoints: [], trouble: undefined } satisfies ImportRun,
    fileStart('pyproject.toml'),
  ),
});

it('passes and names the modules', () => {
  const given = facts([{ module: 'attrsx', error: undefined }]);
  expect(outcomeOf(imports, given)).toEqual({ status: 'pass', found: 'attrsx' });
});

it('reports the package itself as an error, what lies beside it as a warning', () => {
  const error = "ModuleNotFoundError: No module named 'numpy'";
  const found = findingsOf(
    imports,
    facts([
      { module: 'attrsx', error },
      { module: 'helper', error },
    ]),
  );
  expect(found).toEqual([
    `error pyproject.toml:1:1 Unexpected failure of \`import attrsx\` with the wheel and its requirements alone, expected it to work: ${error}`,
    `warning pyproject.toml:1:1 Unexpected failure of \`import helper\` with the wheel and its requirements alone, expected it to work: ${error}`,
  ]);
});
