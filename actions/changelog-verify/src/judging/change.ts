import type { Changelog, Entry, Release } from '@pymaint/changelog';
import { parseVersion, versionKey } from '@pymaint/python';

/** A release that stands in both files. */
export interface Pair {
  readonly before: Release;
  readonly after: Release;
}

/** The releases that were out before the change and still are in the file. */
export function releasedPairs(before: Changelog, after: Changelog): readonly Pair[] {
  const now = byVersion(after);
  return before.releases.flatMap((old) => {
    const found = old.kind === 'unreleased' ? undefined : now(old);
    return found === undefined ? [] : [{ before: old, after: found }];
  });
}

/** Finds the release of the same version. */
export function byVersion({ releases }: Changelog): (release: Release) => Release | undefined {
  const keyOf = ({ version }: Release): string | undefined => {
    const parsed = parseVersion(version?.canonical ?? '');
    return parsed && versionKey(parsed);
  };
  const all = new Map(releases.toReversed().map((it) => [keyOf(it), it]));
  all.delete(undefined);
  return (release) => all.get(keyOf(release));
}

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
export function makesRelease(before: Changelog, after: Changelog): boolean {
  const old = byVersion(before);
  return after.releases.some((release) => {
    if (release.kind !== 'released' || release.version === undefined) return false;
    return (old(release)?.kind ?? 'unreleased') === 'unreleased';
  });
}
