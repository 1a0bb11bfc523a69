import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Exchange } from '@pymaint/core';
import { probePolicy } from '@pymaint/docs';
import { describe, expect, it } from 'vitest';
import { nodeProber } from './prober.ts';

/** A server that sends these texts for the requests of each connection, and counts connections and requests. */
async function scripted(answers: readonly string[]) {
  let [connections, requests] = [0, 0];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket.on('error', () => undefined));
    socket.on('data', () => {
      socket.write(answers[requests % answers.length] ?? '');
      requests += 1;
    });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    counts: () => ({ connections, requests }),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

/** What five pages of one server give, asked for one after the other. */
async function five(answers: readonly string[]) {
  await using server = await scripted(answers);
  const seen: (number | string)[] = [];
  await nodeProber({ env: {} }).probe({
    pages: [1, 2, 3, 4, 5].map((n) => ({ url: `${server.origin}/${n}`, anchors: [] })),
    policy: probePolicy(true),
    limits: { perHost: 1, interval: 5 },
    seen: (_, exchange: Exchange) =>
      seen.push(exchange.kind === 'answered' ? exchange.status : exchange.kind),
  });
  return { seen, ...server.counts() };
}

describe('the connections of a host', () => {
  it.each([
    ['are used again where HEAD names no length', 'HTTP/1.1 200 OK\r\n\r\n', true],
    ['are used again where it names one', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n', true],
    ['end where the server says so', 'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n', false],
    ['end with each answer of HTTP/1.0', 'HTTP/1.0 200 OK\r\n\r\n', false],
  ])('%s', async (_, answer, kept) => {
    const { seen, connections, requests } = await five([answer]);
    expect([seen, requests]).toEqual([[200, 200, 200, 200, 200], 5]);
    // The next request may begin before the connection of the last one is free again.
    expect(connections <= 2).toBe(kept);
  });

  it('end where a body comes after HEAD, which is no next answer', async () => {
    const body = 'HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n';
    const { seen, connections } = await five([`HTTP/1.1 200 OK\r\n\r\n${body}`]);
    expect([seen, connections]).toEqual([[200, 200, 200, 200, 200], 5]);
  });
});
