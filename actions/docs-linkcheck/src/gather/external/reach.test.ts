import type { Exchange, Failure } from '@pymaint/core';
import { describe, expect, it } from 'vitest';
import { reachOf } from './reach.ts';

const answered: Exchange = {
  kind: 'answered',
  status: 404,
  headers: {},
  redirects: [],
  attempts: 1,
};
const failed = (why: Failure, to?: string): Exchange => ({
  kind: 'failed',
  why,
  message: '',
  redirects: to === undefined ? [] : [{ status: 301, from: '', to }],
  attempts: 1,
});
const page = (host: string): string => `https://${host}/`;

/** Whether each host's page keeps its own verdict, after all of them were asked. */
function kept(exchanges: { readonly [host: string]: Exchange }): readonly string[] {
  const reach = reachOf();
  for (const [host, exchange] of Object.entries(exchanges)) reach.note(page(host), exchange);
  return Object.keys(exchanges).filter((host) => reach.instead(page(host)) === undefined);
}

describe('reachOf', () => {
  it.each([
    ['one dead name among good hosts', { a: answered, b: failed('name-not-found') }, ['a', 'b']],
    ['nothing reached', { a: failed('timeout'), b: failed('name-not-found') }, []],
    [
      'a firewall that lets one host through',
      {
        a: answered,
        b: failed('name-not-found'),
        c: failed('name-not-found'),
        d: failed('timeout'),
      },
      ['a', 'd'],
    ],
    [
      'a reset, which somebody sent',
      { a: failed('reset'), b: failed('name-not-found') },
      ['a', 'b'],
    ],
    ['a redirect to a dead name', { a: failed('name-not-found', page('z')) }, ['a']],
  ] as const)('%s', (_, exchanges, expected) => {
    expect(kept(exchanges)).toEqual(expected);
  });
});
