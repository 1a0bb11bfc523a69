import * as pep440 from '@renovatebot/pep440';

/** A version by PEP 440, in all its parts. */
export interface Version {
  /** As written, without white space around it. */
  readonly text: string;
  readonly epoch: number;
  /** Release numbers as written: `1.2.0` has three. */
  readonly release: readonly number[];
  readonly pre: { readonly phase: 'a' | 'b' | 'rc'; readonly number: number } | undefined;
  readonly post: number | undefined;
  readonly dev: number | undefined;
  /** The local label in its normal form, such as `ubuntu.1`. */
  readonly local: string | undefined;
  /** The normal form: `1.0.0-alpha.1` has `1.0.0a1`. Trailing zeros stay, since they are part of it. */
  readonly canonical: string;
  /** The normal form without the local label. */
  readonly publicText: string;
}

/**
 * Reads a version as PEP 440 does: any spelling that normalises, a leading `v`, white space around it.
 * Undefined where the text is no version. Numbers above 2^53 lose digits.
 */
export function parseVersion(written: string): Version | undefined {
  const text = written.trim();
  // Longer texts are no versions, and explain would spend time on them.
  const read = text.length > 256 ? null : pep440.explain(text);
  if (read === null) return undefined;
  const pre = read.pre as readonly (string | number)[] | null;
  const local = read.local?.toLowerCase() || undefined;
  return {
    text,
    epoch: read.epoch,
    release: read.release,
    pre: pre === null ? undefined : { phase: pre[0] as 'a' | 'b' | 'rc', number: Number(pre[1]) },
    // The library's types say arrays, its values are numbers.
    post: numberOf(read.post),
    dev: numberOf(read.dev),
    local,
    canonical: local === undefined ? read.public : `${read.public}+${local}`,
    publicText: read.public,
  };
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** True for any text that PEP 440 can read as a version. */
export const isVersion = (text: string): boolean => parseVersion(text) !== undefined;

/** The normal form, or undefined where the text is no version. */
export const canonicalVersion = (text: string): string | undefined => parseVersion(text)?.canonical;

/** True where the text is a version in its normal form: the form that file names and tags should have. */
export const isCanonical = (text: string): boolean => canonicalVersion(text) === text;

/** Negative where `a` comes before `b`, 0 where PEP 440 holds them for the same (`1.0` and `1.0.0`). */
export const compareVersions = (a: Version, b: Version): number =>
  pep440.compare(a.canonical, b.canonical);

/** One text for all versions that PEP 440 holds for the same (`1.0`, `1.0.0`, `v1`): a key of a map. */
export function versionKey({ epoch, release, canonical }: Version): string {
  const written = `${epoch === 0 ? '' : `${epoch}!`}${release.join('.')}`;
  const last = release.findLastIndex((number) => number !== 0);
  return `${epoch}!${release.slice(0, last + 1).join('.')}${canonical.slice(written.length)}`;
}

/** True where both texts are versions, and the same one: `1.0`, `v1.0.0` and `01.0` are. */
export function sameVersion(a: string, b: string): boolean {
  const [first, second] = [parseVersion(a), parseVersion(b)];
  return first !== undefined && second !== undefined && compareVersions(first, second) === 0;
}

/** A pre-release in pip's sense, which a plain install does not choose: alpha, beta, candidate or development release. */
export const isPrerelease = (version: Version): boolean =>
  version.pre !== undefined || version.dev !== undefined;

/** Neither pre-release, post-release nor local: what a plain release is called. */
export const isPlainFinal = (version: Version): boolean =>
  !isPrerelease(version) && version.post === undefined && version.local === undefined;

/** The release number at a position, 0 where it is not written: PEP 440 pads with zeros. */
export const releasePart = (version: Version, position: number): number =>
  version.release[position] ?? 0;

/** The first `parts` release numbers, padded: the series `8.1` of `8.1.3`, with the epoch where there is one. */
export function seriesOf(version: Version, parts = 2): string {
  const numbers = Array.from({ length: parts }, (_, position) => releasePart(version, position));
  return `${version.epoch === 0 ? '' : `${version.epoch}!`}${numbers.join('.')}`;
}

/** The release that this version leads to: its epoch and release numbers alone. */
export const finalOf = (version: Version): string =>
  `${version.epoch === 0 ? '' : `${version.epoch}!`}${version.release.join('.')}`;
