import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, fit, padTo, wrap } from './width.ts';

describe('widths', () => {
  it.each([
    ['abc', 3],
    ['漢字', 4],
    ['é', 1],
    ['e\u0301', 1],
    ['😀', 2],
    ['👩‍👧', 2],
    ['✓✗–│…', 5],
  ])('of %s is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  it.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['漢字漢字', 6, '漢字…'],
    ['abc def', 5, 'abc…'],
    ['abc', 0, ''],
    ['…бвг ab cd ef', 8, '…бвг ab…'],
  ])('%s fits %d as %s', (text, columns, fitted) => {
    expect(fit(text, columns)).toBe(fitted);
  });

  it('pad wide characters too', () => {
    expect(padTo('漢', 4)).toBe('漢  ');
  });
});

describe('fit', () => {
  it('keeps as much as fits, for any line', () => {
    const text = fc.array(
      fc.constantFrom('a', ' ', '漢', 'word', 'é', 'где', '…', '👩‍👧', 'e\u0301'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (parts, columns) => {
        const line = parts.join('');
        const fitted = fit(line, columns);
        expect(displayWidth(fitted)).toBeLessThanOrEqual(columns);
        expect(line.startsWith(fitted.replace(/…$/, '')) || line === fitted).toBe(true);
        expect(fitted === line).toBe(displayWidth(line) <= columns);
      }),
    );
  });
});

describe('wrap', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['one\n\ntwo', 7, ['one', 'two']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['', 4, []],
  ])('breaks %j at %d', (text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines);
  });

  it('keeps every character but blanks, in lines that fit', () => {
    const text = fc.array(fc.constantFrom('a', ' ', '漢', '\n', 'longer-word', 'é', '-'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (parts, columns) => {
        const all = parts.join('');
        const lines = wrap(all, columns);
        expect(lines.join('').replace(/\s/g, '')).toBe(all.replace(/\s/g, ''));
        expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
      }),
    );
  });
});
