import { tomlDocument } from '@pymaint/core';
import { folderOf, joinPath } from '../source-tree.ts';
import { lockEntries, versionSlot } from './lock-entries.ts';
import type { Slot, SlotFinder, SlotScope } from './types.ts';

/** The own crate's entry in Cargo.lock, where Cargo.toml holds the version of the package. */
export const cargoLockSlots: SlotFinder = {
  kind: 'lock',
  wants: ({ path }, { project: { folder, versionSource } }) =>
    path.endsWith('Cargo.lock') &&
    versionSource.kind === 'cargo' &&
    [folderOf(versionSource.path ?? ''), folder].some((at) => path === joinPath(at, 'Cargo.lock')),
  *find(file, scope): Iterable<Slot> {
    const crate = crateOf(scope);
    if (crate === undefined) return;
    // What comes from a registry has a source; members of the workspace have none.
    for (const entry of lockEntries(file, (other) => other === crate))
      if (!entry.entries.has('source')) yield* versionSlot(entry, 'Cargo.lock', true);
  },
};

function crateOf({ tree, project: { versionSource } }: SlotScope): string | undefined {
  const { path } = versionSource;
  const text = path === undefined ? undefined : tree.read(path);
  if (path === undefined || text === undefined) return undefined;
  const name = tomlDocument(path, text).get('package', 'name');
  return name?.type === 'string' ? name.value : undefined;
}
