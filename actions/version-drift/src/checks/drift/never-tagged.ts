import { fail, pass, skip } from '@pymaint/core';
import { compareVersions, isPlainFinal, seriesOf } from '@pymaint/python';
import { check } from '../../check.ts';

/** The declared version was tagged, or is still to come. */
export const neverTagged = check({
  id: 'drift/never-tagged',
  summary: 'No tag goes past the declared version without releasing it',
  level: 'notice',
  reads: ['target', 'releases'],
  judge: ({ target, releases }) => {
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
    if (later === undefined) return pass(`${version.canonical} is still to be tagged`);
    return fail({
      message: `Unexpected declared version \`${version.text}\`, expected one that is tagged or follows the last tag: \`${later.tag}\` is later`,
      place: target.place,
      remedy: 'raise the declared version, or tag the commit that released it',
      data: { later: later.tag },
    });
  },
});
