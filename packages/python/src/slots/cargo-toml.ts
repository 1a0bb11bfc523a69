import { tomlDocument } from '@pymaint/core';
import { normalizedName } from '../names.ts';
import { entryOf } from '../project/toml-entries.ts';
import { slotOf } from './make.ts';
import type { Slot, SlotFinder } from './types.ts';

/**
 * The version of a crate that bears the project's name, where the backend takes the package's from elsewhere. The crate may
 * be released on its own, so that a difference is no sure fault.
 */
export const cargoTomlSlots: SlotFinder = {
  kind: 'cargo',
  wants: ({ path, inside }, { project: { versionSource } }) =>
    /^([^/]+\/)?Cargo\.toml$/.test(inside) && path !== versionSource.path,
  *find({ path, text }, { name }): Iterable<Slot> {
    const document = tomlDocument(path, text);
    const crate = document.get('package', 'name');
    if (crate?.type !== 'string' || normalizedName(crate.value) !== name) return;
    for (const keys of [
      ['package', 'version'],
      ['workspace', 'package', 'version'],
    ]) {
      const node = document.get(...keys);
      const version = node && entryOf(node);
      if (version !== undefined)
        yield slotOf(
          version.text,
          version.place,
          { kind: 'cargo', policy: 'current', sure: false, what: `the version of ${path}` },
          { type: 'semver', prefix: '' },
        );
    }
  },
};
