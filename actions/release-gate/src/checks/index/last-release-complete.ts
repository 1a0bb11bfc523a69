import { failIf, listed, skip, type Problem } from '@pymaint/core';
import { compareVersions, isPrerelease, type Version } from '@pymaint/python';
import { check } from '../../check.ts';
import type { EarlierRelease } from '../../facts.ts';
import { indexedReleases, lastTwo, type IndexedRelease } from '../../judging/indexed.ts';
import { whereAsked } from '../../judging/network.ts';

/** The last release is on the index, with the kinds of files that the one before it had. */
export const lastReleaseComplete = check({
  id: 'index/last-release-complete',
  summary: 'Every kind of file of the last release is on the package index',
  level: 'warning',
  reads: ['candidate', 'index'],
  mayLack: ['releases'],
  judge: ({ candidate, index, releases }) =>
    whereAsked(index.value, ({ project, url }) => {
      if (project === undefined) return skip('nothing is on the index yet');
      const all = indexedReleases(project);
      const [last, before] = lastTwo(all);
      if (last === undefined) return skip('the index has no release that was not yanked');
      const problem = (message: string): Problem => ({ message, place: candidate.place });
      const never = releases.known ? unpublished(releases.value, all, last) : undefined;
      const problems = [
        ...(never === undefined
          ? []
          : [
              problem(
                `Unexpected release \`${never.tag}\` that is not at ${url}, expected its files there`,
              ),
            ]),
        ...missing(last, before).map((what) =>
          problem(
            `Unexpected release ${last.version.text} without ${what} at ${url}, expected what ${before?.version.text ?? ''} has`,
          ),
        ),
      ];
      return failIf(problems, `${last.version.text}: ${last.files.length} files`);
    }),
});

/**
 * A release that was tagged after the last one on the index, and is not there. Only where the release before it is:
 * else the project does not publish what it tags.
 */
function unpublished(
  tagged: readonly EarlierRelease[],
  all: readonly IndexedRelease[],
  last: IndexedRelease,
): EarlierRelease | undefined {
  const isThere = (version: Version): boolean =>
    all.some((release) => compareVersions(release.version, version) === 0);
  const [newest, second] = tagged.filter(({ version }) => !isPrerelease(version));
  if (newest === undefined || second === undefined) return undefined;
  const isNewer = compareVersions(newest.version, last.version) > 0;
  return isNewer && !isThere(newest.version) && isThere(second.version) ? newest : undefined;
}

/** Kinds and platforms that the release before had and the last one has not. */
function missing(last: IndexedRelease, before: IndexedRelease | undefined): readonly string[] {
  if (before === undefined) return [];
  const has = ({ files }: IndexedRelease, kind: string): boolean =>
    files.some((file) => file.kind === kind);
  const kinds = [
    ...(has(before, 'sdist') && !has(last, 'sdist') ? ['an sdist'] : []),
    ...(has(before, 'wheel') && !has(last, 'wheel') ? ['a wheel'] : []),
  ];
  if (kinds.length > 0) return kinds;
  const platforms = ({ files }: IndexedRelease): ReadonlySet<string> =>
    new Set(files.flatMap((file) => file.platforms));
  const [now, then] = [platforms(last), platforms(before)];
  const gone = [...then].filter((platform) => COMMON.has(platform) && !now.has(platform));
  // A project that turned to pure Python needs no others.
  return now.has('any') || gone.length === 0 ? [] : [`a wheel for ${listed(gone.toSorted())}`];
}

const COMMON: ReadonlySet<string> = new Set(['linux', 'musllinux', 'macos', 'windows']);
