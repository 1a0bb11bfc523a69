import http from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Environment, Http, HttpRequest, HttpResult } from '../ports/index.ts';
import { guardedLookup, refusedHost, type Resolve } from './http-guard.ts';
import { whyOf, type Failed } from './http-failure.ts';
import { connectThrough, proxyAuthorization } from './http-tunnel.ts';
import { proxyFor } from './proxy.ts';

/** How {@link nodeHttp} connects. */
export interface NodeHttpOptions {
  /** Where the proxy variables are read. */
  readonly env?: Environment;
  /** Connections to one host at the same time. */
  readonly perHost?: number;
}

type Outcome =
  | Omit<HttpResult & { readonly kind: 'answered' }, 'milliseconds'>
  | Omit<Failed, 'milliseconds'>;

/**
 * The network, by node's own http and https with kept-alive connections. Nothing is followed, retried or cached.
 * Bodies are unpacked (gzip, deflate, br); a proxy is used where the environment names one.
 */
export function nodeHttp(options: NodeHttpOptions = {}): Http {
  const env = options.env ?? process.env;
  const keep = { keepAlive: true, maxSockets: options.perHost ?? 6, timeout: 60_000 };
  const pair = (): Agents => ({ http: new http.Agent(keep), https: new https.Agent(keep) });
  const open = pair();
  // A connection that was opened without asking must not be used by one who asks.
  const guarded = new WeakMap<NonNullable<HttpRequest['refuseAddress']>, Agents>();
  const agentsFor = ({ refuseAddress }: HttpRequest): Agents => {
    if (refuseAddress === undefined) return open;
    const agents = guarded.get(refuseAddress) ?? pair();
    guarded.set(refuseAddress, agents);
    return agents;
  };
  return {
    async request(request) {
      const begun = performance.now();
      const outcome = await exchange(request, env, agentsFor(request));
      return { ...outcome, milliseconds: performance.now() - begun };
    },
  };
}

/** Keepers of connections, one for each scheme. */
export type Agents = { readonly http: http.Agent; readonly https: https.Agent };

async function exchange(request: HttpRequest, env: Environment, agents: Agents): Promise<Outcome> {
  if (!URL.canParse(request.url)) return failed('other', `\`${request.url}\` is no address`);
  const url = new URL(request.url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return failed('other', `\`${url.protocol}\` is neither http nor https`);
  }
  const refusal = request.refuseAddress && refusedHost(url.hostname, request.refuseAddress);
  if (refusal !== undefined) return failed('forbidden-address', refusal);
  const stop = AbortSignal.timeout(request.timeout);
  try {
    const call = await prepare(url, request, env, agents, stop);
    return await answer(call, request);
  } catch (thrown) {
    if (stop.aborted) return failed('timeout', `no answer within ${request.timeout} ms`);
    return failed(whyOf(thrown), thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/**
 * Opens the request: straight, by the proxy in plain http, or for https through a tunnel that the proxy opens.
 * The caller has refused forbidden hosts that are written as addresses; names are refused while they are resolved.
 * A signal ends tunnel and call; where it is made only when asked for, the tunnel alone: the caller ends the call.
 */
export async function prepare(
  url: URL,
  request: HttpRequest,
  env: Environment,
  agents: Agents,
  signal: AbortSignal | (() => AbortSignal),
  resolve?: Resolve,
): Promise<http.ClientRequest> {
  const headers: Record<string, string> = { 'accept-encoding': 'gzip, deflate, br' };
  for (const [name, value] of Object.entries(request.headers ?? {}))
    headers[name.toLowerCase()] = value;
  if (request.body !== undefined)
    headers['content-length'] = String(Buffer.byteLength(request.body));
  const options = {
    method: request.method,
    headers,
    ...(typeof signal === 'object' && { signal }),
  };
  const lookup = request.refuseAddress && { lookup: guardedLookup(request.refuseAddress, resolve) };
  const proxy = proxyFor(url, env);
  if (proxy === undefined) {
    return url.protocol === 'https:'
      ? https.request(url, { ...options, ...lookup, agent: agents.https })
      : http.request(url, { ...options, ...lookup, agent: agents.http });
  }
  if (url.protocol === 'https:') {
    const socket = await connectThrough(proxy, url, typeof signal === 'object' ? signal : signal());
    // Only without any agent is a connection of one's own taken.
    return https.request(url, { ...options, createConnection: () => socket });
  }
  const client = proxy.protocol === 'https:' ? https : http;
  return client.request(proxy, {
    ...options,
    path: url.origin + url.pathname + url.search,
    headers: { ...headers, host: url.host, ...proxyAuthorization(proxy) },
  });
}

async function answer(call: http.ClientRequest, request: HttpRequest): Promise<Outcome> {
  const response = await new Promise<http.IncomingMessage>((done, fail) => {
    call.once('error', fail);
    call.once('response', done);
    call.end(request.body);
  });
  const { body, cut } = await readBody(response, request.maxBytes, request.method);
  // Of a body that is not wanted any more the rest would only hold the connection.
  if (cut) call.destroy();
  return {
    kind: 'answered',
    status: response.statusCode ?? 0,
    headers: plainHeaders(response.headers),
    body,
    cut,
  };
}

async function readBody(
  response: http.IncomingMessage,
  most: number,
  method: string,
): Promise<{ readonly body: Uint8Array; readonly cut: boolean }> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of method === 'HEAD' ? response : unpacked(response)) {
    const bytes = part as Buffer;
    parts.push(bytes.subarray(0, most - size));
    size += bytes.length;
    if (size > most) return { body: Buffer.concat(parts), cut: true };
  }
  return { body: Buffer.concat(parts), cut: false };
}

/** A body as it was before `Content-Encoding`; an error comes out while it is read. */
export function unpacked(response: http.IncomingMessage): AsyncIterable<unknown> {
  const unpacker = unpackerOf(response.headers['content-encoding']);
  // The error, if any, comes out of the last stream while it is read.
  return unpacker === undefined ? response : pipeline(response, unpacker, () => undefined);
}

function unpackerOf(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}

/** Headers as plain text, names in lower case, repeated ones joined. */
export const plainHeaders = (
  headers: http.IncomingHttpHeaders,
): { readonly [name: string]: string } =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );

const failed = (why: Failed['why'], message: string): Omit<Failed, 'milliseconds'> => ({
  kind: 'failed',
  why,
  message,
});
