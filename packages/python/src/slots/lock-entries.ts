import { tomlDocument, type TomlTable } from '@pymaint/core';
import { entryOf } from '../project/toml-entries.ts';
import { slotOf } from './make.ts';
import type { Slot, TextFile } from './types.ts';

const HEADER = /^\[\[package\]\][ \t]*\r?\n(?:(?!\[)[^\n]*\n)*?name[ \t]*=[ \t]*"([^"\n]*)"/gm;

/**
 * The entries of a lock file that have a wanted name. Lock files are long and written by machines, so that one
 * entry is cut out by its header and only that is parsed, behind as many line feeds as stand before it.
 */
export function* lockEntries(
  { path, text }: Pick<TextFile, 'path' | 'text'>,
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

/** The text of a key of an entry, or of a table in it. */
export function textOf(table: TomlTable, ...keys: readonly string[]): string | undefined {
  const [key = '', ...rest] = keys;
  const node = table.entries.get(key)?.value;
  if (rest.length > 0) return node?.type === 'table' ? textOf(node, ...rest) : undefined;
  return node?.type === 'string' ? node.value : undefined;
}

/** The version of an entry as a slot: left behind by every tool that bumps by pattern. */
export function* versionSlot(entry: TomlTable, file: string, semver: boolean): Iterable<Slot> {
  const node = entry.entries.get('version')?.value;
  const version = node && entryOf(node);
  if (version === undefined) return;
  const made = {
    kind: 'lock',
    policy: 'current',
    sure: true,
    what: `the own entry of ${file}`,
  } as const;
  const spelling = semver ? ({ type: 'semver', prefix: '' } as const) : undefined;
  yield slotOf(version.text, version.place, made, spelling);
}
