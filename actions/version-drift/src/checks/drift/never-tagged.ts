import { daysBetween, fail, pass, skip } from '@pymaint/core';
import { compareVersions, isPlainFinal, seriesOf } from '@pymaint/python';
import { check } from '../../check.ts';

/** Days between the date in the changelog and the tag: reviews and builds take their time. */
const GRACE = 14;

/** The declared version was tagged, or is still to come. */
export const neverTagged = check({
  id: 'drift/never-tagged',
  summary: 'No tag goes past the declared version without releasing it',
  level: 'notice',
  reads: ['target', 'releases', 'today'],
  mayLack: ['told'],
  judge: ({ target, releases, today, told }) => {
    const { version, from } = target.value;
    if (from !== 'declared' || !isPlainFinal(version)) return skip('no final version is declared');
    const made = releases.value.find((release) => compareVersions(release.version, version) === 0);
    if (made !== undefined) return pass(made.tag);
    // An older series may be released beside a newer one, so that only its own tags count.
    const later = releases.value.find(
      (release) =>
        seriesOf(release.version) === seriesOf(version) &&
        compareVersions(release.version, version) > 0,
    );
    if (later === undefined && told.known && daysBetween(told.value.day, today.value) > GRACE)
      return fail({
        message: `Unexpected declared version \`${version.text}\` without a tag, expected one since ${told.value.day}, when it was released by the changelog`,
        place: target.place,
        related: [{ message: `released on ${told.value.day}`, place: told.place }],
        remedy: 'tag the commit that released it, or take the date out of the changelog',
        data: { day: told.value.day },
      });
    if (later === undefined) return pass(`${version.canonical} is still to be tagged`);
    return fail({
      message: `Unexpected declared version \`${version.text}\`, expected one that is tagged or follows the last tag: \`${later.tag}\` is later`,
      place: target.place,
      remedy: 'raise the declared version, or tag the commit that released it',
      data: { later: later.tag },
    });
  },
});
