import { inventoryHead, readInventory, type Inventory, type SphinxConf } from '@pymaint/docs';
import { UserError } from '@pymaint/core';
import { inflatedText } from '@pymaint/platform';
import type { Options } from '../options.ts';
import type { Fetched, FetchInventories } from './external/inventories.ts';
import type { Sources } from './sources.ts';

/**
 * The inventories at hand by their names in `intersphinx_mapping`: files that the user names, and those that conf.py
 * names beside itself; the others are fetched where the network may be asked. Throws a UserError where the user names a
 * file that is none.
 */
export async function gatherInventories(
  sources: Sources,
  { inventories }: Options,
  folder: string,
  conf: SphinxConf,
  fetch?: FetchInventories,
): Promise<Fetched> {
  const found = new Map<string, Inventory>();
  for (const [name, path] of conf.inventoryFiles) {
    const inventory = await inventoryAt(sources, `${folder === '' ? '' : `${folder}/`}${path}`);
    if (inventory !== undefined) found.set(name, inventory);
  }
  for (const given of inventories) {
    const [name, path] = namedFile(given);
    const inventory = await inventoryAt(sources, path);
    if (inventory === undefined)
      throw new UserError(
        `inventories: Unexpected \`${given}\`, expected NAME=PATH of an \`objects.inv\`, relative to the project\u2019s folder`,
      );
    found.set(name, inventory);
  }
  if (fetch === undefined) return { inventories: found, unfetched: new Map() };
  const fetched = await fetch(conf, found);
  return { ...fetched, inventories: new Map([...fetched.inventories, ...found]) };
}

function namedFile(given: string): readonly [string, string] {
  const at = given.indexOf('=');
  return at < 0 ? ['', given] : [given.slice(0, at).trim(), given.slice(at + 1).trim()];
}

/** The inventory in a file, or undefined where there is none or it is damaged. */
export async function inventoryAt(sources: Sources, path: string): Promise<Inventory | undefined> {
  const bytes = await sources.readBytes(path);
  return bytes && inventoryOf(bytes, () => sources.read(path));
}

/** The inventory that these bytes are, or undefined where they are none or damaged. `text` reads them as UTF-8. */
export async function inventoryOf(
  bytes: Uint8Array,
  text: () => Promise<string | undefined>,
): Promise<Inventory | undefined> {
  const head = inventoryHead(bytes);
  if (head === undefined) return undefined;
  if (!head.compressed) return inventoryFrom((await text()) ?? '');
  const entries = await inflatedText(bytes.subarray(head.end));
  return entries === undefined ? undefined : readInventory(head, entries);
}

/** The inventory that a text is, as `writeInventory` writes one. */
export function inventoryFrom(text: string): Inventory | undefined {
  const start = Uint8Array.from(text.slice(0, LONGEST_HEAD), (char) => char.charCodeAt(0));
  const head = inventoryHead(start);
  if (head === undefined || head.compressed) return undefined;
  return readInventory(head, text.split('\n').slice(head.lines).join('\n'));
}

/** Four lines, each of a thousand bytes at most. */
const LONGEST_HEAD = 4100;
