import type { Range } from '@pymaint/core';
import type { DeclaredVersion } from '../project/types.ts';
import { lineIndex } from '@pymaint/core';
import type { Slot, SlotFinder, Spelling } from './types.ts';

/** The version that the build backend takes, wherever its pointer leads. */
export const declaredSlot: SlotFinder = {
  kind: 'declared',
  wants: ({ path }, { project: { version } }) => version.known && path === version.place.path,
  *find(file, { project: { version, versionSource } }): Iterable<Slot> {
    if (!version.known) return;
    const place = version.place as Range;
    const written =
      version.value.form === 'text' ? version.value.written : textIn(file.text, place);
    yield {
      kind: 'declared',
      place,
      written,
      version: version.value.canonical,
      spelling: spellingOf(version.value, versionSource.kind, written),
      policy: 'current',
      sure: true,
      what: `the version that ${versionSource.by} builds`,
    };
  },
};

function spellingOf({ form, written }: DeclaredVersion, kind: string, text: string): Spelling {
  if (form === 'text')
    return kind === 'cargo'
      ? { type: 'semver', prefix: '' }
      : { type: 'text', prefix: /^v(?=\d)/.exec(written)?.[0] ?? '' };
  // `(2, 10, 0)`, or the elements that a function is given; not a call, nor a text that is put together.
  return /^[([]?\s*\d/.test(text) ? { type: 'tuple' } : { type: 'opaque' };
}

/** The text that a range covers. */
export function textIn(text: string, range: Range): string {
  const index = lineIndex(range.path, text);
  return text.slice(
    index.offset(range.line, range.column),
    index.offset(range.endLine, range.endColumn),
  );
}
