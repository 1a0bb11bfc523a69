import { fileStart, known, notApplicable, notKnown, type Fact } from '@pymaint/core';
import { type HostedRepository, repositoryAt } from '@pymaint/docs';
import type { Ports } from '@pymaint/platform';
import type { Project } from '@pymaint/python';

/**
 * Where the project is hosted: as git's remotes say, else the project's own addresses. Known only where the tree is
 * that of the default branch, or may become it.
 */
export async function gatherRepository(
  { git }: Ports,
  project: Fact<Project>,
): Promise<Fact<HostedRepository>> {
  if (!(await git.available()).yes) return notKnown('this is no git checkout');
  if ((await git.top()) !== '.') return notApplicable('the project is a folder of its repository');
  const remotes = [await git.remoteUrl('upstream'), await git.remoteUrl('origin')];
  const urls =
    project.known && project.value.urls.known
      ? [...project.value.urls.value.values()].map(({ text }) => text)
      : [];
  const [found] = [...remotes, ...urls].flatMap((url) => repositoryAt(url ?? '') ?? []);
  if (found === undefined)
    return notApplicable('no remote and no address says where the project is hosted');
  const main = await git.defaultBranch();
  const branch = await git.branch();
  // Another branch may never be merged: a file that it lacks is there on the default one.
  const isMain = main !== undefined && (branch === undefined || branch === main);
  return known({ ...found, refs: isMain ? [main, 'HEAD'] : [] }, fileStart('.'));
}
