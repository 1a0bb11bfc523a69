import { compareVersions, releasePart, type Version } from '@pymaint/python';

/**
 * The releases of the series that a version goes on with: those that share the longest run of its first numbers that any
 * release shares. 1.2.4 goes on with 1.2, 2.0.0 with nothing. So two series may live side by side, and a security
 * release 1.2.3.1 after 1.2.5 goes on with 1.2.3.
 */
export function seriesMates<R extends { readonly version: Version }>(
  version: Version,
  releases: readonly R[],
): readonly R[] {
  for (let parts = version.release.length; parts > 0; parts -= 1) {
    const mates = releases.filter((release) => sharesStart(version, release.version, parts));
    if (mates.length > 0) return mates;
  }
  return [];
}

const sharesStart = (a: Version, b: Version, parts: number): boolean =>
  a.epoch === b.epoch &&
  Array.from({ length: parts }, (_, at) => releasePart(a, at) === releasePart(b, at)).every(
    Boolean,
  );

/** The greatest version of all, or undefined where there is none. */
export const greatest = <R extends { readonly version: Version }>(
  releases: readonly R[],
): R | undefined =>
  releases.reduce<R | undefined>(
    (best, one) =>
      best === undefined || compareVersions(one.version, best.version) > 0 ? one : best,
    undefined,
  );
