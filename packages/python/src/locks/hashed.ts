import { tomlDocument, type TomlDocument, type TomlNode } from '@pymaint/core';
import { entryOf } from '../project/toml-entries.ts';
import type { Entry } from '../project/types.ts';

/** A lock file that holds a hash of what it was made for. */
export type HashedLock =
  | {
      readonly kind: 'hashed';
      readonly path: string;
      /** What makes it anew. */
      readonly command: string;
      /** The sha256 in it, lower-case hex, and where it stands. */
      readonly hash: Entry;
      /** The texts of which one or other release of the tool would have taken that hash, of pyproject.toml as it is. */
      readonly inputs: readonly string[];
    }
  /** Nothing is said of it: its form is not known (`doubt`), or it locks more than this project. */
  | {
      readonly kind: 'left';
      readonly path: string;
      readonly doubt: boolean;
      readonly why: string;
    };

/** The `[metadata]` table of a lock file, at its own lines: these files are long, so nothing else is parsed. */
export function lockMetadata(path: string, text: string): TomlDocument {
  const header = /^\[metadata\][ \t]*\r?$/m.exec(text);
  if (header === null) return tomlDocument(path, '');
  const next = text.indexOf('\n[', header.index);
  const before = text.slice(0, header.index).split('\n').length - 1;
  const block = text.slice(header.index, next < 0 ? undefined : next);
  return tomlDocument(path, '\n'.repeat(before) + block);
}

/** The text of a key of that table. */
export function metadataEntry(lock: TomlDocument, key: string): Entry | undefined {
  const node = lock.get('metadata', key);
  return node && entryOf(node);
}

/** The values of a table by their keys; none of anything else. */
export const valuesOf = (node: TomlNode | undefined): ReadonlyMap<string, TomlNode> =>
  new Map(node?.type === 'table' ? [...node.entries].map(([key, { value }]) => [key, value]) : []);

/** Says why nothing is said of a lock file. */
export const left = (path: string, why: string, doubt = true): HashedLock => ({
  kind: 'left',
  path,
  doubt,
  why,
});
