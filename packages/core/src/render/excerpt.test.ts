import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { displayWidth } from './width.ts';

const at = (column: number, endColumn?: number, endLine = 1) => ({
  path: 'a',
  line: 1,
  column,
  ...(endColumn !== undefined && { endLine, endColumn }),
});

describe('excerptOf', () => {
  it.each([
    ['    see `this` word', at(9, 15), ['see `this` word', '    ^^^^^^']],
    ['whole line', at(1, 11), ['whole line', '']],
    ['  whole line  ', at(3, 13), ['whole line', '']],
    ['whole line', at(1), ['whole line', '']],
    ['one character', at(5), ['one character', '    ^']],
    ['to the end and on', at(4, 3, 5), ['to the end and on', '   ^^^^^^^^^^^^^^']],
    ['漢字 x', at(4, 5), ['漢字 x', '     ^']],
    ['漢字 x', at(1, 3), ['漢字 x', '^^^^']],
    ['a\tb', at(3, 4), ['a b', '  ^']],
    ['a\u001Bb', at(3, 4), ['a\\x1bb', '     ^']],
    ['short', at(99), ['short', '     ^']],
  ])('shows %j at %j', (source, place, [line, marks]) => {
    expect(excerptOf(place, source, 60)).toEqual({ number: 1, line, marks });
  });

  it('shows the part of a long line around the range', () => {
    const source = `${'x'.repeat(100)} wrong ${'y'.repeat(100)}`;
    expect(excerptOf(at(102, 107), source, 40)).toEqual({
      number: 1,
      line: `…${'x'.repeat(19)} wrong yyyyyyyyyyyy…`,
      marks: `${' '.repeat(21)}^^^^^`,
    });
  });

  it('shows nothing of a blank line', () => {
    expect(excerptOf(at(1), '   ', 40)).toBeUndefined();
  });

  it('stays within its columns, for any line and place', () => {
    const source = fc.array(fc.constantFrom('a', ' ', '\t', '漢', '😀', '\u001B', 'é', 'word'), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(
        source,
        fc.integer({ min: 1, max: 200 }),
        fc.nat(50),
        fc.integer({ min: 10, max: 60 }),
        (parts, column, length, columns) => {
          const excerpt = excerptOf(at(column, column + length), parts.join(''), columns);
          expect(displayWidth(excerpt?.line ?? '')).toBeLessThanOrEqual(columns);
          expect(excerpt?.marks.length ?? 0).toBeLessThanOrEqual(columns);
        },
      ),
    );
  });

  it('takes a line of megabytes', () => {
    const source = 'ab '.repeat(1_000_000);
    expect(excerptOf(at(1_500_001, 1_500_003), source, 60)?.line).toMatch(/^….{0,57}ab.*…$/);
  });
});
