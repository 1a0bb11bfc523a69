import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Exchange, ProbeLimits } from '@pymaint/core';
import { fragmentOf, judgeLink, probePolicy } from '@pymaint/docs';
import {
  drop,
  encoded,
  endless,
  type Fault,
  faultServer,
  garbage,
  gzipBomb,
  halfPage,
  headIs,
  inTurn,
  page,
  redirect,
  reset,
  selfSigned,
  silent,
  status,
  tooShort,
} from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { nodeProber } from './prober.ts';
import { waitClock } from './test-clock.ts';

const START = '2026-03-01T12:00:00Z';

interface Case {
  /** By path; the link leads to `/`. */
  readonly at: { readonly [path: string]: Fault };
  readonly anchor?: string;
  readonly limits?: Partial<ProbeLimits>;
}

/** Probes one link and tells all that can be seen of it from outside. */
async function outcome({ at, anchor = '', limits = {} }: Case) {
  const clock = waitClock(START);
  await using server = await faultServer(at, { onStall: () => clock.expire() });
  const link = `${server.origin}/${anchor}`;
  const wanted = fragmentOf(link);
  const seen: Exchange[] = [];
  await nodeProber({ env: {}, clock, random: () => 0.5 }).probe({
    pages: [{ url: link, anchors: wanted === '' ? [] : [wanted] }],
    policy: probePolicy(true),
    limits: { interval: 0, ...limits },
    seen: (_, exchange) => seen.push(exchange),
  });
  const [exchange] = seen;
  if (exchange === undefined || seen.length > 1) throw new Error(`told ${seen.length} times`);
  const verdict = judgeLink(link, exchange);
  return {
    class: verdict.class,
    evidence: verdict.evidence.replaceAll(server.origin, ''),
    movedTo: verdict.movedTo?.replace(server.origin, ''),
    asked: server.requests.map(({ method, path }) => `${method} ${path}`).join(', '),
    waits: clock.waits,
    exchange,
  };
}

const ids = '<i id=one></i><i id=two></i><i id=three></i>';
const found = (html: string): Fault => page(ids + html);
const thrice = 'GET /, GET /, GET /';

type Row = readonly [
  name: string,
  link: Case | Fault,
  linkClass: string,
  asked: string,
  waits?: readonly number[],
];

const cases = (rows: readonly Row[]) => rows.map((row) => ({ name: row[0], row }));

/** What a row's link turns out to be, beside what it should. */
const both = async ([, link, linkClass, asked, waits = []]: Row) => {
  const result = await outcome(typeof link === 'function' ? { at: { '/': link } } : link);
  return {
    is: { class: result.class, asked: result.asked, waits: result.waits },
    should: { class: linkClass, asked, waits },
  };
};

const at = (root: Fault, more: { readonly [path: string]: Fault } = {}): Case => ({
  at: { '/': root, ...more },
});
const anchored = (root: Fault, anchor = '#wanted'): Case => ({ at: { '/': root }, anchor });

describe('a status', () => {
  it.each(
    cases([
      ['200', page('fine'), 'ok', 'HEAD /'],
      ['204', status(204), 'ok', 'HEAD /'],
      ['304 without a question', status(304), 'suspicious', 'HEAD /'],
      ['400', status(400), 'blocked', 'HEAD /, GET /'],
      ['401', status(401), 'blocked', 'HEAD /, GET /'],
      ['403', status(403), 'blocked', 'HEAD /, GET /'],
      ['404', status(404), 'broken', 'HEAD /, GET /'],
      ['410', status(410), 'broken', 'HEAD /, GET /'],
      ['451', status(451), 'blocked', 'HEAD /, GET /'],
      ['999', status(999), 'blocked', 'HEAD /, GET /'],
      ['404 to HEAD only', headIs(status(404), page('x')), 'ok', 'HEAD /, GET /'],
      ['403 to HEAD only', headIs(status(403), page('x')), 'ok', 'HEAD /, GET /'],
      ['405 to HEAD only', headIs(status(405), page('x')), 'ok', 'HEAD /, GET /'],
      ['501 to HEAD only', headIs(status(501), page('x')), 'ok', 'HEAD /, GET /'],
      ['500 to HEAD only', headIs(status(500), page('x')), 'ok', 'HEAD /, GET /'],
      ['500 to all', status(500), 'flaky', 'HEAD /, GET /, GET /, GET /', [750, 1500]],
      ['501 to all', status(501), 'flaky', 'HEAD /, GET /'],
      [
        '502 then fine',
        inTurn(status(502), status(502), page('')),
        'ok',
        'HEAD /, GET /, GET /',
        [750],
      ],
      [
        '503 then gone',
        inTurn(status(503), status(503), status(410)),
        'broken',
        'HEAD /, GET /, GET /',
        [750],
      ],
    ]),
  )('$name', async ({ row }) => {
    const { is, should } = await both(row);
    expect(is).toEqual(should);
  });
});

describe('too many requests', () => {
  const after = (headers: { readonly [name: string]: string }): Fault =>
    inTurn(status(429, headers), page('fine'));
  it.each(
    cases([
      ['says nothing of time', after({}), 'ok', 'HEAD /, GET /', [750]],
      ['says seconds', after({ 'retry-after': '7' }), 'ok', 'HEAD /, GET /', [7000]],
      [
        'says a date',
        after({ 'retry-after': 'Sun, 01 Mar 2026 12:00:09 GMT' }),
        'ok',
        'HEAD /, GET /',
        [9000],
      ],
      [
        'says a date gone by',
        after({ 'retry-after': 'Sun, 01 Mar 2020 12:00:09 GMT' }),
        'ok',
        'HEAD /, GET /',
        [0],
      ],
      ['says far too long', after({ 'retry-after': '86400' }), 'ok', 'HEAD /, GET /', [60_000]],
      ['says nonsense', after({ 'retry-after': 'soon' }), 'ok', 'HEAD /, GET /', [750]],
      [
        'says a used-up RateLimit',
        after({ ratelimit: '"default";r=0;t=4' }),
        'ok',
        'HEAD /, GET /',
        [4000],
      ],
      [
        'says an older RateLimit',
        after({ ratelimit: 'limit=10, remaining=0, reset=6' }),
        'ok',
        'HEAD /, GET /',
        [6000],
      ],
      [
        'says x-ratelimit as a moment',
        after({
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Date.parse(START) / 1000 + 8),
        }),
        'ok',
        'HEAD /, GET /',
        [8000],
      ],
      [
        'goes on',
        status(429, { 'retry-after': '3' }),
        'flaky',
        'HEAD /, GET /, GET /',
        [3000, 3000],
      ],
      [
        'asks for more than the budget',
        { ...at(status(429, { 'retry-after': '50' })), limits: { hostBudget: 40_000 } },
        'flaky',
        'HEAD /',
      ],
    ]),
  )('$name', async ({ row }) => {
    const { is, should } = await both(row);
    expect(is).toEqual(should);
  });
});

describe('no answer', () => {
  it.each(
    cases([
      ['is dropped', drop, 'flaky', 'HEAD /, GET /, GET /', [750, 1500]],
      ['is reset', reset, 'flaky', 'HEAD /, GET /, GET /', [750, 1500]],
      ['is dropped once', inTurn(drop, page('')), 'ok', 'HEAD /, GET /', [750]],
      ['is dropped for HEAD', headIs(drop, page('')), 'ok', 'HEAD /, GET /', [750]],
      ['never comes', silent, 'flaky', 'HEAD /, GET /, GET /', [750, 1500]],
      ['comes the second time', inTurn(silent, page('')), 'ok', 'HEAD /, GET /', [750]],
      ['is no HTTP', garbage, 'flaky', 'HEAD /'],
      [
        'never comes within the budget',
        { ...at(silent), limits: { hostBudget: 5000 } },
        'unchecked',
        'HEAD /',
      ],
      [
        'cannot come within no budget',
        { ...at(page('')), limits: { runBudget: 0 } },
        'unchecked',
        '',
      ],
    ]),
  )('$name', async ({ row }) => {
    const { is, should } = await both(row);
    expect(is).toEqual(should);
  });
});

describe('a redirect', () => {
  const fine = { '/new': page('fine') };
  const chain = (length: number): Case => ({
    at: Object.fromEntries(
      Array.from({ length: length + 1 }, (_, n) => [
        n === 0 ? '/' : `/${n}`,
        n === length ? page('end') : redirect(302, `/${n + 1}`),
      ]),
    ),
  });
  const steps = (last: number): string =>
    ['HEAD /', ...Array.from({ length: last }, (_, n) => `HEAD /${n + 1}`)].join(', ');
  it.each(
    cases([
      ['for good (301)', at(redirect(301, '/new'), fine), 'moved', 'HEAD /, HEAD /new'],
      ['for good (308)', at(redirect(308, '/new'), fine), 'moved', 'HEAD /, HEAD /new'],
      ['for now (302)', at(redirect(302, '/new'), fine), 'ok', 'HEAD /, HEAD /new'],
      ['for now (303)', at(redirect(303, '/new'), fine), 'ok', 'HEAD /, HEAD /new'],
      ['for now (307)', at(redirect(307, 'new'), fine), 'ok', 'HEAD /, HEAD /new'],
      [
        'first for good, then for now',
        at(redirect(301, '/b'), { '/b': redirect(302, '/new'), ...fine }),
        'ok',
        'HEAD /, HEAD /b, HEAD /new',
      ],
      ['to what is gone', at(redirect(301, '/gone')), 'broken', 'HEAD /, HEAD /gone, GET /gone'],
      ['to nowhere', at(status(302)), 'suspicious', 'HEAD /'],
      ['to what is no address', at(redirect(302, 'http://[')), 'flaky', 'HEAD /'],
      ['to another scheme', at(redirect(302, 'ftp://example.org/')), 'unchecked', 'HEAD /'],
      ['to itself', at(redirect(302, '/')), 'suspicious', 'HEAD /'],
      [
        'in a circle',
        at(redirect(302, '/b'), { '/b': redirect(302, '/') }),
        'suspicious',
        'HEAD /, HEAD /b',
      ],
      ['ten times', chain(10), 'ok', steps(10)],
      ['eleven times', chain(11), 'suspicious', steps(10)],
      [
        'that only GET has',
        at(headIs(status(405), redirect(301, '/new')), fine),
        'moved',
        'HEAD /, GET /, HEAD /new',
      ],
      [
        'keeps the anchor',
        { at: { '/': redirect(302, '/new'), '/new': found('<a name=wanted>') }, anchor: '#wanted' },
        'ok',
        'GET /, GET /new',
      ],
      [
        'has an anchor of its own',
        { at: { '/': redirect(302, '/new#one'), '/new': found('') }, anchor: '#wanted' },
        'ok',
        'GET /, HEAD /new',
      ],
    ]),
  )('$name', async ({ row }) => {
    const { is, should } = await both(row);
    expect(is).toEqual(should);
  });
});

describe('an anchor', () => {
  it.each(
    cases([
      ['by id', anchored(found('<h2 id="wanted">')), 'ok', 'GET /'],
      ['by name', anchored(found("<a name='wanted'>")), 'ok', 'GET /'],
      ['without quotes', anchored(found('<a id=wanted>')), 'ok', 'GET /'],
      ['with a prefix of its own', anchored(found('<a id="user-content-wanted">')), 'ok', 'GET /'],
      ['escaped in the link', anchored(found('<a id="größe">'), '#gr%C3%B6%C3%9Fe'), 'ok', 'GET /'],
      ['escaped in the page', anchored(found('<a id="a&amp;b">'), '#a&b'), 'ok', 'GET /'],
      [
        'in another encoding',
        anchored(
          encoded('identity', Buffer.from(`${ids}<a id="größe">`, 'latin1'), {
            'content-type': 'text/html; charset=iso-8859-1',
          }),
          '#größe',
        ),
        'ok',
        'GET /',
      ],
      ['packed by gzip', anchored(encoded('gzip', gzipSync(`${ids}<a id=wanted>`))), 'ok', 'GET /'],
      [
        'packed by br',
        anchored(encoded('br', brotliCompressSync(`${ids}<a id=wanted>`))),
        'ok',
        'GET /',
      ],
      ['that is missing', anchored(found('')), 'broken', 'GET /'],
      ['that a script may make', anchored(page('<div id=app></div>')), 'unchecked', 'GET /'],
      ["of a script's route", anchored(page(''), '#/route'), 'ok', 'HEAD /'],
      [
        'of a file that is no page',
        anchored(page('%PDF', { 'content-type': 'application/pdf' })),
        'ok',
        'GET /',
      ],
      [
        'before the page stops coming',
        anchored(halfPage(`${ids}<a id=wanted>`, true)),
        'ok',
        'GET /',
      ],
      ['after the page stops coming', anchored(halfPage(ids)), 'flaky', thrice, [750, 1500]],
      ['before the page breaks off', anchored(tooShort(`${ids}<a id=wanted>`)), 'ok', 'GET /'],
      ['after the page breaks off', anchored(tooShort(ids)), 'flaky', thrice, [750, 1500]],
      ['before a page without end', anchored(endless(`${ids}<a id=wanted>`)), 'ok', 'GET /'],
      ['never in a page without end', anchored(endless(ids)), 'unchecked', 'GET /'],
      ['never in what swells', anchored(gzipBomb(50)), 'unchecked', 'GET /'],
      [
        'in what is not packed as it says',
        anchored(encoded('gzip', Buffer.from('plain'))),
        'flaky',
        'GET /',
      ],
    ]),
  )('$name', async ({ row }) => {
    const { is, should } = await both(row);
    expect(is).toEqual(should);
  });
});

describe('a page', () => {
  const noHead = (fault: Fault): Fault => headIs(status(405), fault);
  const headAndGet = 'HEAD /, GET /';
  it.each(
    cases([
      [
        'that wants no robot',
        noHead(page('<title>Just a moment...</title>')),
        'blocked',
        headAndGet,
      ],
      [
        'that wants work done',
        anchored(page('<p>Making sure you&#39;re not a bot')),
        'blocked',
        'GET /',
      ],
      ['that a header marks', page('', { 'cf-mitigated': 'challenge' }), 'blocked', 'HEAD /'],
      [
        '403 with a challenge',
        status(403, {}, '<title>Access Denied</title>'),
        'blocked',
        headAndGet,
      ],
      [
        '503 with a challenge',
        status(503, {}, '<title>Just a moment...</title>'),
        'blocked',
        'HEAD /, GET /, GET /, GET /',
        [750, 1500],
      ],
      [
        'that says it is not there',
        noHead(page('<title>Page not found</title>')),
        'suspicious',
        headAndGet,
      ],
      ['that is for sale', noHead(page('This domain is for sale')), 'suspicious', headAndGet],
      ['without end and without anchors', noHead(endless('<p>')), 'ok', headAndGet],
      ['of a wrong length, without anchors', noHead(tooShort('<p>')), 'ok', headAndGet],
    ]),
  )('$name', async ({ row }) => {
    const { is, should } = await both(row);
    expect(is).toEqual(should);
  });
});

describe('many pages', () => {
  it('of one address under way are asked for once', async () => {
    await using server = await faultServer({ '/': found('<a id=x>') });
    const told: string[] = [];
    await nodeProber({ env: {} }).probe({
      pages: ['#a', '#b', ''].map((hash) => ({ url: `${server.origin}/${hash}`, anchors: ['x'] })),
      policy: probePolicy(true),
      seen: ({ url }, { kind }) => told.push(kind + url.slice(server.origin.length)),
    });
    expect(told.toSorted()).toEqual(['answered/', 'answered/#a', 'answered/#b']);
    expect(server.requests).toHaveLength(1);
  });

  it('of one host are asked for a few at a time, the interval apart', async () => {
    let open = 0;
    let most = 0;
    const slow: Fault = ({ response }) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        response.end();
      });
    };
    const paths = Array.from({ length: 20 }, (_, n) => `/${n}`);
    await using server = await faultServer(Object.fromEntries(paths.map((path) => [path, slow])));
    const clock = waitClock(START);
    let told = 0;
    await nodeProber({ env: {}, clock }).probe({
      pages: paths.map((path) => ({ url: server.origin + path, anchors: [] })),
      policy: probePolicy(true),
      limits: { perHost: 2, interval: 50 },
      seen: () => (told += 1),
    });
    expect([told, server.requests.length]).toEqual([20, 20]);
    expect(most).toBeLessThanOrEqual(2);
    expect(clock.monotonic()).toBe(19 * 50);
  });

  it('all wait where their host has had too much', async () => {
    const faults = { '/a': inTurn(status(429, { 'retry-after': '30' }), page('')), '/b': page('') };
    await using server = await faultServer(faults);
    const clock = waitClock(START);
    await nodeProber({ env: {}, clock }).probe({
      pages: ['/a', '/b'].map((path) => ({ url: server.origin + path, anchors: [] })),
      policy: probePolicy(true),
      limits: { perHost: 1, interval: 0 },
      seen: () => undefined,
    });
    expect(clock.waits[0]).toBe(30_000);
    expect(clock.monotonic()).toBe(30_000);
    expect(server.requests).toHaveLength(3);
  });

  it('are unchecked once the run is ended', async () => {
    const stop = new AbortController();
    const clock = waitClock(START);
    await using server = await faultServer({ '/': silent }, { onStall: () => stop.abort() });
    const told: string[] = [];
    await nodeProber({ env: {}, clock }).probe({
      pages: ['/', '/b', '/c'].map((path) => ({ url: server.origin + path, anchors: [] })),
      policy: probePolicy(true),
      limits: { perHost: 1, interval: 0 },
      signal: stop.signal,
      seen: (_, exchange) =>
        told.push(exchange.kind === 'unchecked' ? exchange.why : exchange.kind),
    });
    expect(told).toEqual(['the run was ended', 'the run was ended', 'the run was ended']);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a certificate', () => {
  it('that nothing vouches for is a doubt, and nothing is asked', async () => {
    const tls = await selfSigned(['IP:127.0.0.1']);
    await using server = await faultServer({ '/': page('') }, { tls });
    const seen: Exchange[] = [];
    await nodeProber({ env: {} }).probe({
      pages: [{ url: server.origin, anchors: [] }],
      policy: probePolicy(true),
      seen: (_, exchange) => seen.push(exchange),
    });
    expect(seen).toMatchObject([{ kind: 'failed', why: 'certificate-invalid', attempts: 1 }]);
    expect(server.requests).toEqual([]);
  });
});
