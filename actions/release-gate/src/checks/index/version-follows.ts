import { fail, pass, skip } from '@pymaint/core';
import { compareVersions, parseVersion } from '@pymaint/python';
import { check } from '../../check.ts';
import { greatest, seriesMates } from '../../judging/follows.ts';
import { indexedReleases } from '../../judging/indexed.ts';
import { whereAsked } from '../../judging/network.ts';
import { isReleasing, notReleasing } from '../../judging/origin.ts';

/** The version goes on from the last release of its series on the index; what was yanked does not count. */
export const versionFollows = check({
  id: 'index/version-follows',
  summary: 'The version is greater than the last one of its series on the package index',
  reads: ['candidate', 'index'],
  needs: ['version/valid', 'version/follows-last', 'index/version-free'],
  judge: ({ candidate, index }) =>
    whereAsked(index.value, ({ project, url }) => {
      const { text } = candidate.value;
      const idle = notReleasing(candidate.value);
      if (idle !== undefined) return skip(idle);
      const version = parseVersion(text);
      const releases = project === undefined ? [] : indexedReleases(project);
      const valid = releases.filter(({ yanked }) => !yanked);
      const last = greatest(valid);
      if (version === undefined || last === undefined) return pass();
      if (compareVersions(version, last.version) > 0) return pass(`follows ${last.version.text}`);
      const before = greatest(seriesMates(version, valid));
      if (before !== undefined && compareVersions(version, before.version) > 0)
        return pass(`follows ${before.version.text}, beside ${last.version.text}`);
      const after = before ?? last;
      return fail({
        level: before !== undefined && isReleasing(candidate.value) ? 'error' : 'warning',
        message: `Unexpected version \`${text}\`, expected one greater than \`${after.version.text}\`, which is at ${url}`,
        place: candidate.place,
        remedy: `name a version after ${after.version.text}`,
        data: { index: url, last: after.version.text },
      });
    }),
});
