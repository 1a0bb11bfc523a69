import { tomlDocument, type TomlNode, type TomlTable } from '@pymaint/core';
import { normalizedName } from '../names.ts';
import { entryOf } from '../project/toml-entries.ts';
import type { Entry } from '../project/types.ts';
import { lockEntries, textOf } from '../slots/lock-entries.ts';

/** One requirement that uv.lock was made for. */
export interface LockedRequirement {
  readonly name: string;
  /** Undefined where any version will do, and where the requirement is taken from a place of its own. */
  readonly specifier: string | undefined;
  /** True where it comes from a folder, an address or another index (`tool.uv.sources`). */
  readonly sourced: boolean;
  /** The extra that it is for, undefined for the dependencies proper. */
  readonly extra: string | undefined;
}

/** What uv.lock says that it was made for. */
export interface UvLock {
  readonly requiresPython: Entry | undefined;
  /** True where it locks more than one project, whose bounds are joined. */
  readonly workspace: boolean;
  /** Requirements of the project itself; undefined where its entry has none or is not there. */
  readonly requirements: readonly LockedRequirement[] | undefined;
  /** The project's own entry: its name. */
  readonly own: Entry | undefined;
}

/**
 * Reads what of uv.lock repeats pyproject.toml: `requires-python` at its head, and `package.metadata` of the project's
 * own entry, whose source is its folder. Nothing else is parsed, since these files are long.
 */
export function readUvLock(path: string, text: string, projectName: string): UvLock {
  const first = text.indexOf('\n[[package]]');
  const head = tomlDocument(path, first < 0 ? text : text.slice(0, first + 1));
  const requiresPython = head.get('requires-python');
  const wanted = normalizedName(projectName);
  const own = [...lockEntries({ path, text }, (name) => normalizedName(name) === wanted)].find(
    (entry) =>
      ['editable', 'virtual', 'directory'].some((key) => textOf(entry, 'source', key) === '.'),
  );
  const name = own?.entries.get('name')?.value;
  return {
    requiresPython: requiresPython && entryOf(requiresPython),
    workspace: head.get('manifest', 'members') !== undefined,
    requirements: own && requirementsOf(own),
    own: name && entryOf(name),
  };
}

function requirementsOf(own: TomlTable): readonly LockedRequirement[] {
  const metadata = own.entries.get('metadata')?.value;
  const list =
    metadata?.type === 'table' ? metadata.entries.get('requires-dist')?.value : undefined;
  return list?.type === 'array' ? list.items.flatMap(requirementOf) : [];
}

function requirementOf(node: TomlNode): readonly LockedRequirement[] {
  if (node.type !== 'table') return [];
  const name = textOf(node, 'name');
  if (name === undefined) return [];
  const sourced = [...node.entries.keys()].some((key) => SOURCES.has(key));
  const extra = /\bextra == '([^']*)'/.exec(textOf(node, 'marker') ?? '')?.[1];
  return [{ name: normalizedName(name), specifier: textOf(node, 'specifier'), sourced, extra }];
}

const SOURCES = new Set([
  'editable',
  'virtual',
  'directory',
  'path',
  'git',
  'url',
  'index',
  'conflict',
]);
