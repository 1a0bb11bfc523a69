import type { TomlTable } from '@pymaint/core';
import { normalizedName } from '../names.ts';
import { lockEntries, textOf, versionSlot } from './lock-entries.ts';
import type { Slot, SlotFinder } from './types.ts';

/** How each file says that an entry is the project itself, and no release of it from an index. */
const OWN: { readonly [path: string]: (entry: TomlTable) => boolean } = {
  'uv.lock': (entry) =>
    ['editable', 'virtual', 'directory'].some((key) => textOf(entry, 'source', key) === '.'),
  'poetry.lock': (entry) =>
    textOf(entry, 'source', 'type') === 'directory' && isHere(textOf(entry, 'source', 'url')),
  'pdm.lock': (entry) => isHere(textOf(entry, 'path')),
};

const isHere = (path: string | undefined): boolean =>
  path !== undefined && /^(?:\.\/?)*$/.test(path);

/** The project's own entry in uv.lock, poetry.lock and pdm.lock. */
export const pythonLockSlots: SlotFinder = {
  kind: 'lock',
  wants: ({ inside }) => Object.hasOwn(OWN, inside),
  *find(file, { name }): Iterable<Slot> {
    for (const entry of lockEntries(file, (other) => normalizedName(other) === name))
      if (OWN[file.inside]?.(entry) === true) yield* versionSlot(entry, file.inside, false);
  },
};
