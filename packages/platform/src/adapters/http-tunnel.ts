import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import tls from 'node:tls';

/** The header by which a proxy is told the user name and password that its address holds (RFC 9110 11.7). */
export function proxyAuthorization(proxy: URL): { readonly [name: string]: string } {
  if (proxy.username === '') return {};
  const user = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` };
}

/** Has the proxy open a way to a host (CONNECT, RFC 9110 9.3.6) and speaks TLS with the host through it. */
export function connectThrough(
  proxy: URL,
  target: URL,
  signal: AbortSignal,
): Promise<tls.TLSSocket> {
  const host = `${target.hostname}:${target.port || '443'}`;
  const client = proxy.protocol === 'https:' ? https : http;
  const call = client.request(proxy, {
    method: 'CONNECT',
    path: host,
    headers: { host, ...proxyAuthorization(proxy) },
    signal,
    agent: false,
  });
  return new Promise((done, fail) => {
    call.once('error', fail);
    call.once('connect', (answer: http.IncomingMessage, socket: Socket) => {
      if (answer.statusCode !== 200) {
        socket.destroy();
        fail(
          new Error(`the proxy \`${proxy.host}\` answered ${answer.statusCode} for \`${host}\``),
        );
        return;
      }
      const secure = tls.connect({ socket, ...serverName(target.hostname) }, () => done(secure));
      secure.once('error', fail);
      signal.addEventListener('abort', () => secure.destroy(), { once: true });
    });
    call.end();
  });
}

/** Server Name Indication allows names only, no addresses (RFC 6066 3). */
const serverName = (host: string): { readonly servername?: string } =>
  /^[\d.]+$|^\[/.test(host) ? {} : { servername: host };
