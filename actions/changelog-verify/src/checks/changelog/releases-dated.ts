import { failIf, skip } from '@pymaint/core';
import { check } from '../../check.ts';
import { levelByAge, nameOf } from '../../judging/age.ts';

/** How many of the newest releases show the project's habit. */
const HABIT = 12;

/** Releases have a date, where the project gives them one. */
export const releasesDated = check({
  id: 'changelog/releases-dated',
  summary: 'Each recent release has a date, where the others have one',
  level: 'warning',
  reads: ['changelog'],
  judge: ({ changelog }) => {
    const { releases } = changelog.value.changelog;
    const recent = releases.filter(({ kind }) => kind === 'released').slice(0, HABIT);
    const undated = recent.filter(({ date }) => date === undefined);
    // One in four without a date is a habit of its own.
    if (undated.length * 4 > recent.length) return skip('this changelog gives no dates');
    return failIf(
      undated.map((release) => ({
        level: levelByAge(release, releases, 'warning'),
        message: `Unexpected lack of a date at \`${nameOf(release)}\`, expected the day of the release`,
        place: release.heading.textRange,
        remedy: `write the day, as the other releases have it`,
      })),
      `${recent.length} of the newest`,
    );
  },
});
