import { tomlDocument, type TomlDocument } from '@pymaint/core';
import { iniDocument } from '../ini.ts';
import { entryOf } from '../project/toml-entries.ts';
import { projectFiles } from '../source-tree.ts';
import { slotOf } from './make.ts';
import type { Slot, SlotFinder } from './types.ts';

/** Where tools that bump versions keep the one that they bump from. */
const KEYS: readonly { readonly path: string; readonly keys: readonly string[] }[] = [
  { path: 'pyproject.toml', keys: ['tool', 'bumpversion', 'current_version'] },
  { path: 'pyproject.toml', keys: ['tool', 'bumpver', 'current_version'] },
  { path: 'pyproject.toml', keys: ['tool', 'commitizen', 'version'] },
  { path: 'pyproject.toml', keys: ['tool', 'tbump', 'version', 'current'] },
  { path: '.bumpversion.toml', keys: ['tool', 'bumpversion', 'current_version'] },
  { path: 'bumpver.toml', keys: ['bumpver', 'current_version'] },
  { path: '.cz.toml', keys: ['tool', 'commitizen', 'version'] },
  { path: 'tbump.toml', keys: ['version', 'current'] },
];

/**
 * `current_version` of bump-my-version, bumpver, commitizen and tbump: a bump from a wrong one changes nothing, silently.
 * Some projects have left the tool and kept its table, so that it is not a sure fault.
 */
export const bumpConfigurationSlots: SlotFinder = {
  kind: 'bump-configuration',
  *find({ tree, project }): Iterable<Slot> {
    const files = projectFiles(tree, project.folder);
    const documents = new Map<string, TomlDocument | undefined>();
    for (const { path, keys } of KEYS) {
      if (!documents.has(path)) {
        const file = files.read(path);
        documents.set(path, file && tomlDocument(file.path, file.text));
      }
      const node = documents.get(path)?.get(...keys);
      const entry = node && entryOf(node);
      if (entry !== undefined) yield slotOf(entry.text, entry.place, made(`\`${keys.join('.')}\``));
    }
    for (const path of ['.bumpversion.cfg', 'setup.cfg']) {
      const file = files.read(path);
      const option =
        file && iniDocument(file.path, file.text).get('bumpversion', 'current_version');
      if (option !== undefined)
        yield slotOf(option.value, option.range, made('`current_version` of bumpversion'));
    }
  },
};

const made = (what: string) =>
  ({ kind: 'bump-configuration', policy: 'current', sure: false, what }) as const;
