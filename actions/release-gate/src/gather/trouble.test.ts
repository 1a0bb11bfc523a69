import type { Ran } from '@pymaint/platform';
import { expect, it } from 'vitest';
import { troubleOf } from './trouble.ts';

const ran = (output: string): Ran => ({
  ending: { kind: 'exited', code: 1 },
  output,
  stdout: output,
  stderr: '',
  log: undefined,
  milliseconds: 0,
});

it('tells of a network that fails in its own words, and what to do', () => {
  const output = `WARNING: Retrying after connection broken by 'NewConnectionError(
  0x7fbd>: Failed to establish a new connection: [Errno 111] Connection refused')': /flit-core/
ERROR Command '['/cache/bin/python', '-m', 'pip']' returned non-zero exit status 1.
`;
  expect(troubleOf(ran(output), 'build')).toMatchObject({
    kind: 'network',
    message:
      "the package index could not be reached during the build (Failed to establish a new connection: [Errno 111] Connection refused')': /flit-core/): try again when it answers, or name another by PIP_INDEX_URL",
  });
});

it.each([
  ['ERROR Missing dependencies: flit_core\nsee above\n', 'ERROR Missing dependencies: flit_core'],
  [
    `< ERROR: No matching distribution found for demo-backend>=9

Traceback (most recent call last):
  File "build/env.py", line 436, in install_dependencies
subprocess.CalledProcessError: Command '['python', '-m', 'pip']' returned non-zero exit status 1.

ERROR Command '['python', '-m', 'pip']' returned non-zero exit status 1.
`,
    'ERROR: No matching distribution found for demo-backend>=9',
  ],
])('tells of any other failure by the last line that says what is wrong: %j', (output, words) => {
  expect(troubleOf(ran(output), 'build').message).toBe(
    `Unexpected exit status 1 of the build: ${words}`,
  );
});
