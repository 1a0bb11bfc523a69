import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import type { Build, Trouble } from '../../facts.ts';
import { findingsOf, outcomeOf, someBuild, someProject } from '../../testing.ts';
import { builds } from './builds.ts';

const facts = (build: Build) => ({
  build: known(build, fileStart('pyproject.toml')),
  project: someProject(),
});

const trouble: Trouble = {
  kind: 'failed',
  message: 'Unexpected end of the build of the sdist: ValueError: no module',
  remedy: 'python -m build shows the same',
  log: '/reports/build.log',
};

it('passes and names what was built', () => {
  expect(outcomeOf(builds, facts(someBuild()))).toEqual({
    status: 'pass',
    found: 'attrsx-1.2.3.tar.gz, attrsx-1.2.3-py3-none-any.whl',
  });
});

it('reports a failed build in the build’s own words and names the log', () => {
  const outcome = outcomeOf(builds, facts({ kind: 'failed', trouble }));
  expect(findingsOf(builds, facts({ kind: 'failed', trouble }))).toEqual([
    'error pyproject.toml:1:1 Unexpected end of the build of the sdist: ValueError: no module',
  ]);
  expect(outcome).toMatchObject({ findings: [{ data: { log: '/reports/build.log' } }] });
});
