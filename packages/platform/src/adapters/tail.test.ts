import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tailOf } from './tail.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('tailOf', () => {
  it.each([
    ['all where it fits', ['ab', 'cd'], 4, 'abcd'],
    ['the last bytes', ['ab', 'cd', 'ef'], 3, 'def'],
    ['the end of one long chunk', ['abcdefgh'], 3, 'fgh'],
    ['nothing of nothing', [], 3, ''],
    ['whole characters only', ['aé漢😀b'], 6, '😀b'],
    ['whole characters only, cut within one', ['aé漢😀b'], 4, 'b'],
  ])('keeps %s', (_, chunks, limit, expected) => {
    const tail = tailOf(limit);
    for (const chunk of chunks) tail.push(utf8(chunk));
    expect(tail.text()).toBe(expected);
  });

  it('joins a character that came in two chunks', () => {
    const tail = tailOf(100);
    const bytes = utf8('é');
    tail.push(bytes.subarray(0, 1));
    tail.push(bytes.subarray(1));
    expect(tail.text()).toBe('é');
  });

  it('keeps the end of whatever chunks came', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme-ascii', maxLength: 9 }), { maxLength: 300 }),
        fc.integer({ min: 1, max: 50 }),
        (chunks, limit) => {
          const tail = tailOf(limit);
          for (const chunk of chunks) tail.push(utf8(chunk));
          expect(tail.text()).toBe(chunks.join('').slice(-limit));
        },
      ),
    );
  });

  it('takes many small chunks in little time', () => {
    const tail = tailOf(1024 * 1024);
    const chunk = utf8('x'.repeat(8));
    const begun = performance.now();
    for (let n = 0; n < 1_000_000; n += 1) tail.push(chunk);
    expect(tail.text()).toHaveLength(1024 * 1024);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
