import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, duration, listed, nearest, withCommas } from './words.ts';

describe('words', () => {
  it.each([
    [0, '0 errors'],
    [1, '1 error'],
    [1204, '1,204 errors'],
  ])('count %d as %s', (n, words) => {
    expect(count(n, 'error')).toBe(words);
  });

  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_234_567, '1,234,567'],
  ])('write %d as %s', (n, words) => {
    expect(withCommas(n)).toBe(words);
  });

  it.each([
    [0, '0.0 s'],
    [94, '0.1 s'],
    [59_949, '59.9 s'],
    [59_950, '1 min'],
    [200_000, '3 min 20 s'],
    [119_999, '2 min'],
  ])('write %d ms as %s', (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words);
  });

  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('list %j as %j', (items, words) => {
    expect(listed(items)).toBe(words);
  });
});

describe('nearest', () => {
  const names = ['fail-on', 'checks', 'skip', 'baseline'];
  it.each([
    ['fail_on', 'fail-on'],
    ['failon', 'fail-on'],
    ['cheks', 'checks'],
    ['chekcs', 'checks'],
    ['SKIP', 'skip'],
    ['nothing', undefined],
    ['', undefined],
    ['skip', undefined],
  ])('to %s is %s', (written, near) => {
    expect(nearest(written, names)).toBe(near);
  });

  it('finds a word again that lost one letter', () => {
    const word = fc.stringMatching(/^[a-z]{5,12}$/);
    fc.assert(
      fc.property(word, fc.nat(4), (whole, at) => {
        expect(nearest(whole.slice(0, at) + whole.slice(at + 1), [whole])).toBe(whole);
      }),
    );
  });

  it('is near by the number of edits alone, whichever letters the words have in common', () => {
    // Few letters, so that words are near by chance; two of them share a counter of letters.
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'š'),
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(word, word, (written, other) => {
        const most = Math.max(1, Math.floor(Math.max(written.length, 3) / 3));
        const isNear = written !== other && edits(written, other) <= most;
        expect(nearest(written, [other])).toBe(isNear ? other : undefined);
      }),
    );
  });
});

/** Insertions, deletions, exchanges and swaps of neighbours (optimal string alignment), by its definition. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return edits(restA, restB);
  const ways = [edits(restA, b), edits(a, restB), edits(restA, restB)];
  const isSwap = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return 1 + Math.min(...ways, ...(isSwap ? [edits(a.slice(2), b.slice(2))] : []));
}
