import {
  comparedRefs,
  headingLinks,
  isRefOf,
  tagOf,
  versionOfRef,
  type HeadingLink,
  type Release,
} from '@pymaint/changelog';
import { failIf, listed, type Fact, type Problem } from '@pymaint/core';
import { sameVersion } from '@pymaint/python';
import { check } from '../../check.ts';
import type { Repository } from '../../facts.ts';
import { repositoryOf } from '../../judging/repository.ts';
import { levelByAge, nameOf, versioned } from '../../judging/age.ts';

/** The link of a release leads to this repository, and compares the right tags. */
export const linksRight = check({
  id: 'changelog/links-right',
  summary: 'The link of a release leads to this project, and to that release',
  level: 'warning',
  reads: ['changelog'],
  mayLack: ['repositories'],
  judge: ({ changelog, repositories }) => {
    const { releases } = changelog.value.changelog;
    const links = headingLinks(changelog.value.changelog);
    const problems = links.flatMap(
      (link) =>
        elsewhere(link, releases, repositories) ??
        wrongTag(link, releases) ??
        wrongComparison(link, releases) ??
        [],
    );
    return failIf(problems, `${links.length} links`);
  },
});

/** Old links name the repository as it was called then, and lead on. */
function elsewhere(
  { release, url, range }: HeadingLink,
  releases: readonly Release[],
  repositories: Fact<readonly Repository[]>,
): Problem | undefined {
  const found = repositoryOf(url);
  if (found === undefined || !repositories.known) return undefined;
  const same = (other: Repository): boolean =>
    other.name.toLowerCase() === found.name.toLowerCase();
  const hosts = repositories.value.map(({ host }) => host);
  if (repositories.value.some(same) || !hosts.includes(found.host)) return undefined;
  return {
    level: levelByAge(release, releases, 'warning'),
    message: `Unexpected repository \`${found.name}\` in the link of \`${nameOf(release)}\`, expected ${listed(
      [...new Set(repositories.value.map(({ name }) => `\`${name}\``))],
      'or',
    )}`,
    place: range,
  };
}

function wrongTag(
  { release, url, range }: HeadingLink,
  releases: readonly Release[],
): Problem | undefined {
  const tag = tagOf(url);
  if (tag === undefined || isRefOf(tag, release) !== false) return undefined;
  return {
    level: levelByAge(release, releases, 'warning'),
    message: `Unexpected tag \`${tag}\` in the link of \`${nameOf(release)}\`, expected the release’s own`,
    place: range,
  };
}

function wrongComparison(
  { release, url, range }: HeadingLink,
  releases: readonly Release[],
): Problem | undefined {
  const refs = comparedRefs(url);
  if (refs === undefined) return undefined;
  const level = levelByAge(release, releases, 'warning');
  const name = nameOf(release);
  if (refs.from === undefined)
    return {
      level,
      message: `Unexpected comparison with \`${refs.to}\` alone in the link of \`${name}\`, expected two refs with \`...\` between them`,
      place: range,
    };
  if (isRefOf(refs.to, release) === false)
    return {
      level,
      message: `Unexpected end \`${refs.to}\` of the comparison for \`${name}\`, expected the release’s own tag`,
      place: range,
    };
  return release.kind === 'unreleased' ? stale(release, refs.from, releases, range) : undefined;
}

/** The comparison of what is unreleased begins at the newest release; one that does not was forgotten. */
function stale(
  release: Release,
  from: string,
  releases: readonly Release[],
  place: HeadingLink['range'],
): Problem | undefined {
  const newest = versioned(releases).find((it) => it.release.kind !== 'unreleased')?.release;
  const found = versionOfRef(from);
  if (newest?.version === undefined || found === undefined) return undefined;
  if (sameVersion(found, newest.version.canonical)) return undefined;
  // Files of several series begin with another one now and then.
  const told = releases.some((it) => it.version && sameVersion(it.version.canonical, found));
  return {
    level: told ? 'warning' : 'notice',
    message: `Unexpected start \`${from}\` of the comparison for \`${nameOf(release)}\`, expected the tag of \`${nameOf(newest)}\``,
    place,
    related: [{ message: nameOf(newest), place: newest.heading.range }],
  };
}
