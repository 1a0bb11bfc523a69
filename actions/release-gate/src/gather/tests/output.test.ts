import { expect, it } from 'vitest';
import { toProject } from '../paths.ts';
import { readTestOutput } from './output.ts';

const FILES = new Set(['tests/test_a.py', 'src/evenly/__init__.py']);
const read = (output: string) =>
  readTestOutput(
    output,
    toProject('/tree', (path) => FILES.has(path)),
  );

const UNITTEST = `test_ok (tests.test_a.T.test_ok) ... ok
test_parts (tests.test_a.T.test_parts) ... FAIL

======================================================================
FAIL: test_parts (tests.test_a.T.test_parts)
----------------------------------------------------------------------
Traceback (most recent call last):
  File "/tree/tests/test_a.py", line 7, in test_parts
    self.assertEqual(sum([1]), 2)
  File "/usr/lib/python3.11/unittest/case.py", line 873, in assertEqual
    raise self.failureException(msg)
AssertionError: 1 != 2

======================================================================
ERROR: setUpClass (tests.test_a.U)
----------------------------------------------------------------------
Traceback (most recent call last):
  File "/tree/tests/test_a.py", line 12, in setUpClass
    shares(1, 0)
  File "/tree/src/evenly/__init__.py", line 3, in shares
    divmod(1, 0)
ZeroDivisionError: integer division or modulo by zero

----------------------------------------------------------------------
Ran 5 tests in 0.001s

FAILED (failures=1, errors=1, skipped=1)
`;

it('reads what unittest prints, each failure at the line of its test', () => {
  expect(read(UNITTEST)).toEqual({
    counts: { passed: 2, failed: 2, skipped: 1 },
    failures: [
      {
        test: 'test_parts',
        words: 'AssertionError: 1 != 2',
        place: { path: 'tests/test_a.py', line: 7, column: 1 },
      },
      {
        test: 'setUpClass',
        words: 'ZeroDivisionError: integer division or modulo by zero',
        place: { path: 'tests/test_a.py', line: 12, column: 1 },
      },
    ],
  });
});

it('reads the summary of pytest, also where another tool started it', () => {
  const output = `py: commands[0]> pytest
    def test_x():
>       assert 1 == 2
E       assert 1 == 2

tests/test_a.py:4: AssertionError
=========================== short test summary info ============================
FAILED tests/test_a.py::test_x - assert 1 == 2
ERROR tests/test_b.py
==================== 1 failed, 3 passed, 1 error in 0.12s =====================
`;
  expect(read(output)).toEqual({
    counts: { passed: 3, failed: 2, skipped: 0 },
    failures: [
      {
        test: 'test_x',
        words: 'assert 1 == 2',
        place: { path: 'tests/test_a.py', line: 4, column: 1 },
      },
      { test: 'tests/test_b.py', words: 'failed', place: { path: '.', line: 1, column: 1 } },
    ],
  });
});

it('makes nothing of other output', () => {
  expect(read('all good\n')).toEqual({ counts: undefined, failures: [] });
});
