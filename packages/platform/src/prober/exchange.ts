import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Failure, PageBody, ProbeLimits, ProbePolicy } from '@pymaint/core';
import { refusedHost, type Resolve } from '../adapters/http-guard.ts';
import { whyOf } from '../adapters/http-failure.ts';
import { type Agents, plainHeaders, prepare } from '../adapters/http.ts';
import type { Clock, Environment } from '../ports/index.ts';
import { keepConnection } from './kept-alive.ts';
import { readPage } from './read-page.ts';

/** What exchanges are made with. */
export interface Wire {
  readonly env: Environment;
  readonly clock: Clock;
  readonly agents: Agents;
  readonly resolve?: Resolve | undefined;
  readonly policy: ProbePolicy;
  readonly limits: ProbeLimits;
  readonly signal: AbortSignal;
  /** Ends each exchange under way: called when `signal` aborts. */
  readonly ends: Set<() => void>;
}

/** One request. */
export interface Asked {
  readonly method: 'HEAD' | 'GET';
  readonly url: URL;
  readonly anchors: readonly string[];
  readonly token: string | undefined;
}

/** What one request gave: nothing was followed or tried again. */
export type Answered =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: { readonly [name: string]: string };
      readonly body?: PageBody;
    }
  | { readonly kind: 'failed'; readonly why: Failure; readonly message: string };

/** Makes one request within so many milliseconds. Connects only to an address that the policy lets through. */
export async function exchange(wire: Wire, asked: Asked, timeout: number): Promise<Answered> {
  const refusal = refusedHost(asked.url.hostname, wire.policy.forbidden);
  if (refusal !== undefined) return { kind: 'failed', why: 'forbidden-address', message: refusal };
  const stop = stopper();
  wire.ends.add(stop.end);
  let timedOut = false;
  const cancel = wire.clock.after(timeout, () => {
    timedOut = true;
    stop.end();
  });
  try {
    return await answer(wire, asked, stop);
  } catch (thrown) {
    if (timedOut)
      return { kind: 'failed', why: 'timeout', message: `no answer within ${timeout / 1000} s` };
    return failure(thrown);
  } finally {
    cancel();
    wire.ends.delete(stop.end);
  }
}

/** Ends one exchange: a call straight away, a proxy's tunnel by its signal. */
interface Stopper {
  readonly end: () => void;
  /** Made where it is needed alone: what listens to a signal costs more than a request of a large site may. */
  readonly signal: () => AbortSignal;
  readonly holds: (call: ClientRequest) => void;
}

function stopper(): Stopper {
  let call: ClientRequest | undefined;
  let tunnel: AbortController | undefined;
  let isOver = false;
  const over = (): void => void call?.destroy(new Error('the exchange was ended'));
  return {
    end() {
      isOver = true;
      tunnel?.abort();
      over();
    },
    signal: () => (tunnel ??= new AbortController()).signal,
    holds(made) {
      call = made;
      if (isOver) over();
    },
  };
}

const UNREACHABLE = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN']);

function failure(thrown: unknown): Answered {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const why = whyOf(thrown);
  if (why !== 'other') return { kind: 'failed', why, message };
  const { code = '' } = thrown as NodeJS.ErrnoException;
  return { kind: 'failed', why: UNREACHABLE.has(code) ? 'refused' : 'malformed-answer', message };
}

async function answer(wire: Wire, asked: Asked, stop: Stopper): Promise<Answered> {
  const { method, url, token } = asked;
  const headers = {
    accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
    'user-agent': 'Mozilla/5.0 (compatible; pymaint link check)',
    ...(token !== undefined && { authorization: token }),
  };
  const { maxBytes, timeout } = wire.limits;
  const request = {
    method,
    url: url.href,
    headers,
    timeout,
    maxBytes,
    refuseAddress: wire.policy.forbidden,
  };
  const call = await prepare(url, request, wire.env, wire.agents, stop.signal, wire.resolve);
  const answered = responseTo(call);
  stop.holds(call);
  const response = await answered;
  const status = response.statusCode ?? 0;
  const head = { kind: 'answered', status, headers: plainHeaders(response.headers) } as const;
  try {
    if (method === 'HEAD' || (status >= 300 && status < 400)) return head;
    const anchors = status < 300 ? asked.anchors : [];
    const body = await readPage(response, { anchors, maxBytes, scan: wire.policy.scan });
    return body === undefined ? head : { ...head, body };
  } finally {
    release(call, response, method);
  }
}

const responseTo = (call: ClientRequest): Promise<IncomingMessage> =>
  new Promise((done, fail) => {
    // Errors may come also after the answer, when nobody waits any more.
    call.on('error', fail);
    call.once('response', (response) => {
      keepConnection(call, response);
      response.on('error', () => undefined);
      done(response);
    });
    call.end();
  });

/** A connection is kept where little or nothing of its answer is left, else closed: the rest may have no end. */
function release(call: ClientRequest, response: IncomingMessage, method: string): void {
  if (response.readableEnded) return;
  const left = Number(response.headers['content-length'] ?? Number.NaN);
  if (method === 'HEAD' || left <= 16_384) response.resume();
  else call.destroy();
}
