import { tomlDocument } from '@pymaint/core';
import { iniDocument } from '../ini.ts';
import { entryOf } from '../project/toml-entries.ts';
import { slotOf } from './make.ts';
import type { Slot, SlotFinder, TextFile } from './types.ts';

/** Where tools that bump versions keep the one that they bump from. */
const TOML: { readonly [path: string]: readonly (readonly string[])[] } = {
  'pyproject.toml': [
    ['tool', 'bumpversion', 'current_version'],
    ['tool', 'bumpver', 'current_version'],
    ['tool', 'commitizen', 'version'],
    ['tool', 'tbump', 'version', 'current'],
  ],
  '.bumpversion.toml': [['tool', 'bumpversion', 'current_version']],
  'bumpver.toml': [['bumpver', 'current_version']],
  '.cz.toml': [['tool', 'commitizen', 'version']],
  'cz.toml': [['tool', 'commitizen', 'version']],
  'tbump.toml': [['version', 'current']],
};

const INI = new Set(['.bumpversion.cfg', 'setup.cfg']);

/**
 * `current_version` of bump-my-version, bumpver, commitizen and tbump: a bump from a wrong one changes nothing, silently.
 * Some projects have left the tool and kept its table, so that it is not a sure fault.
 */
export const bumpConfigurationSlots: SlotFinder = {
  kind: 'bump-configuration',
  wants: ({ inside }) => Object.hasOwn(TOML, inside) || INI.has(inside),
  *find(file): Iterable<Slot> {
    if (INI.has(file.inside)) yield* inIni(file);
    else if (/bump|commitizen|tbump|current/.test(file.text)) yield* inToml(file);
  },
};

function* inToml({ path, inside, text }: TextFile): Iterable<Slot> {
  const document = tomlDocument(path, text);
  for (const keys of TOML[inside] ?? []) {
    const node = document.get(...keys);
    const entry = node && entryOf(node);
    if (entry !== undefined) yield slotOf(entry.text, entry.place, made(`\`${keys.join('.')}\``));
  }
}

function* inIni({ path, text }: TextFile): Iterable<Slot> {
  if (!text.includes('[bumpversion]')) return;
  const option = iniDocument(path, text).get('bumpversion', 'current_version');
  if (option !== undefined)
    yield slotOf(option.value, option.range, made('`current_version` of bumpversion'));
}

const made = (what: string) =>
  ({ kind: 'bump-configuration', policy: 'current', sure: false, what }) as const;
