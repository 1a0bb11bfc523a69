import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import type { Agents } from '../adapters/http.ts';

/** Connections that are used again, of one prober alone. */
export function keptAlive(): Agents {
  const keep = { keepAlive: true, timeout: 60_000 };
  const agents = { http: new http.Agent(keep), https: new https.Agent(keep) };
  for (const agent of Object.values(agents)) guardIdle(agent);
  return agents;
}

/** What comes while nothing was asked, such as a body after HEAD, would be taken for the next answer: the connection ends. */
function guardIdle(agent: http.Agent): void {
  const keep = agent.keepSocketAlive.bind(agent);
  const reuse = agent.reuseSocket.bind(agent);
  const guards = new WeakMap<Duplex, () => void>();
  agent.keepSocketAlive = (socket) => {
    const guard = (): void => void socket.destroy();
    guards.set(socket, guard);
    socket.on('data', guard);
    return keep(socket);
  };
  agent.reuseSocket = (socket, request) => {
    const guard = guards.get(socket);
    if (guard !== undefined) socket.off('data', guard);
    reuse(socket, request);
  };
}

/**
 * The answer to HEAD has no body, but node's parser decides whether a connection can go on before it knows that: it
 * closes all those whose answer names no length, and the next page of the host begins with a handshake anew.
 */
export function keepConnection(call: http.ClientRequest, response: http.IncomingMessage): void {
  const isOpen = !/\bclose\b/i.test(response.headers.connection ?? '');
  if (call.method === 'HEAD' && isOpen && response.httpVersion === '1.1')
    call.shouldKeepAlive = true;
}
