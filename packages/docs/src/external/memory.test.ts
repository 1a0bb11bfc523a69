import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_CACHE,
  failsForGood,
  MEMORY_POLICY,
  parseLinkCache,
  remember,
  remembered,
  type LinkCache,
  type LinkMemory,
} from './memory.ts';

const URL_ = 'https://example.org/';
const cacheOf = (memory: Partial<LinkMemory>): LinkCache => ({
  schema: 'pymaint-links/1',
  links: {
    [URL_]: { class: 'ok', evidence: '200', checked: '2026-11-01', failures: [], ...memory },
  },
});

describe('remembered', () => {
  it.each([
    ['good, today', {}, '2026-11-01', 'ok'],
    ['good, last week', {}, '2026-11-08', 'ok'],
    ['good, long ago', {}, '2026-12-24', undefined],
    ['good, from the future', {}, '2026-10-01', undefined],
    ['broken', { class: 'broken' }, '2026-11-01', undefined],
    ['flaky', { class: 'flaky' }, '2026-11-01', undefined],
    ['moved', { class: 'moved', movedTo: 'https://example.com/' }, '2026-11-02', 'moved'],
  ] as const)('%s', (_, memory, today, expected) => {
    expect(remembered(cacheOf(memory), URL_, today)?.class).toBe(expected);
  });

  it('nothing of an address that was never asked, even one named like a method', () => {
    expect(remembered(EMPTY_CACHE, 'constructor', '2026-11-01')).toBeUndefined();
  });

  it('trust ends on different days for different addresses', () => {
    const ages = Array.from({ length: 50 }, (_, n) => {
      const url = `https://example.org/${n}`;
      const cache = { ...cacheOf({}), links: { [url]: cacheOf({}).links[URL_] as LinkMemory } };
      return Array.from(
        { length: 28 },
        (__, day) => `2026-11-${String(day + 1).padStart(2, '0')}`,
      ).filter((today) => remembered(cache, url, today) !== undefined).length;
    });
    expect(new Set(ages).size).toBeGreaterThan(4);
  });
});

describe('remember and failsForGood', () => {
  const run = (
    ...days: readonly (readonly [string, LinkMemory['class']])[]
  ): LinkMemory | undefined => {
    let memory: LinkMemory | undefined;
    for (const [day, linkClass] of days)
      memory = remember(memory, { class: linkClass, evidence: 'e' }, day);
    return memory;
  };
  it.each([
    ['one failure', [['2026-11-01', 'flaky']], false],
    [
      'three on one day',
      [
        ['2026-11-01', 'flaky'],
        ['2026-11-01', 'flaky'],
        ['2026-11-01', 'flaky'],
      ],
      false,
    ],
    [
      'three over two days',
      [
        ['2026-11-01', 'flaky'],
        ['2026-11-02', 'flaky'],
        ['2026-11-03', 'flaky'],
      ],
      true,
    ],
    [
      'good in between',
      [
        ['2026-11-01', 'flaky'],
        ['2026-11-02', 'ok'],
        ['2026-11-03', 'flaky'],
        ['2026-11-04', 'flaky'],
      ],
      false,
    ],
    [
      'not checked in between',
      [
        ['2026-11-01', 'flaky'],
        ['2026-11-02', 'unchecked'],
        ['2026-11-02', 'flaky'],
        ['2026-11-03', 'flaky'],
      ],
      true,
    ],
    [
      'blocked all the time',
      [
        ['2026-11-01', 'blocked'],
        ['2026-11-02', 'blocked'],
        ['2026-11-03', 'blocked'],
      ],
      false,
    ],
  ] as const)('%s', (_, days, expected) => {
    const memory = run(...days);
    expect(memory !== undefined && failsForGood(memory, MEMORY_POLICY)).toBe(expected);
  });

  it('keeps the last good day through failures', () => {
    expect(run(['2026-11-01', 'ok'], ['2026-11-05', 'flaky'])?.lastGood).toBe('2026-11-01');
  });
});

describe('parseLinkCache', () => {
  it('reads what was written', () => {
    expect(parseLinkCache(JSON.stringify(cacheOf({})))).toEqual(cacheOf({}));
  });
  it('takes anything else for an empty cache', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseLinkCache(text)).toEqual(EMPTY_CACHE);
      }),
    );
  });
});
