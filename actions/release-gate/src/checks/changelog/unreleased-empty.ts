import { count, fail, pass, skip } from '@pymaint/core';
import { compareVersions, parseVersion } from '@pymaint/python';
import { check } from '../../check.ts';
import { isReleasing, notReleasing } from '../../judging/origin.ts';
import { isPlaceholder, isPointer } from '@pymaint/changelog';

/** What is in the release stands under the release, not under what is to come. */
export const unreleasedEmpty = check({
  id: 'changelog/unreleased-empty',
  summary: 'Nothing is left under “unreleased”',
  reads: ['changelog', 'candidate', 'entry'],
  judge: ({ changelog, candidate, entry }) => {
    const idle = notReleasing(candidate.value);
    if (idle !== undefined) return skip(idle);
    if (parseVersion(candidate.value.text)?.pre !== undefined)
      return skip('changes may stay under “unreleased” until the final release');
    const { releases } = changelog.value.changelog;
    // Below the entry it is an old release that was never given its date.
    const open = releases
      .slice(0, Math.max(0, releases.indexOf(entry.value)))
      .find((release) => release.kind === 'unreleased');
    const left = (open?.entries ?? []).filter(
      ({ text }) => !isPlaceholder(text) && !isPointer(text),
    );
    const [first] = left;
    if (open === undefined || first === undefined) return pass();
    // An older series goes on while the next version gathers its changes.
    const version = parseVersion(candidate.value.text);
    const newer = releases.some((release) => {
      const other = parseVersion(release.version?.canonical ?? '');
      return other !== undefined && version !== undefined && compareVersions(other, version) > 0;
    });
    if (newer) return skip('newer versions stand in the changelog already');
    return fail({
      level: isReleasing(candidate.value) ? 'error' : 'warning',
      message: `Unexpected ${count(left.length, 'entry', 'entries')} under \`${open.heading.text}\`, expected none beside the entry for \`${candidate.value.text}\``,
      place: first.range,
      related: [{ message: `the entry for ${candidate.value.text}`, place: entry.place }],
      remedy: `move them under ${entry.value.heading.text}`,
    });
  },
});
