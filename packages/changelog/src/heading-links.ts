import type { Range } from '@pymaint/core';
import { parseVersion, sameVersion } from '@pymaint/python';
import type { Changelog, LinkReference, Release } from './model.ts';

/** Where a release's heading leads, by a definition or in the heading itself. */
export interface HeadingLink {
  readonly release: Release;
  readonly url: string;
  readonly range: Range;
}

/** The links of all releases' headings. */
export function headingLinks({ releases, linkReferences }: Changelog): readonly HeadingLink[] {
  const byLabel = new Map<string, LinkReference>();
  // Of two definitions the first counts.
  for (const it of linkReferences.toReversed()) byLabel.set(releaseLabel(it.label), it);
  return releases.flatMap((release) => {
    const [inline] = release.heading.links;
    if (inline !== undefined) return [{ release, url: inline, range: release.heading.textRange }];
    const found = byLabel.get(labelOf(release));
    return found === undefined ? [] : [{ release, url: found.url, range: found.urlRange }];
  });
}

/** A definition's label as it is compared: `1.2.0` for `v1.2.0`, `unreleased` in lower case. */
export const releaseLabel = (label: string): string => label.toLowerCase().replace(/^v(?=\d)/, '');

/** The label that a release's own definition has; empty where it can have none. */
export const labelOf = ({ version, kind }: Release): string =>
  version?.written.toLowerCase() ?? (kind === 'unreleased' ? 'unreleased' : '');

/** True where a definition's label is the release's: `1.2.0`, `v1.2.0`, `unreleased`. */
export const namesRelease = (label: string, release: Release): boolean =>
  releaseLabel(label) === labelOf(release);

/** The two ends of a comparison: `…/compare/v1.0...v1.1`. Undefined for any other address. */
export function comparedRefs(
  url: string,
): { readonly from: string | undefined; readonly to: string } | undefined {
  const refs = /\/(?:-\/)?compare\/([^?#\s]{1,300})$/.exec(url)?.[1];
  if (refs === undefined) return undefined;
  const [first = '', second] = refs.split(/\.{2,3}/, 2).map(decoded);
  return second === undefined ? { from: undefined, to: first } : { from: first, to: second };
}

/** The ref of a tag's page: `…/releases/tag/v1.1`, `…/tree/v1.1`. */
export function tagOf(url: string): string | undefined {
  const ref = /\/(?:releases\/tag|-\/tags|-\/releases|tree)\/([^?#\s]{1,200})$/.exec(url)?.[1];
  return ref === undefined ? undefined : decoded(ref);
}

/** The version in a ref, of whatever shape the tags are: `v1.2.0`, `hatch-v1.2.0`, `rel_1_2_0`. */
export function versionOfRef(ref: string): string | undefined {
  const text = /(?:^|[^\d.])(\d+(?:[._]\d+)+[^/]*|\d+)$/.exec(ref)?.[1];
  const dotted = text === undefined || text.includes('.') ? text : text.replaceAll('_', '.');
  return dotted !== undefined && parseVersion(dotted) !== undefined ? dotted : undefined;
}

/** True where a ref is that of the release; undefined where it holds no version to compare. */
export function isRefOf(ref: string, { version }: Release): boolean | undefined {
  const found = versionOfRef(ref);
  if (found === undefined || version === undefined) return undefined;
  return sameVersion(found, version.canonical);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
