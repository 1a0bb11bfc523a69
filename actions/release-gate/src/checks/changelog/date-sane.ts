import { daysBetween, failIf, type Problem } from '@pymaint/core';
import { compareVersions, parseVersion } from '@pymaint/python';
import type { Release } from '@pymaint/changelog';
import { check } from '../../check.ts';

/** Days. Further apart than the first, entry and tag may not belong together; than the second, the year is wrong. */
const FAR = 30;
const VERY_FAR = 300;

/** The entry's date is not in the future, not before the preceding release, and near the tag's. */
export const dateSane = check({
  id: 'changelog/date-sane',
  summary: 'The date of the changelog’s entry can be true',
  reads: ['entry', 'changelog', 'today'],
  mayLack: ['tag'],
  judge: ({ entry, changelog, today, tag }) => {
    const { date } = entry.value;
    if (date?.iso === undefined) return failIf([]);
    const { iso, range: place } = date;
    const problems: Problem[] = [];
    // Where the maintainer is, it may be tomorrow already.
    if (daysBetween(today.value, iso) > 1)
      problems.push({
        message: `Unexpected date \`${date.written}\` in the future, expected the day of the release`,
        place,
        remedy: `write the day of the release: ${today.value}`,
      });
    const before = preceding(entry.value, changelog.value.changelog.releases);
    if (before?.date?.iso !== undefined && before.date.iso > iso)
      problems.push({
        level: 'warning',
        message: `Unexpected date \`${date.written}\`, expected none before ${before.date.iso}, the date of \`${before.version?.written}\``,
        place,
        related: [
          { message: `the entry for ${before.version?.written}`, place: before.heading.range },
        ],
        remedy: 'look at the year',
      });
    const tagged = tag.known ? tag.value.date : undefined;
    const apart = tagged === undefined ? 0 : Math.abs(daysBetween(iso, tagged));
    if (tagged !== undefined && problems.length === 0 && apart > FAR)
      problems.push({
        level: apart > VERY_FAR ? 'warning' : 'notice',
        message: `Unexpected date \`${date.written}\`, expected one near ${tagged}, the day of the tag`,
        place,
        remedy: `write the day of the release: ${tagged}`,
      });
    return failIf(problems, iso);
  },
});

/** The release just below it by version: by its number, for two series may stand in one file. */
function preceding(entry: Release, releases: readonly Release[]): Release | undefined {
  const own = parseVersion(entry.version?.canonical ?? '');
  if (own === undefined) return undefined;
  return releases
    .flatMap((release) => {
      const version = parseVersion(release.version?.canonical ?? '');
      return version !== undefined && compareVersions(version, own) < 0
        ? [{ release, version }]
        : [];
    })
    .toSorted((a, b) => compareVersions(b.version, a.version))[0]?.release;
}
