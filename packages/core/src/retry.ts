import { daysBetween, isoDate } from './date.ts';

/** What an attempt gave, as far as another one depends on it. */
export interface Attempt {
  /** Undefined where no answer came. */
  readonly status: number | undefined;
  /** Names in lower case; empty where no answer came. */
  readonly headers: { readonly [name: string]: string };
  /** True for a timeout or a connection that was cut off. */
  readonly interrupted: boolean;
}

/** The bounds of trying again. */
export interface RetryPolicy {
  /** Attempts in all. */
  readonly attempts: number;
  /** The first wait in milliseconds; it doubles. */
  readonly base: number;
  /** The longest wait in milliseconds, whatever a server asks for: a run must end. */
  readonly cap: number;
}

/** What the prober does unless it is told otherwise. */
export const RETRY_POLICY: RetryPolicy = { attempts: 3, base: 1000, cap: 60_000 };

const TRANSIENT = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * How long to wait before the next attempt, or undefined where there should be none: the answer is final, or the
 * attempts are used up. A server's own wish counts, up to the cap; else exponential backoff with full
 * jitter, `random` being from 0 to below 1. `made` attempts were made so far; `now` is the time in milliseconds.
 */
export function waitBeforeRetry(
  attempt: Attempt,
  made: number,
  { attempts, base, cap }: RetryPolicy,
  now: number,
  random: number,
): number | undefined {
  const transient =
    attempt.status === undefined ? attempt.interrupted : TRANSIENT.has(attempt.status);
  if (!transient || made >= attempts) return undefined;
  const wished = serversWish(attempt.headers, now);
  if (wished !== undefined) return Math.min(cap, wished);
  const longest = Math.min(cap, base * 2 ** (made - 1));
  // At least half of it, so that a retry is never immediate.
  return Math.round(longest / 2 + (longest / 2) * random);
}

/**
 * The wait that a server's headers ask for, in milliseconds: `Retry-After` (RFC 9110, 10.2.3: seconds or a date),
 * else a used-up `RateLimit` (the IETF draft's forms) or `x-ratelimit-*` (GitHub's: seconds since 1970).
 */
export function serversWish(
  headers: { readonly [name: string]: string },
  now: number,
): number | undefined {
  return (
    retryAfter(headers['retry-after'], now) ??
    rateLimit(headers['ratelimit']) ??
    rateLimitReset(headers, now)
  );
}

function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = parseHttpDate(text);
  return date === undefined ? undefined : Math.max(0, date - now);
}

/** `limit=100, remaining=0, reset=50` or `"default";r=0;t=50`: seconds from now, where nothing remains. */
function rateLimit(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const remaining = /\b(?:remaining|r)=(\d{1,9})\b/.exec(value)?.[1];
  const reset = /\b(?:reset|t)=(\d{1,9})\b/.exec(value)?.[1];
  return remaining === '0' && reset !== undefined ? Number(reset) * 1000 : undefined;
}

function rateLimitReset(
  headers: { readonly [name: string]: string },
  now: number,
): number | undefined {
  const reset = headers['x-ratelimit-reset'];
  if (headers['x-ratelimit-remaining'] !== '0' || reset === undefined || !/^\d{1,12}$/.test(reset))
    return undefined;
  const seconds = Number(reset);
  // Some servers say when, others in how many seconds; no run lasts a year.
  return seconds > 31_536_000 ? Math.max(0, seconds * 1000 - now) : seconds * 1000;
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** The preferred form of HTTP's dates: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7), as milliseconds. */
export function parseHttpDate(text: string): number | undefined {
  const match = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/.exec(
    text,
  );
  if (match === null) return undefined;
  const month = MONTHS.indexOf(match[2] ?? '') / 3 + 1;
  const date = isoDate(Number(match[3]), month, Number(match[1]));
  if (date === undefined) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(4).map(Number);
  return (daysBetween('1970-01-01', date) * 86_400 + hours * 3600 + minutes * 60 + seconds) * 1000;
}
