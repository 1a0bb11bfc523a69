import { fileStart, known, notApplicable, notKnown, type Fact } from '@pymaint/core';
import { type HostedRepository, repositoryAt } from '@pymaint/docs';
import type { Ports } from '@pymaint/platform';
import type { Project } from '@pymaint/python';

/** What git says of where the project is hosted, and of its branches. */
interface GitSays {
  /** Those of `upstream` and of `origin`. */
  readonly remotes: readonly (string | undefined)[];
  readonly main: string | undefined;
  readonly branch: string | undefined;
}

/** Asks git all of it at once. */
async function ask({ git }: Ports): Promise<Fact<GitSays>> {
  if (!(await git.available()).yes) return notKnown('this is no git checkout');
  if ((await git.top()) !== '.') return notApplicable('the project is a folder of its repository');
  const [upstream, origin, main, branch] = await Promise.all([
    git.remoteUrl('upstream'),
    git.remoteUrl('origin'),
    git.defaultBranch(),
    git.branch(),
  ]);
  return known({ remotes: [upstream, origin], main, branch }, fileStart('.'));
}

/**
 * Where the project is hosted: as git's remotes say, else the project's own addresses. Known only where the tree is
 * that of the default branch, or may become it. Git is asked before the project is at hand.
 */
export async function gatherRepository(
  ports: Ports,
  project: () => Promise<Fact<Project>>,
): Promise<Fact<HostedRepository>> {
  const asked = ask(ports);
  // A refusal is met below, behind what else may fail.
  asked.catch(() => {});
  const metadata = await project();
  const said = await asked;
  if (!said.known) return said;
  const { remotes, main, branch } = said.value;
  const urls =
    metadata.known && metadata.value.urls.known
      ? [...metadata.value.urls.value.values()].map(({ text }) => text)
      : [];
  const [found] = [...remotes, ...urls].flatMap((url) => repositoryAt(url ?? '') ?? []);
  if (found === undefined)
    return notApplicable('no remote and no address says where the project is hosted');
  // Another branch may never be merged: a file that it lacks is there on the default one.
  const isMain = main !== undefined && (branch === undefined || branch === main);
  return known({ ...found, refs: isMain ? [main, 'HEAD'] : [] }, fileStart('.'));
}
