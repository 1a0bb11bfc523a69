import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHttpDate, RETRY_POLICY, serversWish, waitBeforeRetry } from './retry.ts';

const NOW = Date.UTC(2026, 10, 24, 12, 0, 0);
const answer = (status: number, headers: { readonly [name: string]: string } = {}) => ({
  status,
  headers,
  interrupted: false,
});
const cut = { status: undefined, headers: {}, interrupted: true };

describe('waitBeforeRetry', () => {
  it.each([
    ['a timeout', cut, 1, 750],
    ['the second timeout', cut, 2, 1500],
    ['the last attempt', cut, 3, undefined],
    ['a name that does not exist', { ...cut, interrupted: false }, 1, undefined],
    ['200', answer(200), 1, undefined],
    ['404', answer(404), 1, undefined],
    ['403', answer(403), 1, undefined],
    ['501', answer(501), 1, undefined],
    ['503', answer(503), 1, 750],
    ['429 without a wish', answer(429), 1, 750],
    ['429 with seconds', answer(429, { 'retry-after': '7' }), 1, 7000],
    ['429 with a day', answer(429, { 'retry-after': '86400' }), 1, 60_000],
    ['503 with a date', answer(503, { 'retry-after': 'Tue, 24 Nov 2026 12:00:30 GMT' }), 1, 30_000],
    [
      '503 with a date gone by',
      answer(503, { 'retry-after': 'Tue, 24 Nov 2026 11:00:00 GMT' }),
      1,
      0,
    ],
    ['429 with nonsense', answer(429, { 'retry-after': 'soon' }), 1, 750],
  ] as const)('after %s', (_, attempt, made, wait) => {
    expect(waitBeforeRetry(attempt, made, RETRY_POLICY, NOW, 0.5)).toBe(wait);
  });

  it('never waits longer than the cap, nor less than nothing', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (header, status, random) => {
          const wait = waitBeforeRetry(
            answer(status, { 'retry-after': header }),
            1,
            RETRY_POLICY,
            NOW,
            random,
          );
          expect(wait ?? 0).toBeGreaterThanOrEqual(0);
          expect(wait ?? 0).toBeLessThanOrEqual(RETRY_POLICY.cap);
        },
      ),
    );
  });
});

describe('serversWish', () => {
  it.each([
    [{ ratelimit: 'limit=100, remaining=0, reset=50' }, 50_000],
    [{ ratelimit: '"default";r=0;t=50' }, 50_000],
    [{ ratelimit: 'limit=100, remaining=3, reset=50' }, undefined],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1000 + 20) }, 20_000],
    [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '20' }, 20_000],
    [{ 'x-ratelimit-remaining': '5', 'x-ratelimit-reset': '20' }, undefined],
    [{ 'retry-after': '1', ratelimit: 'remaining=0, reset=50' }, 1000],
    [{}, undefined],
  ] as const)('%j asks for %s ms', (headers, wait) => {
    expect(serversWish(headers, NOW)).toBe(wait);
  });
});

describe('parseHttpDate', () => {
  it('reads what the platform writes', () => {
    const day = fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        expect(parseHttpDate(date.toUTCString())).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });
});
