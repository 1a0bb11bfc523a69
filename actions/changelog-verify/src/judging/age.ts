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
  orderOf(releases).inFile;

interface Order {
  readonly inFile: readonly Versioned[];
  /** Greatest version first. */
  readonly byVersion: readonly Versioned[];
  /** The position in `byVersion`. */
  readonly rank: ReadonlyMap<Release, number>;
  /** How many releases that are out are newer than the one at each position of `byVersion`. */
  readonly newer: readonly number[];
}

/** Every check asks for the order of the same releases, some of them once for each. */
const ORDERS = new WeakMap<readonly Release[], Order>();

function orderOf(releases: readonly Release[]): Order {
  const known = ORDERS.get(releases);
  if (known !== undefined) return known;
  const inFile = releases.flatMap((release) => {
    const version = parseVersion(release.version?.canonical ?? '');
    return version === undefined ? [] : [{ release, version }];
  });
  const byVersion = inFile.toSorted((a, b) => compareVersions(b.version, a.version));
  const rank = new Map(byVersion.map(({ release }, at) => [release, at]));
  const order = { inFile, byVersion, rank, newer: countNewer(byVersion) };
  ORDERS.set(releases, order);
  return order;
}

function countNewer(byVersion: readonly Versioned[]): readonly number[] {
  const counts: number[] = [];
  let out = 0;
  byVersion.forEach((it, at) => {
    const before = byVersion[at - 1];
    // The same version twice: neither is newer.
    const same = before !== undefined && compareVersions(before.version, it.version) === 0;
    counts.push(same ? (counts[at - 1] ?? 0) : out);
    if (it.release.kind !== 'unreleased') out += 1;
  });
  return counts;
}

/** How many of the newest releases are still worth a warning. */
const RECENT = 3;

/**
 * How bad a fault of a release is: what was released years ago hurts nobody, and no one wants to be stopped by it.
 * `worst` for the newest release and what is unreleased, at most a warning for the few before, else a notice.
 */
export function levelByAge(release: Release, releases: readonly Release[], worst: Level): Level {
  if (release.kind === 'unreleased' && isOnTop(release, releases)) return worst;
  const { rank, newer: counts } = orderOf(releases);
  const newer = counts[rank.get(release) ?? -1];
  if (newer === undefined) return 'notice';
  if (newer === 0) return worst;
  if (worst === 'notice' || newer > RECENT) return 'notice';
  return 'warning';
}

const isOnTop = (release: Release, releases: readonly Release[]): boolean =>
  !releases.slice(0, releases.indexOf(release)).some(({ kind }) => kind !== 'unreleased');

/** The release just below by version, wherever it stands: two series may live in one file. */
export function precedingOf(release: Release, releases: readonly Release[]): Versioned | undefined {
  const { byVersion, rank } = orderOf(releases);
  const at = rank.get(release);
  const own = at === undefined ? undefined : byVersion[at];
  if (at === undefined || own === undefined) return undefined;
  let next = at + 1;
  while (byVersion[next] && isSame(byVersion[next], own)) next += 1;
  return byVersion[next];
}

const isSame = (a: Versioned | undefined, b: Versioned): boolean =>
  a !== undefined && compareVersions(a.version, b.version) === 0;

/** `1.2.0`, or the heading's words where there is no version. */
export const nameOf = ({ version, heading }: Release): string => version?.written ?? heading.text;
