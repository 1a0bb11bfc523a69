import type { Exchange, PageQuery, ProbeLimits, ProbePolicy } from '@pymaint/core';

/** One run over many pages. */
export interface ProbeRun {
  /** Taken one by one as places become free, so that a long list need not be held. One query a page: put its anchors together. */
  readonly pages: Iterable<PageQuery> | AsyncIterable<PageQuery>;
  readonly policy: ProbePolicy;
  /** What differs from core's `PROBE_LIMITS`. */
  readonly limits?: Partial<ProbeLimits>;
  /** Values of the `Authorization` header by exact host, such as `api.github.com`. Sent over https only, and never after a redirect from another host. */
  readonly tokens?: { readonly [host: string]: string };
  /** Told of each page once, as soon as it is known; nothing is kept. */
  readonly seen: (page: PageQuery, exchange: Exchange) => void;
  /** Ends the run: what was not asked yet is `unchecked`. */
  readonly signal?: AbortSignal;
}

/** Asks the network about pages, politely and within bounds. Never throws for what the network does. */
export interface Prober {
  /** Resolves when every page was told of: at the latest when the run's budget is used up. */
  probe(run: ProbeRun): Promise<void>;
}
