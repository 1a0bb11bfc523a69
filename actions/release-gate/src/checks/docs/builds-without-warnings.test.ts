import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import type { DocsRun } from '../../facts.ts';
import { findingsOf, outcomeOf } from '../../testing.ts';
import { buildsWithoutWarnings } from './builds-without-warnings.ts';

const facts = (run: Partial<DocsRun>) => ({
  docs: known<DocsRun>(
    {
      command: 'python -m sphinx docs',
      environment: 'isolated',
      warnings: [],
      trouble: undefined,
      log: undefined,
      ...run,
    },
    fileStart('docs/conf.py'),
  ),
});

it('passes on a build without warnings', () => {
  expect(outcomeOf(buildsWithoutWarnings, facts({}))).toEqual({
    status: 'pass',
    found: 'no warnings (python -m sphinx docs)',
  });
});

it('reports a warning at its place, and trouble where the configuration is', () => {
  const warnings = [
    { message: 'undefined label', place: { path: 'docs/a.rst', line: 3, column: 1 } },
  ];
  const trouble = {
    kind: 'missing',
    message: 'Unexpected lack',
    remedy: '',
    log: undefined,
  } as const;
  expect(findingsOf(buildsWithoutWarnings, facts({ warnings, trouble }))).toEqual([
    'error docs/conf.py:1:1 Unexpected lack',
    'error docs/a.rst:3:1 Unexpected warning, expected documentation that builds without one: undefined label',
  ]);
});
