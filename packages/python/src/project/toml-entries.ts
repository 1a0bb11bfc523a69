import {
  known,
  notApplicable,
  notKnown,
  type Fact,
  type TomlDocument,
  type TomlNode,
} from '@pymaint/core';
import type { Entry, EntryLists, EntryMap } from './types.ts';

type Keys = readonly (string | number)[];

const address = (keys: Keys): string => `\`${keys.join('.')}\``;

const absent = (keys: Keys, document: TomlDocument): Fact<never> =>
  notApplicable(`${document.path} has no ${address(keys)}`);

const wrongType = (keys: Keys, expected: string): Fact<never> =>
  notKnown(`${address(keys)} is not ${expected}`);

/** A text with the place of its characters: without the quotes where it is written plainly. */
export const entryOf = (node: TomlNode): Entry | undefined =>
  node.type === 'string'
    ? { text: node.value, place: node.escaped ? node.range : node.content }
    : undefined;

/** The text under these keys. */
export function stringAt(document: TomlDocument, ...keys: Keys): Fact<string> {
  const node = document.get(...keys);
  if (node === undefined) return absent(keys, document);
  const entry = entryOf(node);
  return entry === undefined ? wrongType(keys, 'a string') : known(entry.text, entry.place);
}

/** The array of texts under these keys; elements of other types are left out, since they are reported elsewhere. */
export function listAt(document: TomlDocument, ...keys: Keys): Fact<readonly Entry[]> {
  const node = document.get(...keys);
  if (node === undefined) return absent(keys, document);
  return node.type === 'array'
    ? known(entriesOf(node.items), node.range)
    : wrongType(keys, 'an array');
}

const entriesOf = (items: readonly TomlNode[]): readonly Entry[] =>
  items.flatMap((item) => entryOf(item) ?? []);

/** The table of texts under these keys. */
export function mapAt(document: TomlDocument, ...keys: Keys): Fact<EntryMap> {
  const node = document.get(...keys);
  if (node === undefined) return absent(keys, document);
  if (node.type !== 'table') return wrongType(keys, 'a table');
  const pairs = [...node.entries.values()].flatMap(({ key, value }): [string, Entry][] => {
    const entry = entryOf(value);
    return entry === undefined ? [] : [[key, entry]];
  });
  return known(new Map(pairs), node.range);
}

/** The table of arrays of texts under these keys. */
export function listsAt(document: TomlDocument, ...keys: Keys): Fact<EntryLists> {
  const node = document.get(...keys);
  if (node === undefined) return absent(keys, document);
  if (node.type !== 'table') return wrongType(keys, 'a table');
  const pairs = [...node.entries.values()].map(({ key, value }): [string, readonly Entry[]] => [
    key,
    value.type === 'array' ? entriesOf(value.items) : [],
  ]);
  return known(new Map(pairs), node.range);
}
