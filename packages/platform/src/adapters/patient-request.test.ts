import { faultServer, inTurn, page, redirect, reset, status } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { nodeClock } from './clock.ts';
import { nodeHttp } from './http.ts';
import { noAnswer, patientRequest } from './patient-request.ts';

const waits: number[] = [];
const ports = {
  http: nodeHttp({ env: {} }),
  clock: { ...nodeClock, sleep: async (milliseconds: number) => void waits.push(milliseconds) },
};
const get = { method: 'GET', timeout: 5000, maxBytes: 1000 } as const;
const text = (body: Uint8Array): string => new TextDecoder().decode(body);

describe('patientRequest', () => {
  it.each([
    ['5xx', status(503)],
    ['429', status(429, { 'retry-after': '1' })],
    ['a reset', reset],
  ])('asks again after %s', async (_, fault) => {
    await using server = await faultServer({ '/a': inTurn(fault, page('fine')) });
    const result = await patientRequest(ports, { ...get, url: `${server.origin}/a` });
    expect(result).toMatchObject({ kind: 'answered', status: 200, attempts: 2 });
  });

  it('gives up after three attempts, and says so', async () => {
    await using server = await faultServer({ '/a': status(502) });
    const url = `${server.origin}/a`;
    const result = await patientRequest(ports, { ...get, url });
    expect(server.requests).toHaveLength(3);
    expect(noAnswer('the package index', url, result)).toBe(
      `the package index at 127.0.0.1:${server.port} answered with status 502, asked 3 times`,
    );
  });

  it('asks once where the answer is final', async () => {
    await using server = await faultServer({});
    await patientRequest(ports, { ...get, url: `${server.origin}/a` });
    expect(server.requests).toHaveLength(1);
  });

  it('waits no longer than there is time', async () => {
    await using server = await faultServer({ '/a': status(503, { 'retry-after': '3600' }) });
    const result = await patientRequest(
      ports,
      { ...get, url: `${server.origin}/a` },
      { attempts: 3, budget: 1000 },
    );
    expect(result.attempts).toBe(1);
  });

  it('follows redirects, and gives the credentials to no other host', async () => {
    await using other = await faultServer({ '/b': page('there') });
    await using server = await faultServer({
      '/a': redirect(301, '/a/'),
      '/a/': redirect(302, `http://localhost:${other.port}/b`),
    });
    const headers = { authorization: 'Basic secret' };
    const result = await patientRequest(ports, { ...get, url: `${server.origin}/a`, headers });
    expect(result.kind === 'answered' && text(result.body)).toBe('there');
    expect(server.requests.map(({ authorization }) => authorization)).toEqual([
      'Basic secret',
      'Basic secret',
    ]);
    expect(other.requests.map(({ authorization }) => authorization)).toEqual([undefined]);
  });

  it('does not go in circles', async () => {
    await using server = await faultServer({ '/a': redirect(302, '/a') });
    const result = await patientRequest(ports, { ...get, url: `${server.origin}/a` });
    expect(result).toMatchObject({ kind: 'answered', status: 302 });
    expect(server.requests).toHaveLength(6);
  });
});
