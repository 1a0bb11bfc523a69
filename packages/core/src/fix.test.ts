import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, type TextEdit } from './fix.ts';
import { lineIndex } from './line-index.ts';

const edit = (text: string, start: number, end: number, newText: string): TextEdit => ({
  range: lineIndex('a.txt', text).range(start, end),
  oldText: text.slice(start, end),
  newText,
});

const texts = fc
  .array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', 'é', '漢', '😀', ' '), { maxLength: 30 })
  .map((parts) => parts.join(''));
/** Ranges between whole characters that do not overlap, each with its new text. */
const cuts = (text: string) => {
  const index = lineIndex('', text);
  // An offset within `\r\n` has no line and column of its own.
  const stops = Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => {
    const { line, column } = index.place(at);
    return index.offset(line, column) === at;
  });
  return fc
    .uniqueArray(fc.constantFrom(...stops), { maxLength: 8 })
    .map((offsets) => offsets.toSorted((a, b) => a - b))
    .map((offsets) =>
      offsets.flatMap((start, at) => {
        const end = offsets[at + 1];
        return at % 2 === 0 && end !== undefined ? [{ start, end }] : [];
      }),
    );
};
const cases = texts.chain((text) =>
  fc.tuple(fc.constant(text), cuts(text), fc.string({ maxLength: 5 })),
);

describe('applyEdits', () => {
  it('replaces what the edits name and nothing else, in whatever order they come', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ([text, ranges, newText], reversed) => {
        const edits = ranges.map(({ start, end }) => edit(text, start, end, newText));
        const {
          text: edited,
          applied,
          refused,
        } = applyEdits(text, reversed ? edits.toReversed() : edits);
        const expected = ranges.reduceRight(
          (rest, { start, end }) => rest.slice(0, start) + newText + rest.slice(end),
          text,
        );
        expect([edited, applied.length, refused]).toEqual([expected, edits.length, []]);
      }),
    );
  });

  it('changes nothing without edits', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(applyEdits(text, [])).toEqual({ text, applied: [], refused: [] });
      }),
    );
  });

  it('refuses an edit whose text has changed, and applies the others', () => {
    const stale = { ...edit('one two', 0, 3, '1'), oldText: 'uno' };
    const { text, refused } = applyEdits('one two', [stale, edit('one two', 4, 7, '2')]);
    expect([text, refused]).toEqual(['one 2', [stale]]);
  });

  it('refuses the later of two that overlap', () => {
    const [first, second] = [edit('abcdef', 0, 4, 'X'), edit('abcdef', 2, 6, 'Y')];
    expect(applyEdits('abcdef', [second, first])).toEqual({
      text: 'Xef',
      applied: [first],
      refused: [second],
    });
  });

  it('inserts at one place in the order of the edits', () => {
    const edits = ['1', '2'].map((newText) => edit('ab', 1, 1, newText));
    expect(applyEdits('ab', edits).text).toBe('a12b');
  });

  it('refuses a second time what it has done', () => {
    const edits = [edit('old text', 0, 3, 'new')];
    const { text } = applyEdits('old text', edits);
    expect(applyEdits(text, edits)).toEqual({ text, applied: [], refused: edits });
  });

  it('refuses places outside the text', () => {
    const far = {
      range: { path: 'a', line: 9, column: 9, endLine: 9, endColumn: 12 },
      oldText: 'xyz',
      newText: '',
    };
    expect(applyEdits('abc', [far]).refused).toEqual([far]);
  });
});
