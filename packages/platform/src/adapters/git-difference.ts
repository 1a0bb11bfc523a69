import type { GitDifference } from '../ports/index.ts';
import type { Asker } from './git-repository.ts';

/** What the commit changes since it left a revision: see {@link import('../ports/git.ts').Git.changesSince}. */
export async function readChangesSince(
  asker: Asker,
  revision: string,
  tip: string | undefined,
): Promise<GitDifference | undefined> {
  const base = await baseOf(asker, revision, tip);
  if (base === undefined) return undefined;
  return {
    base,
    files: readDifference(await asker.must('diff', ...DIFFERENCE, base, 'HEAD', '--', '.')),
  };
}

/** The first parent of a merge of `tip`, else where the commit and the revision part. */
async function baseOf(
  { commitOf, may }: Asker,
  revision: string,
  tip: string | undefined,
): Promise<string | undefined> {
  const second = tip === undefined ? undefined : await commitOf('HEAD^2');
  if (second !== undefined && second === tip) return await commitOf('HEAD^1');
  const from = (await commitOf(revision)) ?? (await commitOf(`refs/remotes/origin/${revision}`));
  return from === undefined ? undefined : await may('merge-base', from, 'HEAD');
}

const DIFFERENCE = ['--name-status', '-z', '--no-renames', '--relative', '--no-ext-diff'];

/** `A`, NUL, path, NUL. */
function readDifference(output: string): GitDifference['files'] {
  const fields = output.split('\0').filter((field) => field !== '');
  return fields.flatMap((state, at) => {
    const path = fields[at + 1];
    if (at % 2 === 1 || path === undefined) return [];
    const kind = state === 'A' ? 'added' : state === 'D' ? 'deleted' : 'modified';
    return [{ path, kind }];
  });
}
