import { count, daysBetween, failIf, parseIsoDate, type Problem } from '@pymaint/core';
import { compareVersions, parseVersion, type ReleaseDate } from '@pymaint/python';
import { check } from '../../check.ts';
import type { Release } from '../../facts.ts';
import { dateProblem } from '../../judging/date-problem.ts';

/** The day beside a version is not that of an earlier release. */
export const releaseDate = check({
  id: 'drift/release-date',
  summary: 'The day of release beside a version is that of this version',
  level: 'warning',
  reads: ['dates', 'releases', 'today'],
  judge: ({ dates, releases, today }) => {
    const problems = dates.value.flatMap(
      (date) => problemOf(date, releases.value, today.value) ?? [],
    );
    return failIf(problems, count(dates.value.length, 'day'));
  },
});

/**
 * A day that is one or two off was told before the tag was made, or in another time zone. A day before an earlier release is
 * surely that of one of those: the version was bumped and the day was not.
 */
function problemOf(
  date: ReleaseDate,
  releases: readonly Release[],
  today: string,
): Problem | undefined {
  const written = parseIsoDate(date.written);
  const version = date.version === undefined ? undefined : parseVersion(date.version);
  if (written === undefined || version === undefined) return undefined;
  const made = releases.find((release) => compareVersions(release.version, version) === 0);
  // Patches of an old series are tagged after releases of a newer one, so that only smaller versions count.
  const before = releases.find((release) => compareVersions(release.version, version) < 0);
  if (made === undefined || before === undefined) return undefined;
  const late = daysBetween(written, before.date);
  if (late <= 0 || daysBetween(before.date, made.date) <= 0) return undefined;
  const day = made.date <= today ? made.date : today;
  return dateProblem(
    date,
    day,
    `, on which \`${made.tag}\` was tagged: \`${before.tag}\` is of ${before.date}`,
  );
}
