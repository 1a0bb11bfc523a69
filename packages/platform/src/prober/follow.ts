import type { Exchange, PageQuery, Redirect } from '@pymaint/core';
import type { Limiter, Unchecked } from './limiter.ts';
import { type Answered, exchange, type Wire } from './exchange.ts';

/** One page of a chain of redirects. */
interface Hop {
  readonly url: URL;
  readonly anchors: readonly string[];
  readonly token: string | undefined;
}

type HopResult = (Answered & { readonly attempts: number }) | Unchecked;

/** Asks for pages, each within the places of its own host. */
export interface Follower {
  follow(page: PageQuery): Promise<Exchange>;
}

/** Follows redirects by hand: each step is checked, queued and coalesced as if it had been asked for by itself. */
export function follower(
  wire: Wire,
  limits: Limiter,
  tokens: { readonly [host: string]: string },
  random: () => number,
): Follower {
  const underWay = new Map<string, Promise<HopResult>>();
  const once = (hop: Hop): Promise<HopResult> => {
    const key = keyOf(hop);
    const known = underWay.get(key);
    if (known !== undefined) return known;
    const result = tryAgain(wire, limits, hop, random).finally(() => underWay.delete(key));
    underWay.set(key, result);
    return result;
  };
  return {
    async follow({ url, anchors }) {
      const first = addressOf(url);
      const redirects: Redirect[] = [];
      if (first === undefined) return failed('malformed-answer', `\`${url}\` is no address`, 0);
      let here = first;
      let wanted = anchors;
      let foreign = false;
      let attempts = 0;
      const seen = new Set<string>();
      for (;;) {
        if (!isWeb(here))
          return failed('unsupported-scheme', `\`${here.protocol}\` is not asked`, attempts);
        const page = bare(here);
        if (seen.has(page.href))
          return failed('redirect-loop', `leads in a circle back to ${page.href}`, attempts);
        seen.add(page.href);
        if (redirects.length > wire.limits.maxRedirects)
          return failed('too-many-redirects', `redirects ${redirects.length} times`, attempts);
        foreign ||= page.host !== first.host;
        const token = foreign ? undefined : tokenFor(page, tokens);
        const result = await once({ url: page, anchors: wanted, token });
        if (result.kind === 'unchecked') return result;
        attempts += result.attempts;
        if (result.kind === 'failed') return failed(result.why, result.message, attempts);
        const to = target(result.status, result.headers['location'], page);
        if (to === undefined) return { ...result, redirects, attempts };
        if (to === 'none')
          return failed('malformed-answer', 'leads to what is no address', attempts);
        redirects.push({ status: result.status, from: page.href, to: redacted(to) });
        // An address with a fragment of its own replaces the link's (RFC 9110, 10.2.2).
        if (to.hash !== '') wanted = [];
        here = to;
      }

      function failed(
        why: Extract<Exchange, { kind: 'failed' }>['why'],
        message: string,
        attempts: number,
      ): Exchange {
        return { kind: 'failed', why, message, redirects, attempts };
      }
    },
  };
}

/** What is asked: hops of one key give one answer. Most want neither anchor nor token. */
const keyOf = ({ url, anchors, token }: Hop): string =>
  anchors.length === 0 && token === undefined
    ? url.href
    : JSON.stringify([url.href, token, anchors.toSorted()]);

const isWeb = ({ protocol }: URL): boolean => protocol === 'http:' || protocol === 'https:';

/** Without a fragment, and without the user name and password: they are never sent. */
function bare(url: URL): URL {
  if (url.hash === '' && url.username === '' && url.password === '') return url;
  const page = new URL(url);
  page.hash = '';
  page.username = '';
  page.password = '';
  return page;
}

function redacted(url: URL): string {
  const page = new URL(url);
  page.username = '';
  page.password = '';
  return page.href;
}

const tokenFor = (
  { protocol, host }: URL,
  tokens: { readonly [host: string]: string },
): string | undefined =>
  protocol === 'https:' && Object.hasOwn(tokens, host) ? tokens[host] : undefined;

const FOLLOWED = new Set([301, 302, 303, 307, 308]);

function target(status: number, location: string | undefined, base: URL): URL | 'none' | undefined {
  if (!FOLLOWED.has(status) || location === undefined) return undefined;
  return addressOf(location, base) ?? 'none';
}

/** Parsed once: a large site has many addresses. (`URL.parse` needs Node 22.) */
function addressOf(text: string, base?: URL): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** Asks for one page, first for its head where that is enough, and again as the policy says. */
async function tryAgain(
  wire: Wire,
  limits: Limiter,
  { url, anchors, token }: Hop,
  random: () => number,
): Promise<HopResult> {
  const { host } = url;
  let method: 'HEAD' | 'GET' = anchors.length > 0 ? 'GET' : 'HEAD';
  for (let attempts = 1; ;) {
    const asked = { method, url, anchors, token };
    const result = await limits.run(host, (left) => within(wire, limits, asked, left));
    if (result.kind === 'unchecked') return result;
    if (method === 'HEAD' && refusesHead(result)) {
      // Servers answer HEAD with 400, 403, 404, 405 or 500 for pages that they have: only GET is believed.
      method = 'GET';
      continue;
    }
    const wait = waitAfter(wire, limits, host, result, attempts, random);
    // What is known is better than a wait that the budget would end.
    if (wait === undefined || wait >= limits.left(host)) return { ...result, attempts };
    await wire.clock.sleep(wait, wire.signal).catch(() => undefined);
    attempts += 1;
    method = 'GET';
  }
}

const refusesHead = (result: Answered): boolean =>
  result.kind === 'answered' && result.status >= 400 && result.status !== 429;

async function within(
  wire: Wire,
  limits: Limiter,
  asked: Parameters<typeof exchange>[1],
  left: number,
): Promise<Answered | Unchecked> {
  const result = await exchange(wire, asked, Math.min(wire.limits.timeout, left));
  const byBudget =
    result.kind === 'failed' && result.why === 'timeout' && left < wire.limits.timeout;
  const { host } = asked.url;
  return byBudget || (wire.signal.aborted && result.kind === 'failed') ? limits.why(host) : result;
}

/** The time until the next attempt. A host that has had too much is left alone by all who want something of it. */
function waitAfter(
  { policy, clock }: Wire,
  limits: Limiter,
  host: string,
  result: Answered,
  attempts: number,
  random: () => number,
): number | undefined {
  const attempt =
    result.kind === 'answered'
      ? { status: result.status, headers: result.headers, interrupted: false }
      : {
          status: undefined,
          headers: {},
          interrupted: result.why === 'timeout' || result.why === 'reset',
        };
  const wait = policy.wait(attempt, attempts, clock.now(), random());
  const busy =
    attempt.status === 429 || (attempt.status === 503 && 'retry-after' in attempt.headers);
  if (busy) limits.pause(host, wait ?? policy.wait(attempt, 1, clock.now(), random()) ?? 0);
  return wait;
}
