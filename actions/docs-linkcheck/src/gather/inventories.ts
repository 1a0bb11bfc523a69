import { inventoryHead, readInventory, type Inventory, type SphinxConf } from '@pymaint/docs';
import { UserError } from '@pymaint/core';
import { inflatedText } from '@pymaint/platform';
import type { Options } from '../options.ts';
import type { Sources } from './sources.ts';

/**
 * The inventories at hand by their names in `intersphinx_mapping`: files that the user names, and those that conf.py
 * names beside itself. Throws a UserError where the user names a file that is none.
 */
export async function gatherInventories(
  sources: Sources,
  { inventories }: Options,
  folder: string,
  conf: SphinxConf,
): Promise<ReadonlyMap<string, Inventory>> {
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
  return found;
}

function namedFile(given: string): readonly [string, string] {
  const at = given.indexOf('=');
  return at < 0 ? ['', given] : [given.slice(0, at).trim(), given.slice(at + 1).trim()];
}

/** The inventory in a file, or undefined where there is none or it is damaged. */
export async function inventoryAt(sources: Sources, path: string): Promise<Inventory | undefined> {
  const bytes = await sources.readBytes(path);
  const head = bytes === undefined ? undefined : inventoryHead(bytes);
  if (bytes === undefined || head === undefined) return undefined;
  if (head.compressed) {
    const entries = await inflatedText(bytes.subarray(head.end));
    return entries === undefined ? undefined : readInventory(head, entries);
  }
  const text = await sources.read(path);
  return text === undefined
    ? undefined
    : readInventory(head, text.split('\n').slice(head.lines).join('\n'));
}
