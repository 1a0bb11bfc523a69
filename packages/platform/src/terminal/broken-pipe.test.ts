import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';

const SOURCE = fileURLToPath(new URL('broken-pipe.ts', import.meta.url));

/** Writes until its reader has gone. */
const program = (prepare: string): string => `
  import { outliveReaders } from '${SOURCE}';
  ${prepare}
  let gone = false;
  while (!gone) {
    process.stdout.write('x'.repeat(1 << 16), (error) => { gone = Boolean(error); });
    await new Promise((next) => setImmediate(next));
  }
  process.stdout.write('more');
  process.exitCode = 7;
`;

it.each([
  ['ends as it would have', 'outliveReaders();', 7, ''],
  ['dies of an error without it', '', 1, 'EPIPE'],
])('a process that nobody reads on %s', async (_, prepare, status, words) => {
  const args = ['--input-type=module', '-e', program(prepare)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(status);
  expect(stderr === '').toBe(words === '');
  expect(stderr).toContain(words);
});
