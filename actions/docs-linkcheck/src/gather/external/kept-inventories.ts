import type { IsoDate } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import { isFromFork } from './memory.ts';

/** The last good copy of an inventory. */
export interface KeptInventory {
  readonly schema: 'pymaint-inventory/1';
  readonly url: string;
  /** The day on which it was fetched, or was said not to have changed. */
  readonly fetched: IsoDate;
  /** What its server calls this state of it (RFC 9110, 8.8.3); empty where it says nothing. */
  readonly etag: string;
  /** As `writeInventory` writes it. */
  readonly text: string;
}

/** The copies between runs. Nothing here ever fails a run. */
export interface InventoryMemory {
  readonly recall: (url: string) => Promise<KeptInventory | undefined>;
  readonly remember: (kept: KeptInventory) => Promise<void>;
}

/**
 * Opens the memory: in a workflow files beside the reports, which the workflow may keep by actions/cache, in a terminal
 * the user's cache folder, where all projects share them. A pull request from a fork has none.
 */
export function inventoryMemory(ports: Ports): InventoryMemory {
  const { scratch, event } = ports;
  if (isFromFork(ports)) return { recall: async () => undefined, remember: async () => undefined };
  const kept = (
    read: (url: string) => Promise<string | undefined>,
    write: (url: string, text: string) => Promise<unknown>,
  ): InventoryMemory => ({
    recall: async (url) => parsed(await read(url), url),
    remember: async (one) => {
      // A full disk or a folder that cannot be written is no reason to lose the verdicts.
      await write(one.url, JSON.stringify(one)).catch(() => undefined);
    },
  });
  if (event === undefined)
    return kept(
      (url) => scratch.recall('inventories', url),
      (url, text) => scratch.remember('inventories', url, text),
    );
  return kept(
    (url) => scratch.read(`${scratch.reports}/${fileOf(url)}`),
    (url, text) => scratch.keep(fileOf(url), text),
  );
}

/** Two addresses may come to one name: the address in the file says whose it is. */
const fileOf = (url: string): string =>
  `inventory-${url
    .replace(/^https?:\/\//u, '')
    .replace(/[^\w.]+/gu, '-')
    .slice(0, 150)}.json`;

function parsed(text: string | undefined, url: string): KeptInventory | undefined {
  try {
    const data = JSON.parse(text ?? '') as Partial<KeptInventory> | null;
    const isOne =
      data?.schema === 'pymaint-inventory/1' &&
      data.url === url &&
      [data.fetched, data.etag, data.text].every((it) => typeof it === 'string');
    return isOne ? (data as KeptInventory) : undefined;
  } catch {
    return undefined;
  }
}
