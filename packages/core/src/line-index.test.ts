import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex } from './line-index.ts';

describe('lineIndex', () => {
  it.each([
    ['', 1],
    ['a', 1],
    ['a\n', 2],
    ['a\r\nb', 2],
    ['a\rb\n\rc', 4],
    ['\u2028\u0085', 1],
  ])('counts the lines of %j as %d', (text, lines) => {
    expect(lineIndex('a', text).lineCount).toBe(lines);
  });

  it.each([
    ['ab\ncd', 3, 2, 1],
    ['ab\ncd', 4, 2, 2],
    ['ab\r\ncd', 4, 2, 1],
    ['ab\rcd', 3, 2, 1],
    ['😀x', 2, 1, 3],
    ['ab', 99, 1, 3],
    ['ab', -1, 1, 1],
  ])('finds offset %2$d of %1$j', (text, offset, line, column) => {
    expect(lineIndex('p', text).place(offset)).toEqual({ path: 'p', line, column });
  });

  it('turns places back into offsets', () => {
    const text = fc
      .array(fc.constantFrom('a', '\n', '\r', '\r\n', '漢'), { maxLength: 40 })
      .map((a) => a.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), (all, offset) => {
        const index = lineIndex('', all);
        const { line, column } = index.place(offset);
        expect(index.offset(line, column)).toBe(Math.min(offset, all.length));
      }),
    );
  });
});
