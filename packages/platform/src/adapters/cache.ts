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
import { basename, join, resolve } from 'node:path';
import type { Scratch } from '../ports/index.ts';
import type { Lifetime } from './lifetime.ts';
import { removeFolder } from './remove-folder.ts';

const DAY = 24 * 60 * 60 * 1000;
/** What nobody has used for so long is removed. */
const UNUSED = 30 * DAY;
/** What was used so lately is not removed to make room. */
const JUST_NOW = 60 * 60 * 1000;
/** A folder that is older than this and still not published belongs to a run that was ended. */
const ABANDONED = DAY;

/**
 * Folders that are made once. Each is made under a name of its own and stays there (a virtual environment holds its
 * own path, so it could not be moved), then a small file published by hard link says which one counts. Runs beside
 * each other need no lock: the first to publish wins, the other takes the winner's and removes its own.
 */
export function folderCache(
  place: string,
  lifetime: Lifetime,
  base: string = place,
): Scratch['cached'] {
  const making = new Map<string, ReturnType<Scratch['cached']>>();
  const unfinished = new Set<string>();
  const removeUnfinished = (): void => [...unfinished].forEach(removeFolder);
  lifetime.add({ end: async () => removeUnfinished(), endAtOnce: removeUnfinished });
  const swept = new Set<string>();

  const cached: Scratch['cached'] = async (kind, key, make, how = {}) => {
    const shelf = join(how.place === undefined ? place : resolve(base, how.place), kind);
    const name = createHash('sha256').update(key).digest('hex').slice(0, 32);
    const pointer = join(shelf, `${name}.ready`);
    await mkdir(shelf, { recursive: true });
    if (!swept.has(shelf)) await sweep(shelf, how.most);
    swept.add(shelf);
    const earlier = await published(shelf, pointer);
    if (earlier !== undefined) {
      if (how.still === undefined || (await how.still(earlier)))
        return { folder: earlier, reused: true };
      // Another run may be at work in the folder: it is swept when it is old.
      await withdraw(pointer, earlier);
    }
    const mine = `${name}-${randomBytes(6).toString('hex')}`;
    const folder = join(shelf, mine);
    unfinished.add(folder);
    try {
      await mkdir(folder);
      await make(folder);
      const size = how.most === undefined ? 0 : await sizeOf(folder);
      const won = await publish(pointer, mine, size);
      const winner = won ? undefined : await published(shelf, pointer);
      if (winner === undefined) {
        unfinished.delete(folder);
        return { folder, reused: false };
      }
      return { folder: winner, reused: true };
    } finally {
      if (unfinished.delete(folder)) removeFolder(folder);
    }
  };

  return (kind, key, make, how) => {
    const id = `${how?.place ?? ''}\0${kind}\0${key}`;
    const under = making.get(id) ?? cached(kind, key, make, how).finally(() => making.delete(id));
    making.set(id, under);
    return under;
  };
}

/** The folder that counts, marked as used now; undefined where there is none, or it has been removed. */
async function published(shelf: string, pointer: string): Promise<string | undefined> {
  try {
    const folder = join(shelf, (await readPointer(pointer)).name);
    if (!(await stat(folder)).isDirectory()) return undefined;
    const now = new Date();
    await utimes(pointer, now, now).catch(() => undefined);
    return folder;
  } catch {
    return undefined;
  }
}

/** False where another run was first. */
async function publish(pointer: string, name: string, size: number): Promise<boolean> {
  const temporary = `${pointer}.${name.slice(-12)}`;
  await writeFile(temporary, `${name}\n${size}\n`);
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

/** A pointer's file: the folder that counts, and its size in bytes where that is bounded. */
async function readPointer(
  pointer: string,
): Promise<{ readonly name: string; readonly size: number }> {
  const [name = '', size = '0'] = (await readFile(pointer, 'utf8')).split('\n');
  if (!/^[\w-]+$/.test(name)) throw new Error(`\`${pointer}\` is broken`);
  return { name, size: Number(size) || 0 };
}

/** Takes a folder out of use, unless another run has put one in its place meanwhile. */
async function withdraw(pointer: string, folder: string): Promise<void> {
  const now = await readPointer(pointer).catch(() => undefined);
  if (now === undefined || basename(folder) === now.name) await rm(pointer, { force: true });
}

/** The bytes of all files below a folder. */
async function sizeOf(folder: string): Promise<number> {
  let sum = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) sum += await sizeOf(path);
    else if (entry.isFile()) sum += (await stat(path)).size;
  }
  return sum;
}

/** Removes what is long unused or too much, and what ended runs have left. */
async function sweep(shelf: string, most: number = Number.POSITIVE_INFINITY): Promise<void> {
  const now = Date.now();
  const kept = new Set<string>();
  const names = await readdir(shelf);
  const pointers = names.filter((name) => name.endsWith('.ready')).map((name) => join(shelf, name));
  const aged = await Promise.all(
    pointers.map(async (pointer) => ({ pointer, age: await ageOf(pointer, now) })),
  );
  let sum = 0;
  for (const { pointer, age } of aged.toSorted((a, b) => a.age - b.age)) {
    const { name, size } = await readPointer(pointer).catch(() => ({ name: '', size: 0 }));
    sum += size;
    // What was used a moment ago may be in use.
    const tooMuch = sum > most && age > JUST_NOW;
    if (age > UNUSED || tooMuch || name === '') {
      await rm(pointer, { force: true });
      if (tooMuch && name !== '') removeFolder(join(shelf, name));
    } else kept.add(name);
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
