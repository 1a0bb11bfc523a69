import { existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@pymaint/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Command, Ran } from '../ports/index.ts';
import { processLifetime, type Lifetime } from './lifetime.ts';
import { nodeProcesses } from './processes.ts';
import { isAlive } from './process-tree.ts';

const NODE = process.execPath;

interface Bench {
  readonly folder: string;
  readonly lifetime: Lifetime;
  readonly env: NodeJS.ProcessEnv;
  readonly run: (code: string, options?: Partial<Command>) => Promise<Ran>;
  readonly sh: (script: string, options?: Partial<Command>) => Promise<Ran>;
  readonly command: (command: Partial<Command>) => Promise<Ran>;
}

async function bench(env: NodeJS.ProcessEnv = process.env): Promise<Bench> {
  const scratch = await temporaryFolder();
  const { folder } = scratch;
  const lifetime = processLifetime();
  onTestFinished(async () => {
    await lifetime.end();
    await scratch[Symbol.asyncDispose]();
  });
  const processes = nodeProcesses({ reports: join(folder, 'reports'), lifetime, env, grace: 300 });
  const command = (command: Partial<Command>): Promise<Ran> =>
    processes.run({ program: NODE, args: [], cwd: folder, timeout: 30_000, ...command });
  return {
    folder,
    lifetime,
    env,
    command,
    run: (code, options) => command({ args: ['-e', code], ...options }),
    sh: (script, options) => command({ program: 'sh', args: ['-c', script], ...options }),
  };
}

/** Waits until a condition holds: for what another process does in its own time. */
async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { timeout: 20_000, interval: 10 }).toBe(true);
}

const runs = (pid: number): boolean => isAlive({ pid, mark: 'no process carries this' });

describe('how a program ends', () => {
  it('is told with its code', async () => {
    const { run } = await bench();
    expect((await run('process.exit(7)')).ending).toEqual({ kind: 'exited', code: 7 });
    expect((await run('')).ending).toEqual({ kind: 'exited', code: 0 });
  });

  it('is told with the signal that ended it', async () => {
    const { sh } = await bench();
    expect((await sh('kill -SEGV $$')).ending).toEqual({ kind: 'signalled', signal: 'SIGSEGV' });
  });

  it.each([
    [{ program: 'no-such-program' }, 'not-found', '`no-such-program` is not on PATH'],
    [{ program: './none' }, 'not-found', 'there is no `./none`'],
    [{ program: './text' }, 'refused', 'is not an executable file'],
    [{ program: '/etc' }, 'refused', 'is not an executable file'],
    [{ program: './no-interpreter' }, 'refused', 'the interpreter of'],
    [{ cwd: '/no/such/folder' }, 'refused', 'there is no folder `/no/such/folder`'],
    [{ args: ['\0'] }, 'refused', 'null bytes'],
    [{ program: '' }, 'not-found', 'is not on PATH'],
  ])('of %o that cannot be started is %s', async (command, why, words) => {
    const { command: start, folder } = await bench();
    writeFileSync(join(folder, 'no-interpreter'), '#!/no/interpreter\n', { mode: 0o755 });
    writeFileSync(join(folder, 'text'), 'echo', { mode: 0o644 });
    const ran = await start(command);
    expect(ran.ending).toMatchObject({ kind: 'not-started', why });
    expect(ran.ending.kind === 'not-started' ? ran.ending.message : '').toContain(words);
    expect([ran.output, ran.log]).toEqual(['', undefined]);
  });
});

describe('what a program is given', () => {
  it('is its arguments as they are, never through a shell', async () => {
    const { command } = await bench();
    const args = ['$(touch x)', '`id`', '; echo', '*', '"a b"', "'", '', '%PATH%', 'é\n'];
    const code = 'console.log(JSON.stringify(process.argv.slice(1)))';
    const ran = await command({ args: ['-e', code, '--', ...args] });
    expect(JSON.parse(ran.stdout)).toEqual(args);
  });

  it('is an input at its end', async () => {
    const { sh, run } = await bench();
    expect((await sh('read x; echo "code $?"; cat')).stdout).toBe('code 1\n');
    const asks = 'process.stdin.on("end", () => console.log("ended")).resume()';
    expect((await run(asks)).stdout).toBe('ended\n');
  });

  it('is no terminal, and none that it could open', async () => {
    const { sh } = await bench();
    const ran = await sh('test -t 1 || echo none; (exec </dev/tty) 2>/dev/null || echo no tty');
    expect(ran.stdout).toBe('none\nno tty\n');
  });

  it('is the environment, changed as asked, without what belongs to the action', async () => {
    const { run } = await bench({
      PATH: process.env.PATH,
      KEPT: 'kept',
      REMOVED: 'x',
      'INPUT_FAIL-ON': 'error',
      INPUT_TOKEN: 'secret',
      GITHUB_OUTPUT: '/o',
      GITHUB_ENV: '/e',
      GITHUB_PATH: '/p',
      GITHUB_STATE: '/s',
      GITHUB_STEP_SUMMARY: '/m',
      ACTIONS_RUNTIME_TOKEN: 'secret',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'secret',
      GITHUB_SHA: 'abc',
    });
    const ran = await run('console.log(JSON.stringify(process.env))', {
      env: { ADDED: 'added', REMOVED: undefined },
    });
    const { PYMAINT_RUN: mark, ...seen } = JSON.parse(ran.stdout) as NodeJS.ProcessEnv;
    expect(mark).toMatch(/^[0-9a-f-]{36}$/);
    expect(seen).toEqual({
      PATH: process.env.PATH,
      KEPT: 'kept',
      GITHUB_SHA: 'abc',
      ADDED: 'added',
    });
  });

  it('is never a program that the project lays in the way', async () => {
    const { folder, command } = await bench({ PATH: `:.:bin:${process.env.PATH}` });
    writeFileSync(join(folder, 'tool'), '#!/bin/sh\necho mine\n', { mode: 0o755 });
    expect((await command({ program: 'tool' })).ending.kind).toBe('not-started');
    expect((await command({ program: './tool' })).stdout).toBe('mine\n');
  });
});

describe('output', () => {
  it('comes apart and together', async () => {
    const { sh } = await bench();
    const ran = await sh('echo out; sleep 0.1; echo err >&2; sleep 0.1; echo more');
    expect([ran.stdout, ran.stderr]).toEqual(['out\nmore\n', 'err\n']);
    expect(ran.output).toBe('out\nerr\nmore\n');
  });

  it('of 50 MB is kept whole in the log, and its end in memory', async () => {
    const { run } = await bench();
    const line = `${'x'.repeat(99)}\n`;
    const code = `
      const block = ${JSON.stringify(line)}.repeat(10_000);
      let left = 50;
      const go = () => (left-- > 0 ? process.stdout.write(block, go) : process.stdout.write('the end'));
      go();
    `;
    const before = process.memoryUsage().rss;
    const ran = await run(code, { log: 'build' });
    expect(ran.ending).toEqual({ kind: 'exited', code: 0 });
    expect(Buffer.byteLength(ran.stdout)).toBe(1024 * 1024);
    expect(ran.stdout.endsWith('xxx\nthe end')).toBe(true);
    expect(statSync(ran.log ?? '').size).toBe(50_000_000 + 'the end'.length);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('goes to a log of its own for each use of a name', async () => {
    const { sh, folder } = await bench();
    const first = await sh('echo one; echo two >&2', { log: 'tests' });
    const second = await sh('echo other', { log: 'tests' });
    expect(first.log).toBe(join(folder, 'reports/logs/tests.log'));
    expect(second.log).toBe(join(folder, 'reports/logs/tests-2.log'));
    expect(readFileSync(first.log ?? '', 'utf8')).toBe('one\ntwo\n');
    expect(readFileSync(second.log ?? '', 'utf8')).toBe('other\n');
    expect((await sh('echo', { log: '../../Etc/Passwd' })).log).toBe(
      join(folder, 'reports/logs/-..-etc-passwd.log'),
    );
  });

  it('keeps the reports out of version control', async () => {
    const { sh, folder } = await bench();
    await sh('', { log: 'x' });
    expect(readFileSync(join(folder, 'reports/.gitignore'), 'utf8')).toBe('*\n');
  });
});

describe('the log', () => {
  it('is not written where a link of the project leads', async () => {
    const one = await bench();
    const secret = join(one.folder, 'secret');
    writeFileSync(secret, 'kept');
    await one.sh('', { log: 'first' });
    symlinkSync(secret, join(one.folder, 'reports/logs/tests.log'));
    const ran = await one.sh('echo forged', { log: 'tests' });
    expect(readFileSync(ran.log ?? '', 'utf8')).toBe('forged\n');
    expect(readFileSync(secret, 'utf8')).toBe('kept');

    const other = await bench();
    await using elsewhere = await temporaryFolder();
    symlinkSync(elsewhere.folder, join(other.folder, 'reports'));
    await expect(other.sh('echo', { log: 'tests' })).rejects.toThrow('is a symbolic link');
    expect(existsSync(join(elsewhere.folder, 'logs'))).toBe(false);
  });

  it('that is no text is shown as such', async () => {
    const { sh } = await bench();
    expect((await sh(String.raw`printf 'a\377b'`)).stdout).toBe('a\ufffdb');
  });
});

/** A program that writes its process id, and cannot be asked to end. */
const STUBBORN = (file: string) => `
  process.on('SIGTERM', () => {}); process.on('SIGHUP', () => {});
  require('fs').writeFileSync(${JSON.stringify(file)}, String(process.pid));
  setInterval(() => {}, 1000);
`;

const pidIn = (file: string): number => Number(readFileSync(file, 'utf8'));

const written = (file: string): boolean => existsSync(file) && readFileSync(file, 'utf8') !== '';

describe('a program that takes too long', () => {
  it('is asked to end, and may clean up', async () => {
    const { run } = await bench();
    const code = `
      process.on('SIGTERM', () => { console.log('cleaned up'); process.exit(0); });
      setInterval(() => {}, 1000); console.log('ready');
    `;
    const ran = await run(code, { timeout: 1000 });
    expect(ran.ending).toEqual({ kind: 'timed-out', after: 1000 });
    expect(ran.stdout).toBe('ready\ncleaned up\n');
  });

  it('is ended where it will not', async () => {
    const { run, folder } = await bench();
    const file = join(folder, 'pid');
    const ran = await run(STUBBORN(file), { timeout: 700 });
    expect(ran.ending).toEqual({ kind: 'timed-out', after: 700 });
    expect(runs(pidIn(file))).toBe(false);
    expect(ran.milliseconds).toBeLessThan(10_000);
  });

  it.each([
    ['a child', (it: string) => `${it} &`],
    ['a grandchild in a group of its own', (it: string) => `setsid ${it} &`],
    ['a grandchild that was handed to init', (it: string) => `setsid sh -c '${it} &';`],
    ['a grandchild without the environment', (it: string) => `env -i ${it} &`],
  ])('is ended together with %s', async (_, startIn) => {
    const { sh, folder } = await bench();
    const file = join(folder, 'pid');
    const script = join(folder, 'stubborn.cjs');
    writeFileSync(script, STUBBORN(file));
    const wait = `while ! test -s "${file}"; do sleep 0.02; done; echo ready; sleep 60`;
    const ran = await sh(`${startIn(`"${NODE}" "${script}"`)} ${wait}`, { timeout: 2000 });
    expect(ran.ending.kind).toBe('timed-out');
    expect(ran.stdout).toBe('ready\n');
    expect(runs(pidIn(file))).toBe(false);
  });
});

describe('what a program leaves behind', () => {
  it('is ended, and does not hold up the run by the output it keeps open', async () => {
    const { sh, folder } = await bench();
    const file = join(folder, 'pid');
    const ran = await sh(`(echo $$ >/dev/null; exec sleep 61) & echo $! >"${file}"; echo done`);
    expect(ran.ending).toEqual({ kind: 'exited', code: 0 });
    expect(ran.stdout).toBe('done\n');
    expect(ran.milliseconds).toBeLessThan(10_000);
    expect(runs(pidIn(file))).toBe(false);
  });

  it('is ended also where it has let go of the output', async () => {
    const { sh, folder } = await bench();
    const file = join(folder, 'pid');
    await sh(`setsid sleep 62 >/dev/null 2>&1 & echo $! >"${file}"`);
    expect(runs(pidIn(file))).toBe(false);
  });

  it('may say its last words soon after', async () => {
    const { sh } = await bench();
    const ran = await sh('(sleep 0.1; echo late) & echo early');
    expect(ran.stdout).toBe('early\nlate\n');
  });
});

describe('the end of the run', () => {
  it('ends all that runs, and starts nothing more', async () => {
    const { run, folder, lifetime } = await bench();
    const files = ['a', 'b'].map((name) => join(folder, name));
    const all = files.map((file) => run(STUBBORN(file)));
    await until(() => files.every(written));
    await lifetime.end();
    expect(files.some((file) => runs(pidIn(file)))).toBe(false);
    // What was running has no outcome, nor has what is asked for now: nothing is to be judged by it.
    const outcome = Promise.race([...all, run(`require('fs').writeFileSync('late', '')`)]);
    const nothing = new Promise((done) => void setImmediate(done, 'nothing'));
    expect(await Promise.race([outcome, nothing])).toBe('nothing');
    expect(written(join(folder, 'late'))).toBe(false);
  });
});
