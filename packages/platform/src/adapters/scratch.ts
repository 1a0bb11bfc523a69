import { mkdtempSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { UserError } from '@pymaint/core';
import type { Environment, Scratch } from '../ports/index.ts';
import { cachePlace } from './cache-place.ts';
import { folderCache } from './cache.ts';
import type { Lifetime } from './lifetime.ts';
import { giveUp, wasGivenUp } from './give-up.ts';
import { removeFolder } from './remove-folder.ts';
import { folderReplacer } from './replace-folder.ts';
import { makeReportFolder } from './report-folder.ts';
import { textMemory } from './text-memory.ts';

/** Where {@link nodeScratch} makes its folders. */
export interface NodeScratchOptions {
  /** Absolute. Not made here: see `makeReportFolder`. */
  readonly reports: string;
  /** The project's folder, absolute: what {@link Scratch.replaceFolder} resolves paths against. Default: that of the reports. */
  readonly folder?: string;
  readonly lifetime: Lifetime;
  readonly env?: Environment;
}

/** `pymaint-<process id>-<name>-<random>` */
const OURS = /^pymaint-(\d+)-/;
const ABANDONED = 24 * 60 * 60 * 1000;

/** Temporary folders that are removed on every way out, and a cache at {@link cachePlace}. */
export function nodeScratch(options: NodeScratchOptions): Scratch {
  const env = options.env ?? process.env;
  const place = temporaryPlace(env);
  const made = new Set<string>();
  const removeAll = (): void => {
    for (const folder of made) removeFolder(folder);
    made.clear();
  };
  const end = async (): Promise<void> => {
    giveUp(place, [...made]);
    made.clear();
  };
  options.lifetime.add({ end, endAtOnce: removeAll });
  const replace = folderReplacer(options.lifetime);
  return {
    reports: options.reports,
    read: (path) => readFile(path, 'utf8').catch(() => undefined),
    async keep(name, text) {
      await makeReportFolder(options.reports);
      const path = join(options.reports, name.replace(/[^\w.-]+/g, '-'));
      await writeFile(path, text);
      return path;
    },
    cached: folderCache(cachePlace(env), options.lifetime, options.folder),
    write: (path, text) => writeFile(path, text),
    async replaceFolder(folder, files) {
      const path =
        folder === undefined
          ? join(options.reports, 'dist')
          : resolve(options.folder ?? options.reports, folder);
      if (folder === undefined) await makeReportFolder(options.reports);
      await replace(path, files);
      return path;
    },
    ...textMemory(cachePlace(env)),
    async temporary(name) {
      if (made.size === 0) sweep(place);
      const safe = name
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 30);
      const folder = makeFolder(join(place, `pymaint-${process.pid}-${safe}-`));
      made.add(folder);
      return folder;
    },
  };
}

function temporaryPlace(env: Environment): string {
  const runners = env.GITHUB_ACTIONS === 'true' ? env.RUNNER_TEMP : undefined;
  // Some programs compare paths, and macOS reaches its temporary folder through a symbolic link.
  return realpathSync(runners ?? tmpdir());
}

function makeFolder(start: string): string {
  try {
    return mkdtempSync(start);
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    throw new UserError(`No temporary folder \`${start}…\` can be made: ${code}`);
  }
}

/**
 * Removes what a run left that was killed: its process is gone and its folder a day old; what a run has given up is
 * nobody's, however young.
 */
function sweep(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = Number(OURS.exec(name)?.[1]);
    if (Number.isNaN(pid) || isRunning(pid)) continue;
    if (wasGivenUp(name)) {
      giveUp(place, [join(place, name)]);
      continue;
    }
    const path = join(place, name);
    const found = statSync(path, { throwIfNoEntry: false });
    const mine = process.getuid === undefined || found?.uid === process.getuid();
    if (mine && found !== undefined && Date.now() - found.mtimeMs > ABANDONED) removeFolder(path);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
