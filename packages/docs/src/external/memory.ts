import { daysBetween, type IsoDate } from '@pymaint/core';
import type { LinkClass, LinkVerdict } from './verdict.ts';

/** What is remembered of one address, by its URL with the fragment. */
export interface LinkMemory {
  readonly class: LinkClass;
  readonly evidence: string;
  /** The day of the last answer. */
  readonly checked: IsoDate;
  /** The last day on which it was good. */
  readonly lastGood?: IsoDate;
  /** Days on which it failed since it was last good, oldest first, one entry for each run. */
  readonly failures: readonly IsoDate[];
  readonly movedTo?: string;
  /** Where an archive has a copy of a dead page. */
  readonly archived?: string;
}

/** The cache between runs: `pymaint-links/1`. */
export interface LinkCache {
  readonly schema: 'pymaint-links/1';
  readonly links: { readonly [url: string]: LinkMemory };
}

/** A cache that remembers nothing. */
export const EMPTY_CACHE: LinkCache = { schema: 'pymaint-links/1', links: {} };

/** How long good answers are trusted, and when a link that fails now and then counts as failing. */
export interface MemoryPolicy {
  /** Days; a quarter more or less, by the address, so that not all fall due on one day. */
  readonly trust: number;
  /** So many failures … */
  readonly failures: number;
  /** … spread over at least so many days. */
  readonly days: number;
}

/** What applies unless it is configured otherwise. */
export const MEMORY_POLICY: MemoryPolicy = { trust: 14, failures: 3, days: 2 };

/** The remembered verdict, where it is good and young enough to stand for a new answer. Failures are always asked anew. */
export function remembered(
  cache: LinkCache,
  url: string,
  today: IsoDate,
  { trust }: MemoryPolicy = MEMORY_POLICY,
): LinkVerdict | undefined {
  const memory = Object.hasOwn(cache.links, url) ? cache.links[url] : undefined;
  if (memory === undefined || (memory.class !== 'ok' && memory.class !== 'moved')) return undefined;
  const age = daysBetween(memory.checked, today);
  if (age < 0 || age > trust * (0.75 + 0.5 * share(url))) return undefined;
  const evidence = `${memory.evidence}, as of ${memory.checked}`;
  return memory.movedTo === undefined
    ? { class: memory.class, evidence }
    : { class: memory.class, evidence, movedTo: memory.movedTo };
}

/** What to remember after a new verdict. What was not checked leaves the memory as it was. */
export function remember(
  before: LinkMemory | undefined,
  verdict: LinkVerdict,
  today: IsoDate,
): LinkMemory | undefined {
  if (verdict.class === 'unchecked') return before;
  const good = verdict.class === 'ok' || verdict.class === 'moved';
  const lastGood = good ? today : before?.lastGood;
  return {
    class: verdict.class,
    evidence: verdict.evidence,
    checked: today,
    ...(lastGood !== undefined && { lastGood }),
    failures: good ? [] : [...(before?.failures ?? []), today].slice(-MOST_FAILURES),
    ...(verdict.movedTo !== undefined && { movedTo: verdict.movedTo }),
  };
}

const MOST_FAILURES = 20;

/** True where a flaky link failed so often, over so many days, that it counts as failing. */
export function failsForGood(
  { class: linkClass, failures }: LinkMemory,
  { failures: most, days }: MemoryPolicy = MEMORY_POLICY,
): boolean {
  const [first] = failures;
  const last = failures.at(-1);
  if (linkClass !== 'flaky' || first === undefined || last === undefined) return false;
  return failures.length >= most && daysBetween(first, last) >= days;
}

/** Reads a cache file; one that is broken or of another schema is as good as none. */
export function parseLinkCache(text: string): LinkCache {
  try {
    const data: unknown = JSON.parse(text);
    return isCache(data) ? data : EMPTY_CACHE;
  } catch {
    return EMPTY_CACHE;
  }
}

const isCache = (data: unknown): data is LinkCache =>
  isRecord(data) &&
  data['schema'] === 'pymaint-links/1' &&
  isRecord(data['links']) &&
  Object.values(data['links']).every(isMemory);

const isMemory = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['class'] === 'string' &&
  typeof value['evidence'] === 'string' &&
  typeof value['checked'] === 'string' &&
  Array.isArray(value['failures']);

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null;

/** Which of so many parts an address belongs to, from 0: always the same one, whatever the others are. */
export const shardOf = (url: string, parts: number): number => Math.floor(share(url) * parts);

/** A number from 0 to below 1 that an address always gets: FNV-1a, its bits then mixed as MurmurHash3 ends. */
function share(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1)
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
