import { expect, it } from 'vitest';
import { readJunit } from './junit.ts';

const failure = (changes: object) => ({
  kind: 'failure',
  name: 'test_x',
  group: 'tests.test_a',
  file: 'tests/test_a.py',
  line: 3,
  message: '',
  text: '',
  ...changes,
});

const read = (...failures: readonly object[]) =>
  readJunit(
    JSON.stringify({ counts: { tests: 9, failures: 1, errors: 1, skipped: 2 }, failures }),
    (path) => path.startsWith('tests/') || path.startsWith('src/'),
  );

it('counts', () => expect(read().counts).toEqual({ passed: 5, failed: 2, skipped: 2 }));

it.each([
  [
    'an assertion at its line',
    {
      message: 'assert 1 == 2\n +  where 1 = f()',
      text: 'E  assert\n\ntests/test_a.py:5: AssertionError',
    },
    'assert 1 == 2',
    'tests/test_a.py:5',
  ],
  [
    'an exception in other code at the line that called it',
    { message: 'ValueError: no', text: 'tests/test_a.py:8: \n_ _ _\nsrc/x.py:90: ValueError' },
    'ValueError: no',
    'tests/test_a.py:8',
  ],
  ['a failure without a traceback at the test', { message: 'x' }, 'x', 'tests/test_a.py:3'],
  [
    'a module that cannot be collected',
    {
      kind: 'error',
      file: '',
      line: 0,
      group: '',
      name: 'tests.test_b',
      message: 'collection failure',
      text: "tests/test_b.py:1: in <module>\n    import nope\nE   ModuleNotFoundError: No module named 'nope'",
    },
    "ModuleNotFoundError: No module named 'nope'",
    'tests/test_b.py:1',
  ],
])('shows %s', (_, changes, words, place) => {
  const [found] = read(failure(changes)).failures;
  expect(found?.words).toBe(words);
  expect(`${found?.place.path}:${found?.place.line}`).toBe(place);
});
