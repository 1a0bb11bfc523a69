import type { Release } from '@pymaint/changelog';
import type { Level } from '@pymaint/core';
import { compareVersions, parseVersion, type Version } from '@pymaint/python';

/** A release with its version, as numbers. */
export interface Versioned {
  readonly release: Release;
  readonly version: Version;
}

/** The releases that have a version, in file order. */
export const versioned = (releases: readonly Release[]): readonly Versioned[] =>
  releases.flatMap((release) => {
    const version = parseVersion(release.version?.canonical ?? '');
    return version === undefined ? [] : [{ release, version }];
  });

/** How many of the newest releases are still worth a warning. */
const RECENT = 3;

/**
 * How bad a fault of a release is: what was released years ago hurts nobody, and no one wants to be stopped by it.
 * `worst` for the newest release and what is unreleased, at most a warning for the few before, else a notice.
 */
export function levelByAge(release: Release, releases: readonly Release[], worst: Level): Level {
  if (release.kind === 'unreleased' && isOnTop(release, releases)) return worst;
  const version = parseVersion(release.version?.canonical ?? '');
  if (version === undefined) return 'notice';
  const newer = versioned(releases).filter(
    (other) => other.release.kind !== 'unreleased' && compareVersions(other.version, version) > 0,
  ).length;
  if (newer === 0) return worst;
  if (worst === 'notice' || newer > RECENT) return 'notice';
  return 'warning';
}

const isOnTop = (release: Release, releases: readonly Release[]): boolean =>
  !releases.slice(0, releases.indexOf(release)).some(({ kind }) => kind !== 'unreleased');

/** The release just below by version, wherever it stands: two series may live in one file. */
export function precedingOf(release: Release, releases: readonly Release[]): Versioned | undefined {
  const own = parseVersion(release.version?.canonical ?? '');
  if (own === undefined) return undefined;
  return versioned(releases)
    .filter((other) => compareVersions(other.version, own) < 0)
    .toSorted((a, b) => compareVersions(b.version, a.version))[0];
}

/** `1.2.0`, or the heading's words where there is no version. */
export const nameOf = ({ version, heading }: Release): string => version?.written ?? heading.text;
