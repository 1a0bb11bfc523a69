import { tomlDocument, type TomlTable } from '@pymaint/core';
import { normalizedName } from '../names.ts';
import { entryOf } from '../project/toml-entries.ts';
import { folderOf, projectFiles } from '../source-tree.ts';
import { slotOf } from './make.ts';
import type { Slot, SlotContext, SlotFinder, TextFile } from './types.ts';

/** The project's own entry in uv.lock, and its crate's in Cargo.lock: left behind by every tool that bumps by pattern. */
export const lockSlots: SlotFinder = {
  kind: 'lock',
  *find(context): Iterable<Slot> {
    yield* uvLock(context);
    yield* cargoLock(context);
  },
};

function* uvLock({ tree, project, name }: SlotContext): Iterable<Slot> {
  const file = projectFiles(tree, project.folder).read('uv.lock');
  if (file === undefined) return;
  for (const entry of lockEntries(file, (other) => normalizedName(other) === name)) {
    const source = entry.entries.get('source')?.value;
    const own = (key: string): boolean => source?.type === 'table' && textOf(source, key) === '.';
    if (own('editable') || own('virtual') || own('directory'))
      yield* versionSlot(entry, 'the own entry of uv.lock', false);
  }
}

function* cargoLock({ tree, project }: SlotContext): Iterable<Slot> {
  const { versionSource, folder } = project;
  const { kind, path } = versionSource;
  if (kind !== 'cargo' || path === undefined) return;
  const manifest = tomlDocument(path, tree.read(path) ?? '').get('package', 'name');
  const crate = manifest?.type === 'string' ? manifest.value : undefined;
  if (crate === undefined) return;
  for (const at of new Set([folderOf(path), folder])) {
    const file = projectFiles(tree, at).read('Cargo.lock');
    if (file === undefined) continue;
    // What comes from a registry has a source; members of the workspace have none.
    for (const entry of lockEntries(file, (other) => other === crate))
      if (!entry.entries.has('source'))
        yield* versionSlot(entry, 'the own entry of Cargo.lock', true);
    return;
  }
}

const HEADER = /^\[\[package\]\][ \t]*\r?\n(?:(?!\[)[^\n]*\n)*?name[ \t]*=[ \t]*"([^"\n]*)"/gm;

/**
 * The entries of a lock file that have a wanted name. Lock files are long and written by machines, so that one
 * entry is cut out by its header and only that is parsed, behind as many line feeds as stand before it.
 */
function* lockEntries(
  { path, text }: TextFile,
  wanted: (name: string) => boolean,
): Iterable<TomlTable> {
  for (const match of text.matchAll(HEADER)) {
    if (!wanted(match[1] ?? '')) continue;
    const next = text.indexOf('\n[[', match.index + 1);
    const block = text.slice(match.index, next < 0 ? undefined : next);
    const before = text.slice(0, match.index).split('\n').length - 1;
    const entry = tomlDocument(path, '\n'.repeat(before) + block).get('package', 0);
    if (entry?.type === 'table') yield entry;
  }
}

function textOf(table: TomlTable, key: string): string | undefined {
  const node = table.entries.get(key)?.value;
  return node?.type === 'string' ? node.value : undefined;
}

function* versionSlot(entry: TomlTable, what: string, semver: boolean): Iterable<Slot> {
  const node = entry.entries.get('version')?.value;
  const version = node && entryOf(node);
  if (version === undefined) return;
  const made = { kind: 'lock', policy: 'current', sure: true, what } as const;
  const spelling = semver ? ({ type: 'semver', prefix: '' } as const) : undefined;
  yield slotOf(version.text, version.place, made, spelling);
}
