import type { Release } from '@pymaint/changelog';
import { failIf, listed, skip, type Problem } from '@pymaint/core';
import { isPrerelease, parseVersion, releasePart, type Version } from '@pymaint/python';
import { check } from '../../check.ts';
import { levelByAge, nameOf, precedingOf } from '../../judging/age.ts';

const BREAKING_ENTRY = /^\W*(?:breaking\b|backwards?[- ]incompatib)|BREAKING CHANGE/i;

/** A change that breaks users has the step of the version that the project promises for it. */
export const breakingFitsVersion = check({
  id: 'changelog/breaking-fits-version',
  summary: 'Breaking changes come with the version step that the project promises',
  level: 'warning',
  reads: ['changelog', 'policy'],
  judge: ({ changelog, policy }) => {
    const { versioning } = policy.value;
    if (versioning === 'off' || versioning === 'calver')
      return skip(`\`versioning\` is \`${versioning}\``);
    const { releases } = changelog.value.changelog;
    return failIf(releases.flatMap((it) => stepTooSmall(it, releases, versioning) ?? []));
  },
});

function stepTooSmall(
  release: Release,
  releases: readonly Release[],
  versioning: 'semver' | 'major-only',
): Problem | undefined {
  const version = parseVersion(release.version?.canonical ?? '');
  const telling = breakingPlaces(release);
  const [first] = telling;
  const before = first === undefined ? undefined : precedingOf(release, releases);
  if (version === undefined || before === undefined || first === undefined) return undefined;
  if (isPrerelease(version) || isEnough(version, before.version, versioning)) return undefined;
  const step = releasePart(before.version, 0) === 0 ? 'minor' : 'major';
  return {
    level: levelByAge(release, releases, 'warning'),
    message: `Unexpected ${listed(telling.map(({ words }) => `\`${words}\``))} in \`${nameOf(release)}\`, expected a new ${step} version after \`${nameOf(before.release)}\``,
    place: first.place,
    related: [{ message: nameOf(before.release), place: before.release.heading.range }],
    remedy: `release it as a new ${step} version, or tell the change as what it is`,
  };
}

function isEnough(version: Version, before: Version, versioning: 'semver' | 'major-only'): boolean {
  if (version.epoch > before.epoch) return true;
  const [major, minor] = [releasePart(version, 0), releasePart(version, 1)];
  if (major > releasePart(before, 0)) return true;
  if (major > 0) return false;
  return versioning === 'major-only' || minor > releasePart(before, 1);
}

/** Sections that say so, or entries that begin so; an empty section says nothing. */
function breakingPlaces({ sections, entries }: Release) {
  const titled = sections
    .filter(
      ({ title, category }, at) =>
        (category === 'removed' || /breaking|incompatib/i.test(title)) &&
        entries.some(({ section }) => section === at),
    )
    .map(({ title, range }) => ({ words: title, place: range }));
  if (titled.length > 0) return titled;
  return entries
    .filter(({ text }) => BREAKING_ENTRY.test(text.slice(0, 200)))
    .slice(0, 1)
    .map(({ text, range }) => ({
      words: text.split('\n', 1)[0]?.slice(0, 60) ?? '',
      place: range,
    }));
}
