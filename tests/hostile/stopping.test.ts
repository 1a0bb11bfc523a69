/** The command as a person stops it: real signals, a real process, what it leaves. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { backend, PYPROJECT } from './backends.ts';
import { project } from './run-gate.ts';

const MAIN = fileURLToPath(new URL('../../packages/cli/src/main.ts', import.meta.url));

/** A build that has a child of its own, and ends only when it is made to. */
const WAITING = `child = subprocess.Popen(["sleep", "300"])
open(os.environ["STARTED"], "w").write(f"{os.getpid()} {child.pid}\\n")
time.sleep(300)`;

async function begin(temporary: string) {
  const repository = await project({
    'pyproject.toml': PYPROJECT,
    'backend.py': backend(WAITING),
    'odd.py': '',
  });
  const started = join(temporary, 'started');
  const child = spawn(
    process.execPath,
    [
      '--conditions=@pymaint/source',
      MAIN,
      'release-gate',
      repository.folder,
      '--checks',
      'artifact',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, STARTED: started, TMPDIR: join(temporary, 'tmp') },
    },
  );
  const said = { out: '', error: '' };
  child.stdout.on('data', (bytes: Buffer) => (said.out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (said.error += bytes.toString()));
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  await expect
    .poll(() => existsSync(started) && readFileSync(started, 'utf8').endsWith('\n'), {
      timeout: 200_000,
      interval: 20,
    })
    .toBe(true);
  const pids = readFileSync(started, 'utf8').trim().split(' ').map(Number);
  return { repository, child, said, ended, pids };
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // A process that has ended and that nobody has asked for is none any more.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

describe.skipIf(process.platform === 'win32')('a run that is stopped', () => {
  it.each([
    ['SIGINT', 'Ctrl-C', 1],
    ['SIGINT', 'Ctrl-C', 2],
  ] as const)(
    'leaves nothing and says so in one line (%s, %s, %i times)',
    async (signal, name, times) => {
      await using place = await temporaryFolder({ 'tmp/here': '' });
      const { repository, child, said, ended, pids } = await begin(place.folder);
      await using _ = repository;
      for (let n = 0; n < times; n += 1) child.kill(signal);
      expect(await ended).toEqual([null, signal]);
      expect(said.out).toBe('');
      const lines = said.error.split('\n').filter((line) => !line.startsWith('release-gate: '));
      expect(lines).toEqual([
        `Stopped: by ${name}; what runs is being ended, and there is no verdict`,
        '',
      ]);
      await expect.poll(() => pids.filter(isAlive), { timeout: 10_000 }).toEqual([]);
      // What is large is removed by a process of its own, after the command has ended.
      await expect
        .poll(() => readdirSync(join(place.folder, 'tmp')), { timeout: 20_000 })
        .toEqual(['here']);
      const report = join(repository.folder, '.pymaint');
      const left = existsSync(report) ? readdirSync(report).toSorted() : [];
      expect(left.filter((path) => path !== '.gitignore' && path !== 'logs')).toEqual([]);
    },
  );
});
