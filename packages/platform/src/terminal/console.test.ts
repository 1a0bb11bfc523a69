import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { movesCursor } from './console.ts';

const SRC = fileURLToPath(new URL('../', import.meta.url));

/** A run that has changed the terminal and then waits, or ends as told. */
const PROGRAM = (then: string) => `
  import { processLifetime } from '${SRC}adapters/lifetime.ts';
  import { processConsole } from '${SRC}terminal/console.ts';
  const lifetime = processLifetime();
  const console = processConsole();
  const release = console.whenStopped(() => console.write('put right\\n'));
  console.write('up\\n');
  ${then}
`;

it.each([
  ['SIGINT', 'setInterval(() => {}, 1000);', 'up\nput right\n'],
  ['SIGTERM', 'setInterval(() => {}, 1000);', 'up\nput right\n'],
  [undefined, 'process.exit(3);', 'up\nput right\n'],
  [
    undefined,
    'setTimeout(() => { throw new Error("planned, not a failure"); });',
    'up\nput right\n',
  ],
  [undefined, 'release(); await lifetime.end();', 'up\n'],
] as const)('a terminal is put right once (%s, `%s`)', async (signal, then, expected) => {
  const args = ['--conditions=@pymaint/source', '--input-type=module', '-e', PROGRAM(then)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = '';
  child.stdout.on('data', (bytes: Buffer) => (printed += bytes.toString()));
  const ended = once(child, 'close');
  await expect.poll(() => printed, { timeout: 30_000, interval: 10 }).toContain('up\n');
  if (signal !== undefined) child.kill(signal);
  const [, signalled] = (await ended) as [unknown, unknown];
  // The signal keeps its meaning: a shell sees how the process ended.
  expect(signalled).toBe(signal ?? null);
  expect(printed).toBe(expected);
});

it.each([
  [true, {}],
  [true, { TERM: 'xterm-256color', CI: '' }],
  [true, { CI: 'false' }],
  [false, { TERM: 'dumb' }],
  [false, { TERM: 'xterm-256color', CI: 'true' }],
  [false, { CI: '1' }],
])('lines are drawn again: %s with %o', (expected, env) => {
  expect(movesCursor(env)).toBe(expected);
});
