import { setMaxListeners } from 'node:events';
import { PROBE_LIMITS, type PageQuery } from '@pymaint/core';
import { nodeClock } from '../adapters/clock.ts';
import type { Resolve } from '../adapters/http-guard.ts';
import type { Agents } from '../adapters/http.ts';
import type { Clock, Environment, Prober } from '../ports/index.ts';
import { follower } from './follow.ts';
import { keptAlive } from './kept-alive.ts';
import { limiter } from './limiter.ts';
import { places } from './places.ts';

/** How {@link nodeProber} connects. */
export interface NodeProberOptions {
  /** Where the proxy variables are read. Through a proxy, which resolves names by itself, only hosts written as addresses can be refused. */
  readonly env?: Environment;
  readonly clock?: Clock;
  readonly resolve?: Resolve;
  /** Default: kept-alive connections of this prober's own, never shared with requests that check no address. */
  readonly agents?: Agents;
  /** From 0 to below 1, to spread retries. */
  readonly random?: () => number;
}

/** Pages that are waited for at the same time; more are not taken from the list. */
const WINDOW = 1024;

/** A prober over node's own http and https. */
export function nodeProber(options: NodeProberOptions = {}): Prober {
  const { env = process.env, clock = nodeClock, random = Math.random, resolve } = options;
  return {
    async probe({ pages, policy, limits: some, tokens = {}, seen, signal }) {
      const limits = { ...PROBE_LIMITS, ...some };
      const agents = options.agents ?? keptAlive();
      const ended = signal ?? new AbortController().signal;
      // Each host's wait listens to it; node takes more than ten for a leak.
      setMaxListeners(0, ended);
      const ends = new Set<() => void>();
      const endAll = (): void => ends.forEach((end) => end());
      ended.addEventListener('abort', endAll);
      const wire = { env, clock, agents, resolve, policy, limits, signal: ended, ends };
      const chains = follower(wire, limiter(limits, clock, ended), tokens, random);
      try {
        await inWindow(pages, WINDOW, async (page) => seen(page, await chains.follow(page)));
      } finally {
        ended.removeEventListener('abort', endAll);
        if (options.agents === undefined)
          for (const agent of Object.values(agents)) agent.destroy();
      }
    },
  };
}

/** Runs a task for each, so many at the same time, and waits for all of them. The first error of a task is thrown. */
async function inWindow(
  pages: Iterable<PageQuery> | AsyncIterable<PageQuery>,
  most: number,
  task: (page: PageQuery) => Promise<void>,
): Promise<void> {
  const free = places(most);
  const errors: unknown[] = [];
  for await (const page of pages) {
    const place = await free.take();
    void task(page)
      .catch((error: unknown) => void errors.push(error))
      .finally(() => place[Symbol.dispose]());
  }
  // With all places free again, nothing is under way.
  for (let taken = 0; taken < most; taken += 1) await free.take();
  if (errors.length > 0) throw errors[0];
}
