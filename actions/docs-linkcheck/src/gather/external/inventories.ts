import { daysBetween, parseUrl, PROBE_LIMITS } from '@pymaint/core';
import {
  type Inventory,
  linkSettings,
  probePolicy,
  type SphinxConf,
  unreadInventories,
  writeInventory,
} from '@pymaint/docs';
import {
  answerText,
  noAnswer,
  patientRequest,
  type Ports,
  serviceAddress,
} from '@pymaint/platform';
import type { Options } from '../../options.ts';
import { inventoryFrom, inventoryOf } from '../inventories.ts';
import { inventoryMemory, type KeptInventory } from './kept-inventories.ts';

/** Inventories by their names, and why some are not there as they are today. */
export interface Fetched {
  readonly inventories: ReadonlyMap<string, Inventory>;
  readonly unfetched: ReadonlyMap<string, string>;
}

/** Fetches what conf.py names and is not at hand. */
export type FetchInventories = (
  conf: SphinxConf,
  atHand: ReadonlyMap<string, Inventory>,
) => Promise<Fetched>;

/** Bytes of an inventory as it is sent; the largest ones of today have some two million. */
const MOST_BYTES = 50_000_000;
/** A mapping names a few dozen at most. */
const MOST = 100;
/** Days for which a copy is taken as it is. */
const YOUNG = 1;

/** An inventory; `why` where it is an older copy, or none at all. */
interface Got {
  readonly inventory?: Inventory | undefined;
  readonly why?: string;
}

/**
 * Fetches the inventories of `intersphinx_mapping` as Sphinx does, each once in a run: one after the other of each host,
 * within the limits of the external addresses, never from a private network unless that is allowed, and kept between
 * runs. Where a site does not answer, its last good copy can still say what there is, but not what there is not.
 */
export function inventoryFetcher(ports: Ports, options: Options): FetchInventories {
  const ask = inTurns(ports, asking(ports, options));
  return async (conf, atHand) => {
    const { isIgnored } = linkSettings({ patterns: options['external-ignore'], sphinx: conf });
    const names = unreadInventories({ conf, inventories: atHand }).slice(0, MOST);
    const got = await Promise.all(
      names.map(async (name): Promise<readonly [string, Got]> => {
        const urls = conf.inventoryUrls.get(name) ?? [];
        return [name, await firstOf(urls, isIgnored, ask)];
      }),
    );
    return byName(new Map(got));
  };
}

type Ask = (url: string) => Promise<Got>;

/** The first address that has it, as Sphinx asks. */
async function firstOf(
  urls: readonly string[],
  isIgnored: (url: string) => boolean,
  ask: Ask,
): Promise<Got> {
  let last: Got = {};
  for (const written of urls) {
    // A user name and password stay here.
    const url = serviceAddress(written)?.url;
    if (url === undefined || isIgnored(written) || isIgnored(url)) continue;
    const got = await ask(url);
    if (got.inventory !== undefined && got.why === undefined) return got;
    if (got.inventory !== undefined || last.inventory === undefined) last = got;
  }
  return last;
}

/** Each address once, those of one host one after the other. */
function inTurns({ clock }: Ports, ask: Ask): Ask {
  const hosts = new Map<string, Promise<unknown>>();
  const asked = new Map<string, Promise<Got>>();
  return (url) => {
    const known = asked.get(url);
    if (known !== undefined) return known;
    const host = parseUrl(url)?.hostname ?? '';
    const turn = (hosts.get(host) ?? Promise.resolve()).then(() => ask(url));
    asked.set(url, turn);
    hosts.set(
      host,
      turn.then(() => clock.sleep(PROBE_LIMITS.interval)),
    );
    return turn;
  };
}

/** Takes a young copy, else asks whether there is a newer one. */
function asking(ports: Ports, options: Options): Ask {
  const { clock } = ports;
  const deadline = clock.monotonic() + options['external-budget'];
  const memory = inventoryMemory(ports);
  return async (url) => {
    const kept = await memory.recall(url);
    const today = clock.today();
    const age = kept === undefined ? Infinity : daysBetween(kept.fetched, today);
    if (kept !== undefined && age >= 0 && age <= YOUNG)
      return { inventory: inventoryFrom(kept.text) };
    const left = deadline - clock.monotonic();
    if (left <= 0) return older(kept, 'the time of the run was used up');
    const request = {
      ...requestOf(url, kept),
      timeout: Math.min(left, options['external-timeout']),
    };
    const guarded = { ...request, refuseAddress: probePolicy(options['allow-private']).forbidden };
    const patience = { attempts: 3, budget: Math.min(left, 60_000) };
    const result = await patientRequest(ports, guarded, patience);
    if (result.kind === 'answered' && result.status === 304 && kept !== undefined) {
      await memory.remember({ ...kept, fetched: today });
      return { inventory: inventoryFrom(kept.text) };
    }
    if (result.kind !== 'answered' || result.status !== 200)
      return older(kept, noAnswer('the site', url, result));
    const inventory = result.cut
      ? undefined
      : await inventoryOf(result.body, async () => answerText(result));
    if (inventory === undefined) return older(kept, `\`${url}\` is no inventory`);
    const etag = result.headers['etag'] ?? '';
    const text = writeInventory(inventory);
    await memory.remember({ schema: 'pymaint-inventory/1', url, fetched: today, etag, text });
    return { inventory };
  };
}

const requestOf = (url: string, kept: KeptInventory | undefined) =>
  ({
    method: 'GET',
    url,
    headers: {
      accept: '*/*',
      'user-agent': 'Mozilla/5.0 (compatible; pymaint link check)',
      ...(kept !== undefined && kept.etag !== '' && { 'if-none-match': kept.etag }),
    },
    maxBytes: MOST_BYTES,
  }) as const;

const byName = (all: ReadonlyMap<string, Got>): Fetched => ({
  inventories: new Map(
    [...all].flatMap(([name, { inventory }]) =>
      inventory === undefined ? [] : [[name, inventory]],
    ),
  ),
  unfetched: new Map(
    [...all].flatMap(([name, { why }]) => (why === undefined ? [] : [[name, why]])),
  ),
});

const older = (kept: KeptInventory | undefined, why: string): Got =>
  kept === undefined
    ? { why }
    : { inventory: inventoryFrom(kept.text), why: `${why}; the copy of ${kept.fetched} was read` };
