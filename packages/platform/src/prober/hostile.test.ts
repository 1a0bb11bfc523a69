import http from 'node:http';
import https from 'node:https';
import { connect, isIP, type LookupFunction, type TcpNetConnectOpts } from 'node:net';
import tls from 'node:tls';
import type { Exchange } from '@pymaint/core';
import { judgeLink, probePolicy } from '@pymaint/docs';
import { type Fault, faultServer, page, redirect, selfSigned } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import type { Resolve } from '../adapters/http-guard.ts';
import type { Agents } from '../adapters/http.ts';
import { nodeProber } from './prober.ts';

const PUBLIC = '93.184.215.14';

/** Names as a hostile resolver would give them; all others are on a public address. */
const NAMES: { readonly [name: string]: readonly string[] } = {
  localhost: ['127.0.0.1', '::1'],
  'app.localhost': ['127.0.0.1'],
  'lan.evil.example': ['192.168.1.1'],
  'ten.evil.example': ['10.0.0.1'],
  'meta.evil.example': ['169.254.169.254'],
  'mapped.evil.example': ['::ffff:127.0.0.1'],
  'ula.evil.example': ['fd00::1'],
  'both.evil.example': [PUBLIC, '127.0.0.1'],
  'none.evil.example': [],
  'metadata.google.internal': ['169.254.169.254'],
};

/** Answers from the table; a name that begins with `rebind` is public when asked first and loopback ever after. */
function resolver(asked: string[]): Resolve {
  return (name, _, done) => {
    const again = asked.includes(name);
    asked.push(name);
    const addresses =
      name.startsWith('rebind') && again ? ['127.0.0.1'] : (NAMES[name] ?? [PUBLIC]);
    done(
      null,
      addresses.map((address) => ({ address, family: isIP(address) })),
    );
  };
}

/** Notes each address that a socket would have been connected to, and connects it to a loopback port instead. */
function recorder(connected: string[], ports: { http: number; https: number }, ca = ''): Agents {
  const diverted = (options: TcpNetConnectOpts, port: number): TcpNetConnectOpts => {
    const { host = '', lookup } = options;
    if (isIP(host) !== 0) {
      connected.push(host);
      return { ...options, host: '127.0.0.1', port };
    }
    const noted: LookupFunction = (name, how, done) =>
      lookup?.(name, how, (error, addresses) => {
        if (error !== null) return done(error, addresses);
        const all =
          typeof addresses === 'string' ? [addresses] : addresses.map((one) => one.address);
        connected.push(...all);
        const here = { address: '127.0.0.1', family: 4 };
        return how.all === true ? done(null, [here]) : done(null, here.address, here.family);
      });
    return { ...options, lookup: noted, port };
  };
  const plain = new http.Agent();
  plain.createConnection = (options) => connect(diverted(options as TcpNetConnectOpts, ports.http));
  const secure = new https.Agent();
  secure.createConnection = (options) =>
    tls.connect({ ...diverted(options as TcpNetConnectOpts, ports.https), ca });
  return { http: plain, https: secure };
}

/** Probes one link with everything recorded. */
async function attack(
  link: string,
  at: { readonly [path: string]: Fault } = { '/': page('secret') },
  tokens: { readonly [host: string]: string } = {},
) {
  const pair = await certificate;
  await using plain = await faultServer(at);
  await using secure = await faultServer(at, { tls: pair });
  const [asked, connected]: [string[], string[]] = [[], []];
  const seen: Exchange[] = [];
  const ports = { http: plain.port, https: secure.port };
  await nodeProber({
    env: {},
    resolve: resolver(asked),
    agents: recorder(connected, ports, pair.cert),
  }).probe({
    pages: [{ url: link, anchors: [] }],
    policy: probePolicy(),
    limits: { interval: 0 },
    tokens,
    seen: (_, exchange) => seen.push(exchange),
  });
  const requests = [...plain.requests, ...secure.requests];
  return { seen, connected, requests, text: JSON.stringify(seen) };
}

const certificate = selfSigned([
  'github.com',
  '*.github.com',
  'evil.example',
  '*.evil.example',
  '*.com.evil.example',
]);

describe('a hostile address', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://127.0.0.1.:80/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://0177.0.0.1/',
    'http://127.0.0.1%2f@127.0.0.1/',
    'http://①②⑦.0.0.1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://192.168.0.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://2852039166/latest/meta-data/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://localhost/',
    'http://LOCALHOST/',
    'http://app.localhost/',
    'http://github.com@127.0.0.1/',
    'https://127.0.0.1/',
    'http://lan.evil.example/',
    'http://ten.evil.example/',
    'https://meta.evil.example/',
    'http://mapped.evil.example/',
    'http://ula.evil.example/',
    'http://both.evil.example/',
    'http://metadata.google.internal/',
  ])('%s is not connected to', async (link) => {
    const { seen, connected, requests } = await attack(link);
    expect(seen).toMatchObject([{ kind: 'failed', why: 'forbidden-address', attempts: 1 }]);
    expect(seen.map((exchange) => judgeLink(link, exchange).class)).toEqual(['unchecked']);
    expect([connected, requests]).toEqual([[], []]);
  });

  it.each([
    ['file:///etc/passwd', 'unsupported-scheme'],
    ['ftp://127.0.0.1/', 'unsupported-scheme'],
    ['gopher://127.0.0.1:25/_EHLO', 'unsupported-scheme'],
    ['javascript:alert(1)', 'unsupported-scheme'],
    ['http://127.0.0.1:99999/', 'malformed-answer'],
    ['http://[::1/', 'malformed-answer'],
  ])('%s is not asked: %s', async (link, why) => {
    const { seen, connected } = await attack(link);
    expect(seen).toMatchObject([{ kind: 'failed', why, attempts: 0 }]);
    expect(connected).toEqual([]);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://127.0.0.1:22/',
    'http://[::1]/',
    'http://2130706433/',
    'http://meta.evil.example/',
    '//localhost/',
  ])('%s is not connected to where a good one leads there', async (to) => {
    const { seen, connected, requests } = await attack('http://good.example/', {
      '/': redirect(302, to),
    });
    expect(seen).toMatchObject([
      { kind: 'failed', why: 'forbidden-address', redirects: [{ from: 'http://good.example/' }] },
    ]);
    expect(connected).toEqual([PUBLIC]);
    expect(requests).toHaveLength(1);
  });

  it('that changes between two look-ups is connected to only where it was checked', async () => {
    const { seen, connected } = await attack('http://rebind.evil.example/', {
      '/': redirect(302, '/again'),
    });
    // Each connection has one look-up, and its result is what is checked and connected to.
    expect(connected).toEqual([PUBLIC]);
    expect(seen).toMatchObject([{ kind: 'failed', why: 'forbidden-address' }]);
  });
});

describe('a token', () => {
  const tokens = { 'github.com': 'Bearer secret-token' };
  const fine = { '/': page('fine') };
  const sent = async (link: string, at: { readonly [path: string]: Fault } = fine) => {
    const { requests, text } = await attack(link, at, tokens);
    expect(text).not.toContain('secret-token');
    return requests.map(({ host, authorization = '' }) => `${host} ${authorization}`.trim());
  };

  it('goes to its very host over https', async () => {
    expect(await sent('https://github.com/')).toEqual(['github.com Bearer secret-token']);
  });

  it.each([
    'http://github.com/',
    'https://github.com.evil.example/',
    'https://evil.example/?github.com',
    'https://github.com:secret@evil.example/',
    'https://www.github.com/',
    'https://github.com:8443/',
  ])('does not go to %s', async (link) => {
    const requests = await sent(link, { ...fine, '/?github.com': page('fine') });
    expect(requests).toHaveLength(1);
    expect(requests.join()).not.toContain(' ');
  });

  it('is dropped where a redirect leads to another host, and stays so back again', async () => {
    const at = {
      '/': redirect(302, 'https://evil.example/back'),
      '/back': redirect(302, 'https://github.com/end'),
      '/end': page('fine'),
    };
    expect(await sent('https://github.com/', at)).toEqual([
      'github.com Bearer secret-token',
      'evil.example',
      'github.com',
    ]);
  });

  it('is dropped where a redirect leads from https to http', async () => {
    const at = { '/': redirect(302, 'http://github.com/end'), '/end': page('fine') };
    const requests = await sent('https://github.com/', at);
    expect(requests.toSorted()).toEqual(['github.com', 'github.com Bearer secret-token']);
  });

  it('is not sent where another host leads to its own', async () => {
    const at = { '/': redirect(302, 'https://github.com/end'), '/end': page('fine') };
    expect(await sent('https://evil.example/', at)).toEqual(['evil.example', 'github.com']);
  });

  it('within an address is neither sent nor told', async () => {
    const at = { '/': redirect(302, 'https://me:hidden@github.com/end'), '/end': page('fine') };
    const { requests, text } = await attack('https://you:hidden@evil.example/', at);
    expect(requests.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
    expect(text).not.toContain('hidden');
  });
});
