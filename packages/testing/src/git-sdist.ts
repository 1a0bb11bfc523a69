import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unpackedSdist } from './sdists.ts';

const run = promisify(execFile);

/** A copy of a real project as a git repository, removed when it is disposed of. */
export interface GitSdist extends AsyncDisposable {
  /** The absolute folder; it may be changed freely. */
  readonly folder: string;
}

/** Same commit on every machine and every run: nothing of the user's own git configuration takes part. */
const GIT_ENV = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'A. Maintainer',
  GIT_AUTHOR_EMAIL: 'maintainer@example.org',
  GIT_AUTHOR_DATE: '2026-01-02T03:04:05+00:00',
  GIT_COMMITTER_NAME: 'A. Maintainer',
  GIT_COMMITTER_EMAIL: 'maintainer@example.org',
  GIT_COMMITTER_DATE: '2026-01-02T03:04:05+00:00',
};

/**
 * A pinned sdist as a real git repository: branch `main`, one commit of every file, and a lightweight tag.
 *
 * ```ts
 * await using project = await gitSdist('attrs', { tag: '26.1.0' });
 * ```
 */
export async function gitSdist(
  name: string,
  options: { readonly tag?: string } = {},
): Promise<GitSdist> {
  const source = await unpackedSdist(name);
  const parent = await mkdtemp(join(tmpdir(), `pymaint-${name}-`));
  const folder = join(parent, name);
  const git = (...args: readonly string[]): Promise<unknown> =>
    run('git', ['-C', folder, ...args], {
      env: { ...process.env, ...GIT_ENV },
      maxBuffer: 1 << 26,
    });
  await cp(source, folder, { recursive: true, verbatimSymlinks: true });
  await git('init', '--quiet', '--initial-branch=main');
  // Forced, because an sdist holds files that its own .gitignore excludes.
  await git('add', '--all', '--force');
  await git('commit', '--quiet', '--no-verify', '--message', `${name} as released`);
  if (options.tag !== undefined) await git('tag', options.tag);
  return { folder, [Symbol.asyncDispose]: () => rm(parent, { recursive: true, force: true }) };
}
