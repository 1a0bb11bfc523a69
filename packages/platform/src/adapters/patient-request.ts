import { RETRY_POLICY, waitBeforeRetry } from '@pymaint/core';
import type { HttpRequest, HttpResult, Ports } from '../ports/index.ts';

/** How often, and for how long in all, an answer is waited for. */
export interface Patience {
  /** Attempts in all. */
  readonly attempts: number;
  /** Milliseconds, waits between the attempts with them. */
  readonly budget: number;
}

/** What a service that a release depends on is given. */
export const PATIENCE: Patience = { attempts: 3, budget: 60_000 };

/** An answer, or why there is none after so many attempts. */
export type PatientResult = HttpResult & { readonly attempts: number };

/**
 * One request, made again after timeouts, resets, 429 and 5xx as far as there is time. Redirects of GET are followed
 * within http and https; the header `authorization` is not sent to another host.
 */
export async function patientRequest(
  { http, clock }: Pick<Ports, 'http' | 'clock'>,
  request: HttpRequest,
  { attempts, budget }: Patience = PATIENCE,
): Promise<PatientResult> {
  const deadline = clock.monotonic() + budget;
  for (let made = 1; ; made += 1) {
    const left = Math.ceil(deadline - clock.monotonic());
    const timeout = Math.max(1, Math.min(request.timeout, left));
    const result = await followed(http, { ...request, timeout });
    const policy = { ...RETRY_POLICY, attempts };
    const attempt =
      result.kind === 'answered'
        ? { status: result.status, headers: result.headers, interrupted: false }
        : { status: undefined, headers: {}, interrupted: PASSING.has(result.why) };
    const wait = waitBeforeRetry(attempt, made, policy, clock.now(), Math.random());
    if (wait === undefined || clock.monotonic() + wait >= deadline)
      return { ...result, attempts: made };
    await clock.sleep(wait);
  }
}

const PASSING: ReadonlySet<string> = new Set(['timeout', 'reset', 'refused', 'name-not-resolved']);
const MOST_REDIRECTS = 5;

async function followed(
  http: Ports['http'],
  request: HttpRequest,
  redirects = 0,
): Promise<HttpResult> {
  const result = await http.request(request);
  const follows = request.method === 'GET' && result.kind === 'answered';
  const to = follows ? target(result, request.url) : undefined;
  if (to === undefined || redirects === MOST_REDIRECTS) return result;
  const sameOrigin = to.origin === new URL(request.url).origin;
  const { authorization: _, ...open } = request.headers ?? {};
  const headers = sameOrigin ? (request.headers ?? {}) : open;
  return followed(http, { ...request, url: to.href, headers }, redirects + 1);
}

const FOLLOWED = new Set([301, 302, 303, 307, 308]);

function target(
  { status, headers }: Extract<HttpResult, { readonly kind: 'answered' }>,
  base: string,
): URL | undefined {
  const { location } = headers;
  if (!FOLLOWED.has(status) || location === undefined || !URL.canParse(location, base))
    return undefined;
  const url = new URL(location, base);
  // A page that was reached safely must not lead to one that anybody on the way can change.
  const isWorse = url.protocol !== 'https:' && base.startsWith('https:');
  return isWorse || !/^https?:$/.test(url.protocol) ? undefined : url;
}

/** Why there is no answer, for a reader: which address, how long and how often it was asked. */
export function noAnswer(service: string, url: string, result: PatientResult): string {
  const { host } = new URL(url);
  const times = result.attempts === 1 ? '' : `, asked ${result.attempts} times`;
  const seconds = `${(result.milliseconds / 1000).toFixed(1)} s`;
  return result.kind === 'answered'
    ? `${service} at ${host} answered with status ${result.status}${times}`
    : `${service} at ${host} did not answer (${result.message}, ${seconds}${times})`;
}

/** The body of an answer as text, by UTF-8; undefined where it was cut or there is none. */
export const answerText = (result: HttpResult): string | undefined =>
  result.kind === 'answered' && !result.cut ? new TextDecoder().decode(result.body) : undefined;
