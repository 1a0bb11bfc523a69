import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { processLifetime } from './lifetime.ts';
import { isAlive } from './process-tree.ts';

const ADAPTERS = fileURLToPath(new URL('.', import.meta.url));

/** A run that has a temporary folder and a child that will not end when asked; it prints both and then does as told. */
const PROGRAM = (then: string) => `
  import { processLifetime } from '${ADAPTERS}lifetime.ts';
  import { nodeProcesses } from '${ADAPTERS}processes.ts';
  import { nodeScratch } from '${ADAPTERS}scratch.ts';
  const reports = process.argv[1] + '/reports';
  const lifetime = processLifetime();
  const scratch = nodeScratch({ reports, lifetime });
  const processes = nodeProcesses({ reports, lifetime, grace: 200 });
  const folder = await scratch.temporary('x');
  const file = process.argv[1] + '/pid';
  void processes.run({ program: 'sh', args: ['-c', 'trap "" TERM; sleep 63 & echo $! > ' + file + '; wait'], cwd: folder, timeout: 1e6 });
  const { existsSync, readFileSync } = await import('node:fs');
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') await new Promise((done) => setTimeout(done, 10));
  console.log(folder);
  ${then}
`;

async function start(then: string, folder: string) {
  const args = ['--conditions=@pymaint/source', '--input-type=module', '-e', PROGRAM(then), folder];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = '';
  child.stdout.on('data', (bytes: Buffer) => (printed += bytes.toString()));
  const ended = once(child, 'close');
  await expect.poll(() => printed, { timeout: 30_000, interval: 10 }).toContain('\n');
  return { child, ended, temporary: () => printed.split('\n')[0] ?? '' };
}

describe('processLifetime', () => {
  it.each([
    ['SIGINT', 'setInterval(() => {}, 1000);', null, 'SIGINT'],
    ['SIGTERM', 'setInterval(() => {}, 1000);', null, 'SIGTERM'],
    ['SIGHUP', 'setInterval(() => {}, 1000);', null, 'SIGHUP'],
    [undefined, 'process.exit(3);', 3, null],
    [undefined, 'setTimeout(() => { throw new Error("planned, not a failure"); });', 1, null],
    [undefined, 'await lifetime.end();', 0, null],
  ] as const)(
    'leaves neither folder nor child behind (%s, `%s`)',
    async (signal, then, code, signalled) => {
      await using place = await temporaryFolder();
      const { child, ended, temporary } = await start(then, place.folder);
      const begun = performance.now();
      if (signal !== undefined) child.kill(signal);
      expect(await ended).toEqual([code, signalled]);
      // No timer or stream that nobody waits for any more may keep the process.
      expect(performance.now() - begun).toBeLessThan(4000);
      expect(temporary()).toMatch(/pymaint-\d+-x-/);
      expect(existsSync(temporary())).toBe(false);
      const pid = Number(readFileSync(join(place.folder, 'pid'), 'utf8'));
      await expect.poll(() => isAlive({ pid, mark: 'none carries this' })).toBe(false);
    },
  );

  it('ends what was added last first, once only, and listens no longer', async () => {
    const before = process.listenerCount('SIGTERM');
    const order: string[] = [];
    const lifetime = processLifetime();
    const mortal = (name: string) => ({
      end: async () => void order.push(name),
      endAtOnce: () => void order.push(`${name} at once`),
    });
    lifetime.add(mortal('first'));
    lifetime.add(mortal('second'));
    await Promise.all([lifetime.end(), lifetime.end()]);
    expect(order).toEqual(['second', 'first']);
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
