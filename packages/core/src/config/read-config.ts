import type { OptionLayer } from '../option.ts';
import type { TomlEntry } from '../toml-node.ts';
import type { Waiver } from '../waiver.ts';
import { actionLayer } from './action-table.ts';
import { findTable, type ConfigFiles, type ConfigTable } from './find-table.ts';
import { unexpectedKey } from './keys.ts';
import type { KnownActions } from './known-action.ts';
import { readWaivers } from './waivers.ts';

/** What a project's configuration file says. */
export interface Config {
  /** The file that it was read from, or undefined where the project has none. */
  readonly path: string | undefined;
  /** The options that the file gives to an action; none for one that it does not name. */
  readonly layer: (action: string) => OptionLayer;
  readonly waivers: readonly Waiver[];
}

/**
 * Reads `[tool.pymaint]` of pyproject.toml, or pymaint.toml: a table for each action, whose keys are its
 * options, and `[[waivers]]`. The whole file is held against what is known, whichever action runs.
 *
 * ```ts
 * readConfig({ pyproject: { path: 'pyproject.toml', text } }, { actions }).layer('release-gate');
 * ```
 * @throws UserError with the place, what was expected there, and what was likely meant
 */
export function readConfig(files: ConfigFiles, known: KnownActions): Config {
  const found = findTable(files);
  const layers = new Map<string, OptionLayer>();
  const waivers: Waiver[] = [];
  if (found !== undefined)
    for (const entry of found.table.entries.values())
      readEntry(entry, found, known, layers, waivers);
  return {
    path: found?.path,
    layer: (action) => layers.get(action) ?? NOTHING,
    waivers,
  };
}

const NOTHING: OptionLayer = { source: 'key', get: () => undefined };

function readEntry(
  entry: TomlEntry,
  { name, nameOf }: ConfigTable,
  known: KnownActions,
  layers: Map<string, OptionLayer>,
  waivers: Waiver[],
): void {
  const { actions, others = [] } = known;
  const action = actions.find((candidate) => candidate.name === entry.key);
  if (action !== undefined) layers.set(action.name, actionLayer(entry, nameOf(entry.key), action));
  else if (entry.key === 'waivers') waivers.push(...readWaivers(entry, nameOf('waivers'), known));
  else if (!others.includes(entry.key))
    throw unexpectedKey(
      entry,
      name,
      [...actions.map((one) => one.name), ...others, 'waivers'].toSorted(),
    );
}
