import { spawn } from 'node:child_process';
import { readdirSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { removeFolder } from './remove-folder.ts';

/** What a run has given up and a program of its own removes: `pymaint-<process id>-given-up-…`. */
const GIVEN_UP = '-given-up-';

/** Folders with more entries than this are removed after the run: virtual environments take a second and more. */
const FEW = 300;

/** True for a name that {@link giveUp} gave. */
export const wasGivenUp = (name: string): boolean => name.includes(GIVEN_UP);

/**
 * Removes folders without keeping anybody waiting: small ones at once; large ones are renamed, so that they are nobody's
 * any more, and a program that outlives this one removes them. Should that be killed, the next run begins it anew.
 */
export function giveUp(place: string, folders: readonly string[]): void {
  const large: string[] = [];
  for (const folder of folders) {
    const name = renamed(place, folder);
    if (name === undefined || !isLarge(name)) removeFolder(name ?? folder);
    else large.push(name);
  }
  if (large.length > 0) removeAside(large);
}

function renamed(place: string, folder: string): string | undefined {
  const name = basename(folder);
  if (wasGivenUp(name)) return folder;
  const pid = /^pymaint-\d+/.exec(name)?.[0];
  if (pid === undefined) return undefined;
  const goal = join(place, `${pid}${GIVEN_UP}${name.slice(pid.length + 1)}`);
  try {
    renameSync(folder, goal);
    return goal;
  } catch {
    return undefined;
  }
}

function isLarge(folder: string): boolean {
  let left = FEW;
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      left -= 1;
      if (left < 0) return;
      if (entry.isDirectory()) walk(join(path, entry.name));
    }
  };
  try {
    walk(folder);
  } catch {
    // What may not be looked into is small enough.
  }
  return left < 0;
}

/** `removeFolder` as a program: it must not depend on files of ours, which may be bundled or gone. */
const REMOVE = `
const { chmodSync, readdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');
const openUp = (path) => {
  try {
    chmodSync(path, 0o700);
    for (const entry of readdirSync(path, { withFileTypes: true }))
      if (entry.isDirectory()) openUp(join(path, entry.name));
  } catch {}
};
for (const path of process.argv.slice(1)) {
  const remove = () => rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
  try { remove(); } catch { openUp(path); try { remove(); } catch {} }
}
`;

function removeAside(folders: readonly string[]): void {
  const child = spawn(process.execPath, ['-e', REMOVE, ...folders], {
    cwd: dirname(folders[0] ?? '.'),
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
    // Nothing of this run's environment: neither options of Node nor secrets.
    env: { ...(process.env['SystemRoot'] && { SystemRoot: process.env['SystemRoot'] }) },
  });
  child.once('error', () => folders.forEach(removeFolder));
  child.unref();
}
