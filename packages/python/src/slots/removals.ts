import { slotAt } from './make.ts';
import type { Slot, SlotFinder } from './types.ts';

const DIRECTIVE =
  /^[ \t>*#-]*(?:\.\.[ \t]+|[:`]{3,}\{)deprecated-removed(?:::|\})[ \t]+[^\s:,;]+[ \t]+v?(\d+(?:\.\d+)*)(?![\w.])/dgim;

/** The second version of `deprecated-removed`: the one that is to remove the thing (Sphinx's extension of CPython's docs). */
export const removals: SlotFinder = {
  kind: 'removal',
  wants: ({ role }) => role !== 'other',
  *find(file): Iterable<Slot> {
    if (!file.text.includes('deprecated-removed')) return;
    for (const { indices } of file.text.matchAll(DIRECTIVE)) {
      const span = indices?.[1];
      if (span === undefined) continue;
      yield slotAt(file, ...span, {
        kind: 'removal',
        policy: 'past',
        sure: false,
        what: '`deprecated-removed`',
      });
    }
  },
};
