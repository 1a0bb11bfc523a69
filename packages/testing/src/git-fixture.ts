import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Files by path: their text, or their bytes. */
export type Files = { readonly [path: string]: string | Uint8Array };

/** A real git repository in a temporary folder, removed when it goes out of use (`await using`). */
export interface GitFixture extends AsyncDisposable {
  /** Absolute, symbolic links resolved. */
  readonly folder: string;
  /** Runs git there and gives what it printed, without the last line end. Rejects where git fails. */
  git(...args: readonly string[]): Promise<string>;
  /** Writes files without adding them. */
  write(files: Files): Promise<void>;
  /** Writes files, adds all that changed, commits, and gives the commit. Empty commits are allowed. */
  commit(message: string, files?: Files): Promise<string>;
  /** Tags the commit that is checked out: annotated where there is a message. */
  tag(name: string, message?: string): Promise<void>;
  /** Makes a branch here and checks it out. */
  branch(name: string): Promise<void>;
  /** A clone of it with so many commits, as `actions/checkout` makes one. */
  clone(options?: { readonly depth?: number }): Promise<GitFixture>;
}

const run = promisify(execFile);

/** The first commit's date; each commit and tag comes a minute after the one before. */
const EPOCH = Date.UTC(2026, 0, 2, 3, 4, 5);

/** No configuration of the machine, one author, dates that are the same on each run. */
const environment = (minute: number): NodeJS.ProcessEnv => {
  const date = new Date(EPOCH + minute * 60_000).toISOString().replace('.000Z', '+00:00');
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Ada Example',
    GIT_AUTHOR_EMAIL: 'ada@example.org',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: 'Ada Example',
    GIT_COMMITTER_EMAIL: 'ada@example.org',
    GIT_COMMITTER_DATE: date,
    LC_ALL: 'C',
  };
};

/** A new repository on branch `main`; with files, they are its first commit. */
export async function gitFixture(files?: Files): Promise<GitFixture> {
  const fixture = inFolder(await temporaryFolder(), 0);
  await fixture.git('init', '-q', '-b', 'main');
  if (files !== undefined) await fixture.commit('Begin', files);
  return fixture;
}

function inFolder(place: TemporaryFolder, begun: number): GitFixture {
  const { folder } = place;
  let minute = begun;
  const git = async (...args: readonly string[]): Promise<string> => {
    const { stdout } = await run('git', args, { cwd: folder, env: environment(minute) });
    return stdout.replace(/\n$/, '');
  };
  const write = (files: Files): Promise<void> => writeFiles(folder, files);
  return {
    folder,
    git,
    write,
    async commit(message, files = {}) {
      await write(files);
      await git('add', '-A');
      minute += 1;
      await git('commit', '-q', '--allow-empty', '-m', message);
      return await git('rev-parse', 'HEAD');
    },
    async tag(name, message) {
      minute += 1;
      await git('tag', ...(message === undefined ? [] : ['-a', '-m', message]), name);
    },
    async branch(name) {
      await git('checkout', '-q', '-b', name);
    },
    async clone({ depth } = {}) {
      const copy = await temporaryFolder();
      const how = depth === undefined ? [] : ['--depth', String(depth)];
      await git('clone', '-q', ...how, `file://${folder}`, copy.folder);
      return inFolder(copy, minute);
    },
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}

/** Writes files below a folder, with the folders on the way to them. */
async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const at = join(folder, path);
    await mkdir(dirname(at), { recursive: true });
    await writeFile(at, content);
  }
}

/** A new folder, removed when it goes out of use (`await using`). */
export interface TemporaryFolder extends AsyncDisposable {
  /** Absolute, symbolic links resolved. */
  readonly folder: string;
}

/** A new folder with these files in it. */
export async function temporaryFolder(files: Files = {}): Promise<TemporaryFolder> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'pymaint-test-')));
  await writeFiles(folder, files);
  return {
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}
