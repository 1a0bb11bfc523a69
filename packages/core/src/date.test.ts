import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, isoDate, parseIsoDate } from './date.ts';

describe('parseIsoDate', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', undefined],
    ['2000-02-29', '2000-02-29'],
    ['1900-02-29', undefined],
    ['2023-13-01', undefined],
    ['2023-00-10', undefined],
    ['2023-04-31', undefined],
    ['2023-4-30', undefined],
    [' 2023-04-30', undefined],
  ])('reads %s as %s', (text, date) => {
    expect(parseIsoDate(text)).toBe(date);
  });
});

describe('daysBetween', () => {
  it('agrees with the platform calendar', () => {
    const day = fc.date({
      min: new Date('0001-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const iso = (date: Date) =>
          isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) ?? '';
        const midnight = (date: Date) => Math.floor(date.getTime() / 86_400_000);
        expect(daysBetween(iso(a), iso(b))).toBe(midnight(b) - midnight(a));
      }),
    );
  });
});
