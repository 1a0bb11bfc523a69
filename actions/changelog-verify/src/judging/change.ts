import type { Changelog, Entry, Release } from '@pymaint/changelog';
import { sameVersion } from '@pymaint/python';

/** A release that stands in both files. */
export interface Pair {
  readonly before: Release;
  readonly after: Release;
}

/** The releases that were out before the change and still are in the file. */
export const releasedPairs = (before: Changelog, after: Changelog): readonly Pair[] =>
  before.releases.flatMap((old) => {
    const now = old.kind === 'unreleased' ? undefined : counterpart(old, after);
    return now === undefined ? [] : [{ before: old, after: now }];
  });

/** The release of the same version. */
export const counterpart = (release: Release, { releases }: Changelog): Release | undefined =>
  releases.find(
    ({ version }) =>
      version !== undefined &&
      release.version !== undefined &&
      sameVersion(version.canonical, release.version.canonical),
  );

/** The entries that `after` has and `before` has not, by their words; white space does not count. */
export function newEntries(before: readonly Entry[], after: readonly Entry[]): readonly Entry[] {
  const known = new Map<string, number>();
  for (const { text } of before) known.set(words(text), (known.get(words(text)) ?? 0) + 1);
  return after.filter(({ text }) => {
    const left = known.get(words(text)) ?? 0;
    known.set(words(text), left - 1);
    return left <= 0;
  });
}

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** All entries of what is unreleased. */
export const unreleasedEntries = ({ releases }: Changelog): readonly Entry[] =>
  releases.filter(({ kind }) => kind === 'unreleased').flatMap(({ entries }) => entries);

/** True where the change makes a release: a version stands as released that did not before. */
export const makesRelease = (before: Changelog, after: Changelog): boolean =>
  after.releases.some((release) => {
    if (release.kind !== 'released' || release.version === undefined) return false;
    const old = counterpart(release, before);
    return old === undefined || old.kind === 'unreleased';
  });
