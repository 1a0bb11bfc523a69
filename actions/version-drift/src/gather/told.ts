import { findChangelog } from '@pymaint/changelog';
import { known, notApplicable, type Fact } from '@pymaint/core';
import { readThrough } from '@pymaint/platform';
import { compareVersions, isPlainFinal, sameVersion, type Project } from '@pymaint/python';
import type { Release, Sources, Target, Told } from '../facts.ts';

/**
 * The day on which the changelog says that the declared version was released. Only asked for a final version that no tag
 * bears, since reading a changelog takes long.
 */
export async function gatherTold(
  sources: Sources,
  { urls, name }: Project,
  target: Fact<Target>,
  releases: Fact<readonly Release[]>,
): Promise<Fact<Told>> {
  if (!target.known) return target;
  if (!releases.known) return releases;
  const { version, from } = target.value;
  const tagged = releases.value.some((made) => compareVersions(made.version, version) === 0);
  if (from !== 'declared' || !isPlainFinal(version) || tagged)
    return notApplicable('the declared version is tagged, or is no final one');
  const found = await readThrough(sources, ({ list, read }) =>
    findChangelog(
      { paths: list(), read },
      {
        projectName: name.known ? name.value : undefined,
        urls: Object.fromEntries(
          urls.known ? [...urls.value].map(([label, { text }]) => [label, text]) : [],
        ),
        declared: [],
      },
    ),
  );
  const entry = found?.changelog.releases.find(
    (release) =>
      release.version !== undefined && sameVersion(release.version.canonical, version.canonical),
  );
  const day = entry?.unreleased === undefined ? entry?.date?.iso : undefined;
  return entry === undefined || day === undefined
    ? notApplicable('the changelog dates no entry for the declared version')
    : known({ day }, entry.heading.range);
}
