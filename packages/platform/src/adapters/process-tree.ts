import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A program that was started, as the leader of its own process group and session where the system knows such. */
export interface Root {
  readonly pid: number;
  /** A unique word in its environment, which all that it starts inherits. */
  readonly mark: string;
}

/**
 * Ends a program with all that it started: SIGTERM, then SIGKILL after so many milliseconds of grace. On Linux also
 * what has left the process group or was handed to init is found, by session, by parent and by the mark in its
 * environment; elsewhere on POSIX the process group and the parents' children; on Windows `taskkill /T`.
 */
export async function endTree(root: Root, grace: number): Promise<void> {
  if (process.platform === 'win32') return killNow(root);
  const until = performance.now() + grace;
  for (let wasAlive = signalAll(root, 'SIGTERM'); wasAlive; wasAlive = isAlive(root)) {
    if (performance.now() >= until) break;
    await wait(20);
  }
  // What is started while the others are ended is found in the next round.
  for (let round = 0; round < 50 && isAlive(root); round += 1) {
    signalAll(root, 'SIGKILL');
    await wait(10);
  }
}

/** Ends a program with all that it started, at once and without waiting. */
export function killNow(root: Root): void {
  if (process.platform === 'win32') {
    const taskkill = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe');
    spawnSync(taskkill, ['/PID', String(root.pid), '/T', '/F'], { windowsHide: true });
    return;
  }
  // A second look finds what was started during the first.
  if (signalAll(root, 'SIGKILL')) signalAll(root, 'SIGKILL');
}

/** True while anything of the tree runs; zombies that nobody has waited for do not. */
export const isAlive = (root: Root): boolean =>
  process.platform === 'win32' ? false : members(root).length > 0;

/** Signals all that runs, and says whether there was anything. */
function signalAll(root: Root, signal: NodeJS.Signals): boolean {
  const pids = members(root);
  for (const pid of pids) send(pid, signal);
  return pids.length > 0;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone meanwhile, or run as another user (setuid): not ours to end.
  }
}

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
}

function members(root: Root): readonly number[] {
  const linux = process.platform === 'linux';
  const running = linux ? fromProc() : fromPs();
  const found = new Set(
    running
      .filter(
        ({ pid, group, session }) =>
          [pid, group, session].includes(root.pid) || (linux && carries(pid, root.mark)),
      )
      .map(({ pid }) => pid),
  );
  // Children come after their parents only by chance, so look until nothing new is found.
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of running) if (found.has(parent)) found.add(pid);
  }
  found.delete(process.pid);
  return [...found];
}

function fromProc(): readonly Running[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      // proc(5): pid (comm) state ppid pgrp session …; the name may hold spaces and parentheses.
      const [state, parent, group, session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (state === 'Z' || state === 'X') return [];
      return [running(name, parent, group, session)];
    } catch {
      return [];
    }
  });
}

function carries(pid: number, mark: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(mark);
  } catch {
    return false;
  }
}

function fromPs(): readonly Running[] {
  const { stdout } = spawnSync('/bin/ps', ['-A', '-o', 'pid=,ppid=,pgid=,sess=,stat='], {
    encoding: 'utf8',
  });
  return (stdout ?? '').split('\n').flatMap((line) => {
    const [pid, parent, group, session, state = 'Z'] = line.trim().split(/ +/);
    return state.startsWith('Z') ? [] : [running(pid, parent, group, session)];
  });
}

const running = (pid = '', parent = '', group = '', session = ''): Running => ({
  pid: Number(pid),
  parent: Number(parent),
  group: Number(group),
  session: Number(session),
});
