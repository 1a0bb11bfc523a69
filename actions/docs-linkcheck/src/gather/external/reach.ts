import { parseUrl, type Exchange } from '@pymaint/core';
import type { LinkVerdict } from '@pymaint/docs';

/** Watches which hosts are reached, since a machine that sees little of the network must call nothing dead. */
export interface Reach {
  readonly note: (url: string, exchange: Exchange) => void;
  /** The verdict on a page in place of its own, where the network as a whole is in doubt. */
  readonly instead: (url: string) => LinkVerdict | undefined;
}

const UNREACHED = new Set(['timeout', 'refused', 'name-not-found', 'name-not-resolved']);

/**
 * Where not a single host was reached, there may be no network. Where more names were not found than hosts were
 * reached, the machine may see a part of the network alone (a firewall with a list, a company's own names): then that a
 * name is not found says nothing.
 */
export function reachOf(): Reach {
  const reached = new Set<string>();
  const nameless = new Set<string>();
  const lost = new Set<string>();
  return {
    note(url, exchange) {
      if (exchange.kind === 'unchecked') return;
      const host = hostOf(exchange.redirects.at(-1)?.to ?? url);
      const failed = exchange.kind === 'failed' ? exchange.why : undefined;
      if (failed === undefined || !UNREACHED.has(failed)) reached.add(host);
      if (exchange.redirects.length > 0) reached.add(hostOf(url));
      if (failed !== 'name-not-found') return;
      nameless.add(host);
      lost.add(url);
    },
    instead(url) {
      if (reached.size === 0)
        return unchecked('no host was reached at all, so this machine may have no network');
      return lost.has(url) && nameless.size > reached.size
        ? unchecked(
            'most names were not found, so this machine may see a part of the network alone',
          )
        : undefined;
    },
  };
}

const unchecked = (evidence: string): LinkVerdict => ({ class: 'unchecked', evidence });

const hostOf = (url: string): string => parseUrl(url)?.hostname ?? '';
