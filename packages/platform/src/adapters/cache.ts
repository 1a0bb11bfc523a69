import { createHash, randomBytes } from 'node:crypto';
import {
  link,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Scratch } from '../ports/index.ts';
import type { Lifetime } from './lifetime.ts';
import { removeFolder } from './remove-folder.ts';

const DAY = 24 * 60 * 60 * 1000;
/** What nobody has used for so long is removed. */
const UNUSED = 30 * DAY;
/** A folder that is older than this and still not published belongs to a run that was ended. */
const ABANDONED = DAY;

/**
 * Folders that are made once. Each is made under a name of its own and stays there (a virtual environment holds its
 * own path, so it could not be moved), then a small file published by hard link says which one counts. Runs beside
 * each other need no lock: the first to publish wins, the other takes the winner's and removes its own.
 */
export function folderCache(place: string, lifetime: Lifetime): Scratch['cached'] {
  const making = new Map<string, ReturnType<Scratch['cached']>>();
  const unfinished = new Set<string>();
  const removeUnfinished = (): void => [...unfinished].forEach(removeFolder);
  lifetime.add({ end: async () => removeUnfinished(), endAtOnce: removeUnfinished });
  const swept = new Set<string>();

  const cached: Scratch['cached'] = async (kind, key, make) => {
    const shelf = join(place, kind);
    const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
    const pointer = join(shelf, `${name}.ready`);
    await mkdir(shelf, { recursive: true });
    if (!swept.has(shelf)) await sweep(shelf);
    swept.add(shelf);
    const earlier = await published(shelf, pointer);
    if (earlier !== undefined) return { folder: earlier, reused: true };
    const mine = `${name}-${randomBytes(6).toString('hex')}`;
    const folder = join(shelf, mine);
    unfinished.add(folder);
    try {
      await mkdir(folder);
      await make(folder);
      const winner = (await publish(pointer, mine)) ? undefined : await published(shelf, pointer);
      if (winner === undefined) {
        unfinished.delete(folder);
        return { folder, reused: false };
      }
      return { folder: winner, reused: true };
    } finally {
      if (unfinished.delete(folder)) removeFolder(folder);
    }
  };

  return (kind, key, make) => {
    const id = `${kind}\0${key}`;
    const under = making.get(id) ?? cached(kind, key, make).finally(() => making.delete(id));
    making.set(id, under);
    return under;
  };
}

/** The folder that counts, marked as used now; undefined where there is none, or it has been removed. */
async function published(shelf: string, pointer: string): Promise<string | undefined> {
  try {
    const folder = join(shelf, await readFile(pointer, 'utf8'));
    if (!(await stat(folder)).isDirectory()) return undefined;
    const now = new Date();
    await utimes(pointer, now, now).catch(() => undefined);
    return folder;
  } catch {
    return undefined;
  }
}

/** False where another run was first. */
async function publish(pointer: string, name: string): Promise<boolean> {
  const temporary = `${pointer}.${name.slice(-12)}`;
  await writeFile(temporary, name);
  try {
    await link(temporary, pointer);
    return true;
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    const shelf = join(pointer, '..');
    if (code === 'EEXIST' && (await published(shelf, pointer)) !== undefined) return false;
    // It points to a folder that is gone, or this file system has no links: the last one wins, and both folders hold.
    await rename(temporary, pointer);
    return true;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Removes what is long unused, and what ended runs have left. */
async function sweep(shelf: string): Promise<void> {
  const now = Date.now();
  const kept = new Set<string>();
  const names = await readdir(shelf);
  for (const name of names.filter((name) => name.endsWith('.ready'))) {
    const pointer = join(shelf, name);
    const age = await ageOf(pointer, now);
    if (age > UNUSED) await rm(pointer, { force: true });
    else kept.add(await readFile(pointer, 'utf8').catch(() => ''));
  }
  for (const name of names.filter((name) => !name.endsWith('.ready') && !kept.has(name))) {
    const path = join(shelf, name);
    if ((await ageOf(path, now)) > ABANDONED) removeFolder(path);
  }
}

async function ageOf(path: string, now: number): Promise<number> {
  try {
    return now - (await stat(path)).mtimeMs;
  } catch {
    return 0;
  }
}
