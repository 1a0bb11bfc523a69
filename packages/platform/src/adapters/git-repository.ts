import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@pymaint/core';
import type { Environment, Git } from '../ports/index.ts';
import { findProgram } from './find-program.ts';
import { runGit, type GitAnswer } from './run-git.ts';

/** How {@link nodeGit} asks. */
export interface NodeGitOptions {
  readonly env?: Environment;
  /**
   * Folders whose repositories are read though another user owns them (git's `safe.directory`). For a runner's own
   * workspace, which in a container job belongs to a user of the host.
   */
  readonly trusted?: readonly string[];
}

type Available = Awaited<ReturnType<Git['available']>>;

/** The repository around a folder. `prefix` leads from its top to the folder: '' or `sub/folder/`. */
type Found =
  | { readonly yes: true; readonly shallow: boolean; readonly top: string; readonly prefix: string }
  | (Available & { readonly yes: false });

/** Ways to ask git about the repository around a folder. All but `run` and `within` refuse with a UserError where there is none. */
export interface Asker {
  readonly run: (...args: readonly string[]) => Promise<GitAnswer>;
  /** The same for at most so many milliseconds: what takes longer fails. */
  readonly within: (patience: number, ...args: readonly string[]) => Promise<GitAnswer>;
  /** The output of a command that may end with 0 only. */
  readonly must: (...args: readonly string[]) => Promise<string>;
  /** The output of a command that ends otherwise where there is nothing to say. */
  readonly may: (...args: readonly string[]) => Promise<string | undefined>;
  /** The commit that a name stands for, or undefined. */
  readonly commitOf: (revision: string) => Promise<string | undefined>;
  readonly found: () => Promise<Found>;
  readonly repository: () => Promise<Found & { readonly yes: true }>;
}

/** Finds the repository around a folder, once, and answers questions about it. */
export function askRepository(folder: string, options: NodeGitOptions): Asker {
  const env = options.env ?? process.env;
  const trust = (options.trusted ?? []).flatMap((path) => ['-c', `safe.directory=${path}`]);
  const program = once(() => findProgram('git', env));
  const run: Asker['run'] = async (...args) =>
    runGit(await program(), folder, env, [...trust, ...args]);
  const within: Asker['within'] = async (patience, ...args) =>
    runGit(await program(), folder, env, [...trust, ...args], patience);
  const found = once(() => findRepository(folder, run));
  const repository: Asker['repository'] = async () => {
    const state = await found();
    if (!state.yes) throw new UserError(state.why);
    return state;
  };
  const may: Asker['may'] = async (...args) => {
    await repository();
    const { code, stdout } = await run(...args);
    return code === 0 ? stdout.toString().replace(/\n$/, '') : undefined;
  };
  return {
    run,
    within,
    found,
    repository,
    may,
    async must(...args) {
      await repository();
      const { code, stdout, stderr } = await run(...args);
      if (code === 0) return stdout.toString();
      throw new UserError(`\`git ${args.join(' ')}\` failed: ${stderr || `exit code ${code}`}`);
    },
    commitOf: keyed(async (revision) =>
      isRevision(revision)
        ? await may('rev-parse', '--verify', '-q', `${revision}^{commit}`)
        : undefined,
    ),
  };
}

/** Git would take a leading `-` for an option; no name of a commit, branch or tag begins with one. */
const isRevision = (revision: string): boolean => revision !== '' && !/^-|[\0\n]/.test(revision);

async function findRepository(
  folder: string,
  run: (...args: readonly string[]) => Promise<GitAnswer>,
): Promise<Found> {
  const { code, stdout, stderr } = await run(
    'rev-parse',
    '--is-inside-work-tree',
    '--is-shallow-repository',
    '--show-cdup',
    '--show-prefix',
  );
  if (code !== 0) return whyNot(folder, code, stderr);
  const [inside, shallow, up = '', ...rest] = stdout.toString().split('\n');
  if (inside !== 'true') {
    return { yes: false, why: `\`${folder}\` is in a git repository without a work tree` };
  }
  const prefix = rest.join('\n').replace(/\n$/, '');
  if (prefix !== '' && (await isIgnored(run))) {
    // Such as an unpacked sdist in a scratch folder: the tags and commits around it are another project's.
    return { yes: false, why: `the git repository around \`${folder}\` ignores it` };
  }
  return { yes: true, shallow: shallow === 'true', top: up.replace(/\/$/, '') || '.', prefix };
}

async function isIgnored(
  run: (...args: readonly string[]) => Promise<GitAnswer>,
): Promise<boolean> {
  const ignored = await run('check-ignore', '-q', '.');
  return ignored.code === 0 && (await run('ls-files', '-z')).stdout.length === 0;
}

function whyNot(folder: string, code: number | undefined, stderr: string): Found {
  if (code === undefined) return unreadable('git is not installed, or not on PATH');
  const owned = /detected dubious ownership in repository at '(.*)'/.exec(stderr)?.[1];
  if (owned !== undefined) {
    return unreadable(
      `git refuses to read \`${owned}\`, which belongs to another user; ` +
        `to trust it: git config --global --add safe.directory "${owned}"`,
    );
  }
  if (/not a git repository/i.test(stderr))
    return existsSync(join(folder, '.git'))
      ? unreadable(`\`${folder}/.git\` is there, and git takes it for no repository`)
      : { yes: false, why: `\`${folder}\` is in no git repository` };
  return unreadable(`git cannot read the repository of \`${folder}\`: ${stderr}`);
}

const unreadable = (why: string): Found => ({ yes: false, unreadable: true, why });

/** Asks once and keeps the answer. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= ask());
}

/** Those who ask while the same question is open share its answer; who comes later asks anew. */
export function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let open: Promise<T> | undefined;
  return () =>
    (open ??= ask().finally(() => {
      open = undefined;
    }));
}

/** Asks once for each key and keeps the answers. */
export function keyed<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}
