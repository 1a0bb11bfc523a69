import type { Release } from '@pymaint/changelog';
import { daysBetween, type IsoDate, type Problem } from '@pymaint/core';
import { parseVersion, seriesOf } from '@pymaint/python';
import { levelByAge, nameOf, precedingOf } from './age.ts';

/** Days. Further apart than that, entry and tag do not belong together. */
const FAR = 30;

/** What the date of a release is held against. */
export interface DateWitness {
  readonly releases: readonly Release[];
  readonly today: IsoDate;
  /** The release's own tag and its day, where there is one. */
  readonly tag: { readonly name: string; readonly date: IsoDate } | undefined;
  /**
   * True for the version that is being released: it comes after every other. Of past ones only those of a series can be
   * compared, as a patch of an older one comes after a newer version.
   */
  readonly isNext: boolean;
}

/** Why the date of a release cannot be true: it is to come, before the release that it follows, or far from its tag's. */
export const dateProblem = (release: Release, witness: DateWitness): Problem | undefined =>
  toCome(release, witness) ??
  beforeItsPredecessor(release, witness) ??
  farFromTag(release, witness);

/** Where the maintainer is, it may be tomorrow already. */
function toCome({ date }: Release, { today }: DateWitness): Problem | undefined {
  if (date?.iso === undefined || daysBetween(today, date.iso) <= 1) return undefined;
  return {
    message: `Unexpected date \`${date.written}\` in the future, expected the day of the release`,
    place: date.range,
    remedy: `write the day of the release, ${today} or before, or “unreleased” until then`,
  };
}

function beforeItsPredecessor(
  release: Release,
  { releases, isNext }: DateWitness,
): Problem | undefined {
  const { date } = release;
  const before = precedingOf(release, releases);
  const own = parseVersion(release.version?.canonical ?? '');
  const other = before?.release.date;
  if (date?.iso === undefined || other?.iso === undefined || own === undefined) return undefined;
  if (before === undefined || (!isNext && seriesOf(before.version) !== seriesOf(own)))
    return undefined;
  if (daysBetween(other.iso, date.iso) >= -1) return undefined;
  return {
    level: levelByAge(release, releases, 'warning'),
    message: `Unexpected date \`${date.written}\` of \`${nameOf(release)}\`, expected none before ${other.iso}, the date of \`${nameOf(before.release)}\``,
    place: date.range,
    related: [{ message: nameOf(before.release), place: other.range }],
    remedy: 'look at the year',
  };
}

function farFromTag(release: Release, { releases, tag }: DateWitness): Problem | undefined {
  const { date } = release;
  if (tag === undefined || date?.iso === undefined) return undefined;
  if (Math.abs(daysBetween(date.iso, tag.date)) <= FAR) return undefined;
  return {
    // Tags are moved and made anew when a repository is: of an old one the date says little.
    level: levelByAge(release, releases, 'warning'),
    message: `Unexpected date \`${date.written}\` of \`${nameOf(release)}\`, expected one near ${tag.date}, the day of tag \`${tag.name}\``,
    place: date.range,
    remedy: `write the day of the release: ${tag.date}`,
  };
}
