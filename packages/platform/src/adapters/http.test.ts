import http from 'node:http';
import https from 'node:https';
import { execFile, execFileSync } from 'node:child_process';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { temporaryFolder } from '@pymaint/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { HttpRequest, HttpResult } from '../ports/index.ts';
import { nodeHttp } from './http.ts';

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

const listening = async (server: http.Server): Promise<number> => {
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
};

const serve = async (handler: Handler): Promise<string> =>
  `http://127.0.0.1:${await listening(http.createServer(handler))}`;

const ask = (url: string, more: Partial<HttpRequest> = {}, env = {}): Promise<HttpResult> =>
  nodeHttp({ env }).request({ method: 'GET', url, timeout: 10_000, maxBytes: 1_000_000, ...more });

const textOf = (result: HttpResult): string =>
  result.kind === 'answered' ? Buffer.from(result.body).toString() : result.message;

describe('an answer', () => {
  it('comes with status, headers and body, and what was sent arrives', async () => {
    const url = await serve((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        response.writeHead(201, { 'X-Kind': 'made', 'Set-Cookie': ['a', 'b'] });
        response.end(
          `${request.method} ${request.url} ${request.headers.accept} ${Buffer.concat(parts).toString()}`,
        );
      });
    });
    const result = await ask(`${url}/p?q`, { method: 'POST', body: 'é', headers: { Accept: 'x' } });
    expect(result).toMatchObject({ kind: 'answered', status: 201, cut: false });
    expect(textOf(result)).toBe('POST /p?q x é');
    expect(result.kind === 'answered' && result.headers).toMatchObject({
      'x-kind': 'made',
      'set-cookie': 'a, b',
    });
  });

  it('is neither followed nor judged', async () => {
    const url = await serve((_, response) => {
      response.writeHead(302, { location: '/other' }).end();
    });
    expect(await ask(url)).toMatchObject({ status: 302, headers: { location: '/other' } });
  });
});

describe('a body', () => {
  it.each([
    ['gzip', gzipSync('hello')],
    ['x-gzip', gzipSync('hello')],
    ['deflate', deflateSync('hello')],
    ['br', brotliCompressSync('hello')],
    ['identity', Buffer.from('hello')],
  ])('in %s is unpacked', async (encoding, body) => {
    const url = await serve((request, response) => {
      expect(request.headers['accept-encoding']).toBe('gzip, deflate, br');
      response.writeHead(200, { 'content-encoding': encoding }).end(body);
    });
    expect(textOf(await ask(url))).toBe('hello');
  });

  it('is cut after so many bytes, unpacked ones at that', async () => {
    const url = await serve((_, response) => {
      response
        .writeHead(200, { 'content-encoding': 'gzip' })
        .end(gzipSync(Buffer.alloc(50_000_000)));
    });
    const result = await ask(url, { maxBytes: 1000 });
    expect(result).toMatchObject({ kind: 'answered', cut: true });
    expect(result.kind === 'answered' && result.body.length).toBe(1000);
    const whole = await serve((_, response) => void response.end('x'.repeat(1000)));
    expect(await ask(whole, { maxBytes: 1000 })).toMatchObject({ cut: false });
  });

  it('is none in the answer to HEAD, whatever that says of one', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': '99' }).end();
    });
    expect(await ask(url, { method: 'HEAD' })).toMatchObject({
      status: 200,
      body: Buffer.alloc(0),
    });
  });
});

describe('no answer', () => {
  it.each([
    ['while it waits', () => {}],
    ['in the middle of the body', (_, response) => void response.write('half')],
  ] as [string, Handler][])('comes after the time is over, %s', async (_, handler) => {
    const result = await ask(await serve(handler), { timeout: 300 });
    expect(result).toMatchObject({ kind: 'failed', why: 'timeout' });
    expect(result.milliseconds).toBeGreaterThanOrEqual(290);
    expect(result.milliseconds).toBeLessThan(5000);
  });

  it('comes from a connection that breaks', async () => {
    const url = await serve((request) => request.socket.destroy());
    expect(await ask(url)).toMatchObject({ kind: 'failed', why: 'reset' });
    const half = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half', () => response.destroy());
    });
    expect(await ask(half)).toMatchObject({ kind: 'failed', why: 'reset' });
  });

  it('comes from a body that cannot be unpacked', async () => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip');
    });
    expect(await ask(url)).toMatchObject({ kind: 'failed', why: 'malformed-answer' });
  });

  it('comes where nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    expect(await ask(`http://127.0.0.1:${port}`)).toMatchObject({ kind: 'failed', why: 'refused' });
  });

  it.each([
    ['http://no-such-host.invalid/', 'name-not-found'],
    ['ftp://example.org/', 'other'],
    ['no address', 'other'],
    ['', 'other'],
  ])('comes from `%s`: %s', async (url, why) => {
    expect(await ask(url)).toMatchObject({ kind: 'failed', why });
  });
});

/** A certificate for `example.test` that nothing vouches for. */
async function certificate() {
  const place = await temporaryFolder();
  onTestFinished(() => place[Symbol.asyncDispose]());
  const [key, cert] = [join(place.folder, 'key'), join(place.folder, 'cert')];
  const subject = ['-subj', '/CN=example.test', '-addext', 'subjectAltName=DNS:example.test'];
  const how = [
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
  ];
  execFileSync('openssl', ['req', ...how, '-keyout', key, '-out', cert, ...subject], {
    stdio: 'ignore',
  });
  return { key: readFileSync(key), cert: readFileSync(cert), path: cert };
}

/** A proxy that opens ways to one port, whatever host is asked for, and notes what it was asked. */
async function proxyTo(port: number, status = 200) {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.host}`);
    response.end('by the proxy');
  });
  server.on('connect', (request: http.IncomingMessage, socket: Socket) => {
    asked.push(`CONNECT ${request.url} ${request.headers['proxy-authorization']}`);
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const way = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      way.pipe(socket).pipe(way);
    });
    for (const end of [way, socket]) end.on('error', () => way.destroy());
    return undefined;
  });
  return { asked, address: `127.0.0.1:${await listening(server)}` };
}

describe('https', () => {
  it('refuses a certificate that nothing vouches for, straight and through a proxy', async () => {
    const port = await listening(
      https.createServer(await certificate(), (_, r) => void r.end('secret')),
    );
    const refused = { kind: 'failed', why: 'certificate-invalid' };
    expect(await ask(`https://127.0.0.1:${port}`)).toMatchObject(refused);
    const { asked, address } = await proxyTo(port);
    const env = { https_proxy: `http://user:p%40ss@${address}` };
    expect(await ask('https://example.test/x', {}, env)).toMatchObject(refused);
    expect(asked).toEqual([`CONNECT example.test:443 Basic ${btoa('user:p@ss')}`]);
  });

  it('is spoken through a proxy', async () => {
    const pair = await certificate();
    const port = await listening(
      https.createServer(pair, (_, response) => void response.end('secret')),
    );
    const { asked, address } = await proxyTo(port);
    const program = `
      import { nodeHttp } from '${new URL('http.ts', import.meta.url).pathname}';
      const http = nodeHttp({ env: { https_proxy: '${address}' } });
      const request = { method: 'GET', url: 'https://example.test/x', timeout: 10000, maxBytes: 100 };
      for (const n of [1, 2]) {
        const result = await http.request(request);
        console.log(result.status ?? result.message, Buffer.from(result.body ?? []).toString());
      }
    `;
    // Node reads additional authorities when it starts, and at no other time.
    const run = promisify(execFile);
    const { stdout } = await run(
      process.execPath,
      ['--conditions=@pymaint/source', '--input-type=module', '-e', program],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: pair.path } },
    );
    expect(stdout).toBe('200 secret\n200 secret\n');
    expect(asked).toHaveLength(2);
  });

  it('says which proxy would open no way', async () => {
    const { address } = await proxyTo(0, 407);
    const result = await ask('https://example.test/x', {}, { https_proxy: address });
    expect(textOf(result)).toBe(`the proxy \`${address}\` answered 407 for \`example.test:443\``);
  });
});

describe('an address that strangers chose', () => {
  const loopback = (address: string) => (/^127|^::1/.test(address) ? 'loopback' : undefined);

  it.each(['localhost', '127.0.0.1', '0x7f.1', '2130706433', '[::1]', '[::ffff:127.0.0.1]'])(
    'is refused before it is connected to, written as `%s`',
    async (host) => {
      let asked = 0;
      const url = await serve((_, response) => {
        asked += 1;
        response.end();
      });
      const address = url.replace('127.0.0.1', host);
      const mapped = (address: string) => loopback(address.replace(/^::ffff:(?:7f00:1)?/, '127'));
      const result = await ask(address, { refuseAddress: mapped });
      expect(result).toMatchObject({ kind: 'failed', why: 'forbidden-address' });
      expect(textOf(result)).toContain('must not be connected to: loopback');
      expect(asked).toBe(0);
    },
  );

  it('is refused also where another request has opened a connection', async () => {
    const url = (await serve((_, response) => void response.end('yes'))).replace(
      '127.0.0.1',
      'localhost',
    );
    const http = nodeHttp({ env: {} });
    const request = { method: 'GET', url, timeout: 10_000, maxBytes: 1000 } as const;
    expect(await http.request(request)).toMatchObject({ status: 200 });
    expect(await http.request({ ...request, refuseAddress: loopback })).toMatchObject({
      why: 'forbidden-address',
    });
    const allowed = { ...request, refuseAddress: () => undefined };
    expect(await http.request(allowed)).toMatchObject({ status: 200 });
  });
});

describe('a proxy', () => {
  it('is asked for the whole address of plain http', async () => {
    const { asked, address } = await proxyTo(0);
    const result = await ask('http://example.test/x?y', {}, { http_proxy: address });
    expect(textOf(result)).toBe('by the proxy');
    expect(asked).toEqual(['GET http://example.test/x?y example.test']);
  });
});
