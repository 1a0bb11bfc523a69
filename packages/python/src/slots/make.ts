import type { Range } from '@pymaint/core';
import { canonicalVersion, parseVersion } from '../pep440.ts';
import type { Slot, SlotPolicy, Spelling, TextFile } from './types.ts';

type Made = Pick<Slot, 'kind' | 'policy' | 'sure' | 'what'>;

/** A slot of a text at offsets of a file; a `v` before the version is part of its spelling. */
export const slotAt = (
  file: TextFile,
  start: number,
  end: number,
  made: Made,
  spelling?: Spelling,
): Slot => slotOf(file.text.slice(start, end), file.lines().range(start, end), made, spelling);

/** A slot of a written text at its place. */
export function slotOf(written: string, place: Range, made: Made, spelling?: Spelling): Slot {
  const prefix = /^v(?=\d)/i.exec(written)?.[0] ?? '';
  return {
    ...made,
    written,
    place,
    version: canonicalVersion(written),
    spelling: spelling ?? { type: 'text', prefix },
  };
}

/** A text that may be a whole version or its first numbers alone, as `version` of conf.py and `uses: x@v1` are. */
export function seriesOrText(written: string, expectedParts: number): Spelling {
  const prefix = /^v(?=\d)/i.exec(written)?.[0] ?? '';
  const version = parseVersion(written);
  const short =
    version !== undefined &&
    version.release.length < expectedParts &&
    [version.pre, version.post, version.dev, version.local].every((part) => part === undefined);
  return short
    ? { type: 'series', prefix, parts: version.release.length }
    : { type: 'text', prefix };
}

/** How far back a text speaks of the past: changelogs, release notes, migration guides. */
export const isHistory = (path: string): boolean =>
  /(^|[/_.-])(changes?|change-?log|history|news|releases?|release-?notes|whats-?_?new|migrat\w*|upgrad\w*|versionhistory|announce\w*|security|sec|advisor\w+)([/_.-]|$)/i.test(
    path,
  );

/** `released` in documents that are kept up to date, `past` in those that tell of the past. */
export const documentPolicy = (path: string): SlotPolicy => (isHistory(path) ? 'past' : 'released');
