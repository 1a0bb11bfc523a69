import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { nodeHttp } from './network.ts';

it('is loaded once, however many requests come at the same time', async () => {
  let connections = 0;
  const server = createServer((_, answer) => answer.end('here'));
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const http = nodeHttp({ env: {}, perHost: 1 });
  const ask = () => http.request({ method: 'GET', url, timeout: 5000, maxBytes: 100 });
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.map(({ kind }) => kind)).toEqual(['answered', 'answered', 'answered']);
  // One set of agents keeps to one connection; several would open one each.
  expect(connections).toBe(1);
});
