import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { download, indexFiles, indexUrl } from './package-index.ts';

const run = promisify(execFile);

/** A real source distribution that tests read, pinned by its hash. Pin one with `scripts/pin-sdists.ts`. */
export interface PinnedSdist {
  /** The normalised name (PEP 503). */
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  /** Lower-case hex of the archive. */
  readonly sha256: string;
  /** `build-backend` of its pyproject.toml, or `setuptools (legacy)` where it names none. */
  readonly backend: string;
}

/** Where the table of pinned sdists is: `tests/sdists.json` of the repository. */
export const SDIST_TABLE = fileURLToPath(new URL('../../../tests/sdists.json', import.meta.url));

/** All pinned sdists, ordered by name. */
export async function pinnedSdists(): Promise<readonly PinnedSdist[]> {
  return JSON.parse(await readFile(SDIST_TABLE, 'utf8')) as readonly PinnedSdist[];
}

/**
 * The absolute folder of a pinned sdist's unpacked tree, which is fetched at most once and kept in the cache.
 * Read it only: other tests share it. `gitSdist` gives a copy that may be changed. Throws where the name is
 * not in the table, where the index does not have the file, or where the file's hash differs.
 */
export async function unpackedSdist(name: string): Promise<string> {
  const pinned = (await pinnedSdists()).find((sdist) => sdist.name === name);
  if (pinned === undefined)
    throw new Error(`No sdist ${name} in tests/sdists.json: add it with scripts/pin-sdists.ts`);
  return unpack(pinned);
}

/** The same for an entry that need not be in the table yet. */
export async function unpack(pinned: Omit<PinnedSdist, 'backend'>): Promise<string> {
  const folder = join(
    cacheFolder(),
    'trees',
    `${stem(pinned.filename)}-${pinned.sha256.slice(0, 12)}`,
  );
  if (!(await exists(folder))) await unpackInto(folder, await archive(pinned));
  const [top, ...others] = await readdir(folder);
  if (top === undefined || others.length > 0)
    throw new Error(
      `${pinned.filename} holds ${others.length + 1} folders at its top, expected one`,
    );
  return join(folder, top);
}

/** The absolute path of a pinned sdist's archive, fetched where the cache lacks it and always checked by its hash. */
export async function archive(pinned: Omit<PinnedSdist, 'backend'>): Promise<string> {
  const path = join(cacheFolder(), 'archives', pinned.sha256, pinned.filename);
  if (!(await exists(path))) {
    const files = await indexFiles(pinned.name, await indexUrl());
    const file = files.find(({ filename }) => filename === pinned.filename);
    if (file === undefined) throw new Error(`The package index does not list ${pinned.filename}`);
    const bytes = await download(file.url);
    checkHash(bytes, pinned);
    await writeAtOnce(path, bytes);
  }
  checkHash(await readFile(path), pinned);
  return path;
}

/** `PYMAINT_TEST_CACHE`, else `pymaint-tests` in the user's cache folder (XDG base directory specification). */
export const cacheFolder = (env: NodeJS.ProcessEnv = process.env): string =>
  env['PYMAINT_TEST_CACHE'] ||
  join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'pymaint-tests');

function checkHash(bytes: Uint8Array, { filename, sha256 }: Omit<PinnedSdist, 'backend'>): void {
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256)
    throw new Error(`Unexpected sha256 ${found} of ${filename}, expected ${sha256}`);
}

/** Names stay inside the folder: they are looked at before anything is written, and tar itself refuses `..` too. */
async function unpackInto(folder: string, path: string): Promise<void> {
  const { stdout } = await run('tar', ['-tzf', path], { maxBuffer: 1 << 28 });
  const stray = stdout
    .split('\n')
    .find((name) => name.startsWith('/') || name.split('/').includes('..'));
  if (stray !== undefined) throw new Error(`${path} holds ${stray}, which is outside its folder`);
  await placeAtOnce(folder, (draft) =>
    run('tar', ['-xzf', path, '-C', draft, '--no-same-owner', '--no-same-permissions']),
  );
}

const writeAtOnce = (path: string, bytes: Uint8Array): Promise<void> =>
  placeAtOnce(dirname(path), (draft) =>
    writeFile(join(draft, path.slice(dirname(path).length + 1)), bytes),
  );

/**
 * Fills a folder beside its place and renames it there, so that a parallel worker sees all of it or nothing.
 * Where another worker was first, its folder stays: the contents are the same, for the hash is.
 */
async function placeAtOnce(
  folder: string,
  fill: (draft: string) => Promise<unknown>,
): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}.draft-`);
  try {
    await fill(draft);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  }
}

const stem = (filename: string): string => filename.replace(/\.tar\.gz$/, '');

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
