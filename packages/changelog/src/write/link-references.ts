import { lineIndex, type TextEdit } from '@pymaint/core';
import { comparedRefs, labelOf, releaseLabel, versionOfRef } from '../heading-links.ts';
import type { Changelog, LinkReference } from '../model.ts';
import { compareCanonical } from '../version.ts';
import { editAt, insertAt, newlineOf, type Written } from './heading.ts';

/**
 * The edits that define the link of a release, in the form that the other definitions have, and let the comparison of
 * what is unreleased begin at it. Both are mended where they stand already. Empty where no release has a definition
 * whose form could be taken.
 */
export function linkRelease(
  text: string,
  changelog: Changelog,
  version: string,
): readonly TextEdit[] {
  if (changelog.markup !== 'markdown') return [];
  const written = { text, index: lineIndex(changelog.path, text), changelog };
  const { linkReferences } = changelog;
  const sample = sampleLink(changelog, version);
  if (sample === undefined) return [];
  const own = linkReferences.find(({ label }) => label.replace(/^v(?=\d)/, '') === version);
  const url = urlFor(sample, version);
  const definition =
    own === undefined
      ? [newDefinition(written, sample.link, version, url)]
      : own.url === url
        ? []
        : [editAt(written, own.urlRange, url)];
  return [...unreleasedEdits(written, sample, version), ...definition];
}

interface Sample {
  readonly link: LinkReference;
  readonly version: string;
}

/** The definition of the newest release before this one. */
function sampleLink({ releases, linkReferences }: Changelog, version: string): Sample | undefined {
  const byLabel = new Map<string, LinkReference>();
  for (const it of linkReferences.toReversed()) byLabel.set(releaseLabel(it.label), it);
  let best: Sample | undefined;
  for (const release of releases) {
    const link = byLabel.get(labelOf(release));
    const own = release.version?.written;
    if (link === undefined || own === undefined || compareCanonical(own, version) >= 0) continue;
    if (best === undefined || compareCanonical(own, best.version) > 0)
      best = { link, version: own };
  }
  return best;
}

/** `…/compare/v1.1...v1.2` of 1.2 becomes `…/compare/v1.2...v1.3`; `…/releases/tag/v1.2` becomes that of 1.3. */
function urlFor({ link, version: before }: Sample, version: string): string {
  const refs = comparedRefs(link.url);
  const last = refs?.from === undefined ? undefined : versionOfRef(refs.from);
  if (refs?.from === undefined || last === undefined) return link.url.replaceAll(before, version);
  const start = link.url.slice(0, link.url.lastIndexOf('/') + 1);
  const dots = link.url.includes('...') ? '...' : '..';
  return `${start}${refs.to}${dots}${refs.to.replace(before, version)}`;
}

function newDefinition(
  written: Written,
  before: LinkReference,
  version: string,
  url: string,
): TextEdit {
  const label = /^v\d/.test(before.label) ? `v${version}` : version;
  const offset = written.index.offset(before.range.line, 1);
  return insertAt(written, offset, `[${label}]: ${url}${newlineOf(written)}`);
}

/** The comparison that begins at the last release begins at this one. */
function unreleasedEdits(
  written: Written,
  { version: before }: Sample,
  version: string,
): readonly TextEdit[] {
  const open = written.changelog.linkReferences.find(({ label }) => /^unreleased$/i.test(label));
  const from = open === undefined ? undefined : comparedRefs(open.url)?.from;
  const stale = from === undefined ? undefined : versionOfRef(from);
  if (open === undefined || from === undefined || stale === undefined) return [];
  if (compareCanonical(stale, version) >= 0) return [];
  const at = open.url.lastIndexOf('/') + 1;
  const ref = from.includes(stale) ? from.replace(stale, version) : from.replace(before, version);
  const url = open.url.slice(0, at) + open.url.slice(at).replace(from, ref);
  return url === open.url ? [] : [editAt(written, open.urlRange, url)];
}
