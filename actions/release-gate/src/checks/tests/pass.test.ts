import { fileStart, known } from '@pymaint/core';
import { expect, it } from 'vitest';
import type { TestRun } from '../../facts.ts';
import { findingsOf, outcomeOf } from '../../testing.ts';
import { testsPass } from './pass.ts';

const facts = (run: Partial<TestRun>) => ({
  tests: known<TestRun>(
    {
      command: 'pytest',
      environment: 'isolated',
      counts: { passed: 1204, failed: 0, skipped: 3 },
      failures: [],
      trouble: undefined,
      log: '/reports/tests.log',
      ...run,
    },
    fileStart('pyproject.toml'),
  ),
});

it('passes and says how many, and against what', () => {
  expect(outcomeOf(testsPass, facts({}))).toEqual({
    status: 'pass',
    found: '1,204 tests passed, from the wheel in a clean environment (pytest)',
  });
});

it('says what of the project’s own was installed so that they run', () => {
  expect(outcomeOf(testsPass, facts({ supplied: ['extra `yaml`', 'extra `xml`'] }))).toEqual({
    status: 'pass',
    found:
      '1,204 tests passed, from the wheel in a clean environment with extra `yaml` and extra `xml`, which they import (pytest)',
  });
});

it('reports each failure at its own place, and one without a place where the run stands', () => {
  const failures = [
    {
      test: 'test_a',
      words: 'assert 1 == 2',
      place: { path: 'tests/test_a.py', line: 7, column: 1 },
    },
    { test: 'test_b', words: 'boom', place: fileStart('.') },
  ];
  expect(findingsOf(testsPass, facts({ failures }))).toEqual([
    'error tests/test_a.py:7:1 Unexpected failure of test `test_a`, expected it to pass: assert 1 == 2',
    'error pyproject.toml:1:1 Unexpected failure of test `test_b`, expected it to pass: boom',
  ]);
});

it('reports what is wrong with the run as a whole', () => {
  const trouble = {
    kind: 'timed-out',
    message: 'Unexpected end',
    remedy: 'wait',
    log: undefined,
  } as const;
  expect(findingsOf(testsPass, facts({ trouble }))).toEqual([
    'error pyproject.toml:1:1 Unexpected end',
  ]);
});
