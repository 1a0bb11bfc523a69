import type { Fact } from '@pymaint/core';
import { type OwnRepository, repositoryAddress } from '@pymaint/docs';
import type { Ports } from '@pymaint/platform';
import { compareVersions, parseVersion, type Project, type Version } from '@pymaint/python';

/** What the clone can answer for its own repository; undefined without git or without a remote. */
export async function ownRepository(
  { git, workspace }: Ports,
  project: Fact<Project>,
): Promise<OwnRepository | undefined> {
  if (!(await git.available()).yes) return undefined;
  const address = repositoryAddress((await git.remoteUrl('origin')) ?? '');
  if (address === undefined) return undefined;
  const top = await git.top();
  const depth = top === '.' ? 0 : top.split('/').length;
  const folder = depth === 0 ? [] : workspace.folder.split(/[/\\]/).slice(-depth);
  const tracked = new Set<string>();
  for (const path of await git.tracked())
    for (
      let whole = [...folder, path].join('/');
      whole !== '' && !tracked.has(whole);
      whole = whole.slice(0, Math.max(0, whole.lastIndexOf('/')))
    )
      tracked.add(whole);
  const tags = (await git.tags()).map(({ name }) => name);
  return {
    address,
    tracked,
    tags: new Set(tags),
    defaultBranch: await git.defaultBranch(),
    isPlanned: plannedTags(tags, project),
  };
}

/** A tag is planned where it holds the version that the project declares, or one beyond all tags. */
function plannedTags(tags: readonly string[], project: Fact<Project>): (tag: string) => boolean {
  const declared =
    project.known && project.value.version.known
      ? parseVersion(project.value.version.value.written)
      : undefined;
  const greatest = tags.reduce<Version | undefined>((most, tag) => {
    const version = versionIn(tag);
    if (version === undefined) return most;
    return most === undefined || compareVersions(version, most) > 0 ? version : most;
  }, undefined);
  return (tag) => {
    const version = versionIn(tag);
    if (version === undefined) return false;
    if (declared !== undefined && compareVersions(version, declared) === 0) return true;
    return greatest !== undefined && compareVersions(version, greatest) > 0;
  };
}

/** The version at the end of a tag: `1.2` of `v1.2` and `name-1.2`. */
const versionIn = (tag: string): Version | undefined =>
  parseVersion(/(?:^|[^\d.])(\d[\w.+!]*)$/.exec(tag.slice(-100))?.[1] ?? '');
