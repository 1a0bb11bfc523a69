import { slotAt } from './make.ts';
import type { Slot, SlotFinder } from './types.ts';

/**
 * `version` at the top of CITATION.cff (Citation File Format 1.2.0). The key is optional, so its absence is no
 * fault; nested `version` keys are those of the works that are referred to.
 */
export const citationSlot: SlotFinder = {
  kind: 'citation',
  wants: ({ inside }) => inside === 'CITATION.cff',
  *find(file): Iterable<Slot> {
    const match = /^version:[ \t]*(['"]?)([^'"#\r\n]+?)\1[ \t]*(?:#[^\r\n]*)?$/m.exec(file.text);
    if (match?.[2] === undefined) return;
    const start = match.index + match[0].indexOf(match[2], 'version:'.length);
    yield slotAt(file, start, start + match[2].length, {
      kind: 'citation',
      policy: 'released',
      sure: true,
      what: '`version` of CITATION.cff',
    });
  },
};
