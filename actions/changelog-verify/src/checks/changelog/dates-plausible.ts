import type { Release } from '@pymaint/changelog';
import { daysBetween, failIf, type IsoDate, type Problem } from '@pymaint/core';
import { parseVersion, seriesOf, versionKey } from '@pymaint/python';
import { check } from '../../check.ts';
import type { TaggedRelease } from '../../facts.ts';
import { levelByAge, nameOf, precedingOf } from '../../judging/age.ts';

/** Days. Further apart than that, entry and tag do not belong together. */
const FAR = 30;

/** The dates of releases can be true: not to come, none before the release it follows, each near its tag's. */
export const datesPlausible = check({
  id: 'changelog/dates-plausible',
  summary: 'The dates of releases can be true',
  reads: ['changelog', 'today'],
  mayLack: ['tags'],
  judge: ({ changelog, today, tags }) => {
    const { releases } = changelog.value.changelog;
    const tagged = new Map(
      (tags.known ? tags.value.releases : []).map((tag) => [versionKey(tag.version), tag]),
    );
    const problems = releases
      .filter(({ kind, date }) => kind !== 'unreleased' && date?.iso !== undefined)
      .flatMap(
        (release) =>
          toCome(release, today.value) ??
          beforeItsPredecessor(release, releases) ??
          farFromTag(release, releases, tagged) ??
          [],
      );
    return failIf(problems);
  },
});

/** Where the maintainer is, it may be tomorrow already. */
function toCome({ date }: Release, today: IsoDate): Problem | undefined {
  if (date?.iso === undefined || daysBetween(today, date.iso) <= 1) return undefined;
  return {
    message: `Unexpected date \`${date.written}\` in the future, expected today (${today}) or a day before`,
    place: date.range,
    remedy: 'write the day of the release, or “unreleased” until then',
  };
}

/** Only within a series: a patch of an older one comes after a newer version. */
function beforeItsPredecessor(release: Release, releases: readonly Release[]): Problem | undefined {
  const { date } = release;
  const before = precedingOf(release, releases);
  const own = parseVersion(release.version?.canonical ?? '');
  const other = before?.release.date;
  if (date?.iso === undefined || other?.iso === undefined || own === undefined) return undefined;
  if (before === undefined || seriesOf(before.version) !== seriesOf(own)) return undefined;
  if (daysBetween(other.iso, date.iso) >= -1) return undefined;
  return {
    level: levelByAge(release, releases, 'warning'),
    message: `Unexpected date \`${date.written}\` of \`${nameOf(release)}\`, expected none before ${other.iso}, the date of \`${nameOf(before.release)}\``,
    place: date.range,
    related: [{ message: nameOf(before.release), place: other.range }],
    remedy: 'look at the year',
  };
}

function farFromTag(
  release: Release,
  releases: readonly Release[],
  tagged: ReadonlyMap<string, TaggedRelease>,
): Problem | undefined {
  const version = parseVersion(release.version?.canonical ?? '');
  const { date } = release;
  if (version === undefined || date?.iso === undefined) return undefined;
  const tag = tagged.get(versionKey(version));
  if (tag === undefined || Math.abs(daysBetween(date.iso, tag.date)) <= FAR) return undefined;
  return {
    // Tags are moved and made anew when a repository is: of an old one the date says little.
    level: levelByAge(release, releases, 'warning'),
    message: `Unexpected date \`${date.written}\` of \`${nameOf(release)}\`, expected one near ${tag.date}, the day of tag \`${tag.tag}\``,
    place: date.range,
  };
}
