import { parseVersion } from '../pep440.ts';
import { documentPolicy, slotAt } from './make.ts';
import type { Slot, SlotFinder } from './types.ts';

/**
 * What the configuration of a bumping tool names: places that the project itself declares to hold its version. Projects
 * leave their tools and keep the table, so that a difference is no sure fault.
 */
export const configuredSlots: SlotFinder = {
  kind: 'configured',
  wants: ({ path }, { configured }) => configured.has(path),
  *find(file, { configured }): Iterable<Slot> {
    for (const { tool, spans } of configured.get(file.path) ?? [])
      for (const [start, end] of spans(file.text)) {
        if (parseVersion(file.text.slice(start, end)) === undefined) continue;
        yield slotAt(file, start, end, {
          kind: 'configured',
          policy: file.role === 'document' ? documentPolicy(file.path) : 'current',
          sure: false,
          what: `a place that ${tool} keeps up to date`,
        });
      }
  },
};
