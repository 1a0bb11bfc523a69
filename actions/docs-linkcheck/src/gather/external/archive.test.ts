import { readOptions } from '@pymaint/core';
import type { LinkVerdict } from '@pymaint/docs';
import { nodeClock, nodePorts } from '@pymaint/platform';
import { faultServer, status, temporaryFolder, type Fault } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import { OPTIONS, type Options } from '../../options.ts';
import { archivedCopies } from './archive.ts';

const COPY = 'https://web.archive.org/web/20240102030405/https://a.org/x';
const copied = status(
  200,
  {},
  JSON.stringify({
    archived_snapshots: { closest: { available: true, status: '200', url: COPY } },
  }),
);

const question = (page: string): string => `/wayback/available?url=${encodeURIComponent(page)}`;

interface How {
  readonly settings?: Partial<Options>;
  readonly budget?: number;
  readonly known?: ReadonlyMap<string, string>;
  readonly verdict?: Partial<LinkVerdict>;
}

/** Asks an archive of this machine about dead addresses. */
async function asked(
  hrefs: readonly string[],
  answers: { readonly [page: string]: Fault },
  { settings = {}, budget = 60_000, known = new Map(), verdict = {} }: How = {},
) {
  await using server = await faultServer(
    Object.fromEntries(Object.entries(answers).map(([page, it]) => [question(page), it])),
  );
  await using place = await temporaryFolder();
  await using ports = await nodePorts({ folder: place.folder });
  const dead: LinkVerdict = { class: 'broken', evidence: '404 Not Found', ...verdict };
  const copies = await archivedCopies(
    { ...ports, clock: { ...nodeClock, sleep: async () => undefined } },
    { ...readOptions(OPTIONS, []), 'archive-url': server.origin, ...settings },
    new Map(hrefs.map((href) => [href, dead])),
    (href) => known.get(href),
    nodeClock.monotonic() + budget,
  );
  return { copies: Object.fromEntries(copies), paths: server.requests.map(({ path }) => path) };
}

describe('copies of dead pages', () => {
  it('are asked for once a page, for all of its addresses', async () => {
    const found = await asked(['https://a.org/x', 'https://a.org/x#part', 'https://b.org/'], {
      'https://a.org/x': copied,
      'https://b.org/': status(200, {}, '{"archived_snapshots": {}}'),
    });
    expect(found.copies).toEqual({ 'https://a.org/x': COPY, 'https://a.org/x#part': COPY });
    expect(found.paths).toEqual([question('https://a.org/x'), question('https://b.org/')]);
  });

  it('are not asked for again where an earlier run was told', async () => {
    const known = new Map([['https://a.org/x', COPY]]);
    const found = await asked(['https://a.org/x'], {}, { known });
    expect(found).toEqual({ copies: { 'https://a.org/x': COPY }, paths: [] });
  });

  it.each([
    ['does not answer as it should', status(503)],
    ['has had enough', status(429, { 'retry-after': '60' })],
  ])('are not asked for any more where the archive %s', async (_, fault) => {
    const pages = ['https://a.org/x', 'https://b.org/'];
    const found = await asked(pages, { 'https://a.org/x': fault, 'https://b.org/': copied });
    expect(found).toEqual({ copies: {}, paths: [question('https://a.org/x')] });
  });

  it.each([
    ['of hosts that the world cannot see', ['http://10.0.0.1/', 'https://wiki.corp/x'], {}],
    ['where private hosts are asked', ['https://a.org/x'], { settings: { 'allow-private': true } }],
    ['where that is not wanted', ['https://a.org/x'], { settings: { 'archive-url': 'off' } }],
    ['once the time is used up', ['https://a.org/x'], { budget: 0 }],
    ['of pages that may be there', ['https://a.org/x'], { verdict: { class: 'blocked' } }],
  ] as const)('are not asked for %s', async (_, hrefs, how) => {
    expect(await asked(hrefs, { 'https://a.org/x': copied }, how)).toEqual({
      copies: {},
      paths: [],
    });
  });

  it('are asked for of so many pages at most', async () => {
    const pages = Array.from({ length: 40 }, (_, n) => `https://a.org/${n}`);
    const found = await asked(pages, Object.fromEntries(pages.map((page) => [page, copied])));
    expect(found.paths).toHaveLength(30);
  });
});
