import {
  fileStart,
  known,
  notApplicable,
  notKnown,
  type Fact,
  type Place,
  type Unknown,
} from '@pymaint/core';
import type { Git, GitChange } from '@pymaint/platform';
import type { Branching, Change, History } from '../facts.ts';

/**
 * Why git can say nothing, or undefined where it can. A folder outside git is no fault by itself; of a repository that
 * cannot be read nothing is known, which is never good.
 */
export async function gitMissing(git: Git): Promise<Unknown | undefined> {
  const available = await git.available();
  if (available.yes) return undefined;
  return available.unreadable === true ? notKnown(available.why) : notApplicable(available.why);
}

/** What differs from the last commit, pymaint's own reports left out. */
export async function gatherChanges(git: Git): Promise<Fact<readonly Change[]>> {
  const missing = await gitMissing(git);
  if (missing !== undefined) return missing;
  const changes = await git.changes();
  return known(
    changes.filter(({ path }) => !path.startsWith('.pymaint/')).map(changeOf),
    fileStart('.'),
  );
}

/** `git status --porcelain`: index and working tree, one letter each. */
function changeOf({ state, path }: GitChange): Change {
  const kind = (): Change['kind'] => {
    if (state === '??') return 'untracked';
    if (state.includes('U') || state === 'AA' || state === 'DD') return 'conflicted';
    if (state.includes('R')) return 'renamed';
    if (state.includes('D')) return 'deleted';
    return state.includes('A') ? 'added' : 'modified';
  };
  return { path, kind: kind() };
}

/** The files that git tracks below the project's folder. */
export async function gatherTracked(git: Git): Promise<Fact<readonly string[]>> {
  const missing = await gitMissing(git);
  return missing ?? known((await git.tracked()).toSorted(), fileStart('.'));
}

/** How much history there is. */
export async function gatherHistory(git: Git): Promise<Fact<History>> {
  const missing = await gitMissing(git);
  if (missing !== undefined) return missing;
  const [shallow, tags] = await Promise.all([git.isShallow(), git.tags()]);
  return known({ shallow, tags: tags.length }, fileStart('.'));
}

/** Whether a commit is on the default branch, as far as this clone can tell. */
export async function gatherBranching(
  git: Git,
  asked: string | undefined,
  commit: string | undefined,
  place: Place,
): Promise<Fact<Branching>> {
  const missing = await gitMissing(git);
  if (missing !== undefined) return missing;
  const [head, found] = await Promise.all([git.head(), git.defaultBranch()]);
  const judged = commit ?? head;
  const defaultBranch = asked ?? found;
  if (judged === undefined) return notApplicable('there is no commit yet');
  if (defaultBranch === undefined)
    return notKnown(
      'this clone does not know the default branch: name it by `default-branch`, or fetch it (`fetch-depth: 0` at actions/checkout)',
    );
  const onDefault = await firstAnswer(
    [`origin/${defaultBranch}`, defaultBranch].map(
      (branch) => () => git.isAncestor(judged, branch),
    ),
  );
  if (onDefault === undefined)
    return notKnown(
      `this clone cannot tell whether the commit is on \`${defaultBranch}\`: git fetch --unshallow origin ${defaultBranch} (\`fetch-depth: 0\` at actions/checkout)`,
    );
  const alsoOn = onDefault ? [] : await git.branchesWith(judged);
  return known({ commit: judged, defaultBranch, onDefault, alsoOn }, place);
}

/** The first answer that is certain and yes, else no where any was certain. */
async function firstAnswer(
  questions: readonly (() => Promise<boolean | undefined>)[],
): Promise<boolean | undefined> {
  let answer: boolean | undefined;
  for (const question of questions) {
    const said = await question();
    if (said === true) return true;
    answer ??= said;
  }
  return answer;
}
