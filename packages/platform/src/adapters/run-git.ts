import { execFile } from 'node:child_process';
import type { Environment } from '../ports/index.ts';

/** What a git command gave back. A git that could not be started has `code` undefined. */
export interface GitAnswer {
  readonly code: number | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * Settings that a repository's own configuration could use to have programs started, or that would change what
 * git prints. Nothing here asks a network: even a partial clone fetches no missing object.
 */
const SETTINGS = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.quotePath=false',
  'core.untrackedCache=false',
  'log.showSignature=false',
  'protocol.allow=never',
].flatMap((setting) => ['-c', setting]);

/** Git's own variables that may stay: where its configuration and programs are, and where to stop looking upwards. */
const KEPT = /^GIT_(?:CONFIG_|CEILING_DIRECTORIES$|DISCOVERY_ACROSS_FILESYSTEM$|EXEC_PATH$)/;

/** The longest that a question to git may take, in milliseconds. */
const PATIENCE = 120_000;
const MOST_OUTPUT = 512 * 1024 * 1024;

/**
 * Runs the real git in a folder. Never a shell, no pager, no prompt, no lock taken, English words, and none of the
 * variables (such as `GIT_DIR`, set while a hook runs) that would turn it to another repository. What remains is what
 * git itself trusts in a repository of this user: filters that its configuration names (git-lfs) run in `git status`.
 * `git` is the program's path, undefined where there is none; `patience` is the longest that it may take, in milliseconds.
 */
export async function runGit(
  git: string | undefined,
  folder: string,
  env: Environment,
  args: readonly string[],
  patience = PATIENCE,
): Promise<GitAnswer> {
  if (git === undefined) return { code: undefined, stdout: Buffer.alloc(0), stderr: '' };
  return await new Promise((done) => {
    execFile(
      git,
      ['--no-pager', ...SETTINGS, ...args],
      {
        cwd: folder,
        env: gitEnvironment(env),
        encoding: 'buffer',
        maxBuffer: MOST_OUTPUT,
        timeout: patience,
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 128;
        const words = stderr.toString().trim() || (error?.message ?? '');
        done({ code, stdout, stderr: words });
      },
    );
  });
}

function gitEnvironment(env: Environment): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith('GIT_') || KEPT.test(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    LANGUAGE: '',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_LAZY_FETCH: '1',
  };
}
