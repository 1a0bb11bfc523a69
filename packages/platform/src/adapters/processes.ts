import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Command, Ending, Environment, Processes, Ran } from '../ports/index.ts';
import { childEnvironment } from './child-environment.ts';
import { findProgram } from './find-program.ts';
import type { Lifetime } from './lifetime.ts';
import { logFolder, type LogFile } from './log-file.ts';
import { endTree, isAlive, killNow, type Root } from './process-tree.ts';
import { resolveProgram, startProgram, type Child, type NotStarted } from './start-program.ts';
import { tailOf } from './tail.ts';

/** How {@link nodeProcesses} runs programs. */
export interface NodeProcessesOptions {
  /** Absolute folder of reports; log files go to `logs` below it. */
  readonly reports: string;
  /** What programs running here end with. */
  readonly lifetime: Lifetime;
  /** What is handed down, but for what an action keeps to itself. */
  readonly env?: Environment;
  /** Milliseconds between asking a program to end and ending it. */
  readonly grace?: number;
}

const TAIL = 1024 * 1024;
const GRACE = 3000;
/** How long what a program left behind may keep its output open, in milliseconds. */
const DRAIN = 500;
/** How long to wait for the end of output that nothing we know of keeps open. */
const LAST_WAIT = 5000;
/** A run that is being ended goes no further: what it would judge now is not what the project is. */
const NEVER = new Promise<never>(() => undefined);

/**
 * Runs programs of this machine: without a shell, input closed, as leader of a process group of their own. Whatever
 * a program leaves running when it ends (a server that its tests started) is ended too, so that nothing outlives
 * the run and nothing can hold it up.
 */
export function nodeProcesses(options: NodeProcessesOptions): Processes {
  const env = options.env ?? process.env;
  const grace = options.grace ?? GRACE;
  const openLog = logFolder(options.reports);
  const running = new Set<Root>();
  let over = false;
  options.lifetime.add({
    async end() {
      over = true;
      await Promise.all([...running].map((root) => endTree(root, grace)));
    },
    endAtOnce() {
      over = true;
      [...running].forEach(killNow);
    },
  });
  return {
    find: (program) => findProgram(program, env),
    async run(command) {
      const begun = performance.now();
      const after = (): number => performance.now() - begun;
      const mark = randomUUID();
      const childEnv = childEnvironment(env, command.env ?? {}, mark);
      if (over) return NEVER;
      const program = await resolveProgram(command, childEnv);
      if (typeof program !== 'string') return notStarted(program, after());
      // Opened before the program starts: its output and its end are awaited from its first moment on.
      const log = command.log === undefined ? undefined : await openLog(command.log);
      const child = await startProgram(program, command, childEnv);
      if ('kind' in child) {
        await log?.close();
        return notStarted(child, after());
      }
      const root: Root = { pid: child.pid ?? -1, mark };
      running.add(root);
      if (over) killNow(root);
      const ran = await follow(child, root, command, grace, log);
      running.delete(root);
      return over ? NEVER : { ...ran, milliseconds: after() };
    },
  };
}

async function follow(
  child: Child,
  root: Root,
  command: Command,
  grace: number,
  log: LogFile | undefined,
): Promise<Omit<Ran, 'milliseconds'>> {
  const stdout = tailOf(TAIL);
  const stderr = tailOf(TAIL);
  const both = tailOf(TAIL);
  const streams = [child.stdout, child.stderr];
  for (const [stream, own] of [
    [child.stdout, stdout],
    [child.stderr, stderr],
  ] as const) {
    stream.on('error', () => stream.destroy());
    stream.on('data', (bytes: Buffer) => {
      own.push(bytes);
      both.push(bytes);
      if (log?.write(bytes) !== false) return;
      for (const each of streams) each.pause();
      log.ready(() => streams.forEach((each) => each.resume()));
    });
  }
  const closed = new Promise<void>((done) => child.once('close', () => done()));
  const exited = new Promise<Ending>((done) => {
    child.once('exit', (code, signal) =>
      done(
        code === null ? { kind: 'signalled', signal: String(signal) } : { kind: 'exited', code },
      ),
    );
  });
  const { ending, over } = await deadline(exited, command.timeout, () => endTree(root, grace));
  await atMost(DRAIN, closed);
  if (isAlive(root)) await endTree(root, grace);
  await atMost(LAST_WAIT, closed);
  for (const stream of streams) stream.destroy();
  const kept = (await log?.close()) === true;
  return {
    ending: over ? { kind: 'timed-out', after: command.timeout } : ending,
    stdout: stdout.text(),
    stderr: stderr.text(),
    output: both.text(),
    log: kept ? log?.path : undefined,
  };
}

/** Waits for something, but no longer than so many milliseconds, and leaves no timer behind. */
async function atMost(milliseconds: number, awaited: Promise<void>): Promise<void> {
  const over = new AbortController();
  const timer = wait(milliseconds, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([awaited, timer]);
  over.abort();
}

/** Waits for the end, and after so many milliseconds brings it about. */
async function deadline(
  exited: Promise<Ending>,
  timeout: number,
  end: () => Promise<void>,
): Promise<{ readonly ending: Ending; readonly over: boolean }> {
  let over = false;
  // setTimeout would take more than this for no time at all.
  const timer = setTimeout(
    () => {
      over = true;
      void end();
    },
    Math.min(timeout, 2 ** 31 - 1),
  );
  const ending = await exited;
  clearTimeout(timer);
  return { ending, over };
}

const notStarted = (ending: NotStarted, milliseconds: number): Ran => ({
  ending,
  stdout: '',
  stderr: '',
  output: '',
  milliseconds,
  log: undefined,
});
