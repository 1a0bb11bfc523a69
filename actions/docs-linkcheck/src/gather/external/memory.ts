import { daysBetween, type IsoDate } from '@pymaint/core';
import {
  copyDay,
  EMPTY_CACHE,
  type LinkCache,
  type LinkMemory,
  parseLinkCache,
} from '@pymaint/docs';
import type { Ports } from '@pymaint/platform';

/** The memory between runs: read once, written once. */
export interface LinkStore {
  readonly cache: LinkCache;
  /** Where an archive has a copy of a dead page, as an earlier run was told. */
  readonly archived: (href: string) => string | undefined;
  /** Keeps what is known now beside what other runs know. Never fails a run. */
  readonly save: (links: ReadonlyMap<string, LinkMemory>) => Promise<void>;
}

/** Addresses that no document has named for so many days are forgotten. */
const FORGOTTEN = 120;

/**
 * Opens the memory: the file that the user names, relative to the project; else in a workflow `links.json` beside the
 * reports, and in a terminal a file of the user's cache folder. A run for a pull request from a fork has none, and a
 * file that git tracks is not believed: its author could have called dead links alive.
 */
export async function linkStore(ports: Ports, path: string | undefined): Promise<LinkStore> {
  const { scratch, workspace, event, clock } = ports;
  if (isFromFork(ports))
    return { cache: EMPTY_CACHE, archived: () => undefined, save: async () => undefined };
  const today = clock.today();
  const merged = (cache: LinkCache, links: ReadonlyMap<string, LinkMemory>): string =>
    JSON.stringify({ ...cache, links: mergedLinks(cache, links, today) });
  const store = (
    text: string | undefined,
    write: (text: string) => Promise<unknown>,
  ): LinkStore => {
    const cache = parseLinkCache(text ?? '');
    return {
      cache,
      archived: (href) => {
        const copy = Object.hasOwn(cache.links, href) ? cache.links[href]?.archived : undefined;
        return typeof copy === 'string' && copyDay(copy) !== '--' ? copy : undefined;
      },
      save: async (links) => {
        // A full disk or a folder that cannot be written is no reason to lose the verdicts.
        await write(merged(cache, links)).catch(() => undefined);
      },
    };
  };
  if (path !== undefined) {
    const isTracked =
      (await ports.git.available()).yes && (await ports.git.tracked()).includes(path);
    return store(isTracked ? undefined : await workspace.read(path), (text) =>
      workspace.write(path, text),
    );
  }
  if (event !== undefined)
    return store(await scratch.read(`${scratch.reports}/links.json`), (text) =>
      scratch.keep('links.json', text),
    );
  const { folder } = workspace;
  return store(await scratch.recall('links', folder), (text) =>
    scratch.remember('links', folder, text),
  );
}

function mergedLinks(
  { links: before }: LinkCache,
  links: ReadonlyMap<string, LinkMemory>,
  today: IsoDate,
): LinkCache['links'] {
  const young = Object.entries(before).filter(
    ([url, { checked }]) => !links.has(url) && Math.abs(daysBetween(checked, today)) <= FORGOTTEN,
  );
  return Object.fromEntries([...young, ...links]);
}

/** A pull request's head in another repository: what it brings must not be remembered, nor decide. */
export function isFromFork({ event }: Ports): boolean {
  const pull = event?.payload['pull_request'];
  if (event === undefined || typeof pull !== 'object' || pull === null) return false;
  const { head } = pull as {
    readonly head?: { readonly repo?: { readonly full_name?: unknown } | null };
  };
  // A fork that was deleted since has no repository any more.
  return head?.repo?.full_name !== event.repository;
}
