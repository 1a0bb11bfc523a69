import type { Release } from '@pymaint/changelog';
import { fail, fileStart, pass, skip, type Fact } from '@pymaint/core';
import { compareVersions, parseVersion, releasePart, type Version } from '@pymaint/python';
import { check } from '../../check.ts';
import type { EarlierRelease } from '../../facts.ts';
import { greatest } from '../../judging/follows.ts';
import { notReleasing } from '../../judging/origin.ts';

/** The changelog tells of the version. */
export const hasEntry = check({
  id: 'changelog/has-entry',
  summary: 'The changelog has an entry for the version',
  reads: ['changelog', 'candidate'],
  mayLack: ['entry', 'releases'],
  needs: ['version/valid'],
  judge: ({ changelog, candidate, entry, releases }) => {
    const { text } = candidate.value;
    const { path, changelog: read } = changelog.value;
    if (entry.known) return pass(`${entry.place.path}:${entry.place.line}`);
    const idle = notReleasing(candidate.value);
    if (idle !== undefined) return skip(idle);
    const version = parseVersion(text);
    if (version?.dev !== undefined) return skip('development versions have no entry');
    if (version !== undefined && isAbandoned(read.releases, version, releases))
      return skip(`${path} is not kept any more`);
    const open = read.releases.find(({ kind }) => kind === 'unreleased');
    const oneFileEach = open === undefined && read.releases[0]?.heading.style === 'file';
    const place = open?.heading.range ?? read.releases[0]?.heading.range ?? fileStart(path);
    return fail({
      // What a pre-release brings is often told under the final release alone.
      level: version?.pre === undefined ? 'error' : 'notice',
      message: `Unexpected changelog without an entry for \`${text}\`, expected one before the entry that stands here`,
      place: oneFileEach ? fileStart(path) : place,
      remedy:
        open === undefined
          ? `add a heading for ${text} with what has changed (towncrier build --version ${text} where fragments are kept)`
          : `give what stands under \`${open.heading.text}\` a heading for ${text}`,
    });
  },
});

/**
 * True where the changelog ends long before: the last release was made without an entry, or a whole major version was.
 * Release notes are then kept somewhere else.
 */
function isAbandoned(
  entries: readonly Release[],
  version: Version,
  releases: Fact<readonly EarlierRelease[]>,
): boolean {
  const newest = greatest(
    entries.flatMap((entry) => {
      const read = parseVersion(entry.version?.canonical ?? '');
      return read === undefined ? [] : [{ version: read }];
    }),
  );
  if (newest === undefined) return false;
  const last = releases.known ? greatest(releases.value) : undefined;
  return (
    (last !== undefined && compareVersions(last.version, newest.version) > 0) ||
    releasePart(version, 0) - releasePart(newest.version, 0) > 1
  );
}
