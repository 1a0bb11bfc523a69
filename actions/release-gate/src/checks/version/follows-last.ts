import { fail, pass } from '@pymaint/core';
import { compareVersions, parseVersion } from '@pymaint/python';
import { check } from '../../check.ts';
import { greatest, seriesMates } from '../../judging/follows.ts';

/** The version goes on from the last release of its series; an older series may be released beside a newer one. */
export const followsLast = check({
  id: 'version/follows-last',
  summary: 'The version is greater than the last release of its series',
  reads: ['candidate', 'releases'],
  needs: ['version/valid'],
  judge: ({ candidate, releases }) => {
    const { text, from, releasedAs } = candidate.value;
    const version = parseVersion(text);
    const last = greatest(releases.value);
    if (version === undefined || last === undefined) return pass('the first release');
    const { place } = candidate;
    if (releasedAs !== undefined)
      return fail({
        // Many projects declare the last release until the next one is made; nobody said that it is to be released.
        level: from === 'declared' ? 'warning' : 'error',
        message: `Unexpected version \`${text}\`, expected one that is not released yet: \`${releasedAs}\` is`,
        place,
        remedy: 'raise the version, or name the one to be released by `version`',
        data: { released: releasedAs },
      });
    if (compareVersions(version, last.version) > 0) return pass(`follows ${last.version.text}`);
    const mates = seriesMates(version, releases.value);
    const before = greatest(mates);
    if (before !== undefined && compareVersions(version, before.version) > 0)
      return pass(`follows ${before.version.text}, beside ${last.version.text}`);
    const after = before ?? last;
    return fail({
      level: before === undefined ? 'warning' : 'error',
      message: `Unexpected version \`${text}\`, expected one greater than \`${after.version.text}\`, which is released as \`${after.tag}\``,
      place,
      remedy: `name a version after ${after.version.text}`,
      data: { last: after.version.text },
    });
  },
});
