import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clip, codeSpans, firstSentence, oneLine, visible } from './text.ts';

describe('visible', () => {
  it.each([
    ['a\u001B[31mb', 'a\\x1b[31mb'],
    ['a\r\nb\rc', 'a\nb\nc'],
    ['\u202Eabc', '\\u202eabc'],
    ['a\tb', 'a b'],
    ['\uD800x', '\\ud800x'],
    ['👩‍👧', '👩‍👧'],
    ['Ünïcödé 漢字', 'Ünïcödé 漢字'],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });
});

describe('oneLine', () => {
  it('leaves single spaces only', () => {
    expect(oneLine('  a \n\n b\t\tc ')).toBe('a b c');
  });
});

describe('clip', () => {
  it.each([
    ['abcdef', 6, 'abcdef'],
    ['abcdefg', 6, 'abcde…'],
    ['ab😀cd', 4, 'ab…'],
    ['abc', 0, '…'],
  ])('cuts %s to %d as %s', (text, most, cut) => {
    expect(clip(text, most)).toBe(cut);
  });
});

describe('codeSpans', () => {
  it.each([
    ['a `b` c', ['a ', '<b>', ' c']],
    ['``a`b`` c', ['<a`b>', ' c']],
    ['`a', ['`a']],
    ['`a``b`', ['<a``b>']],
    ['a``b`c', ['a``b`c']],
    ['', []],
  ])('splits %s', (text, spans) => {
    expect(codeSpans(text).map(({ code, text: part }) => (code ? `<${part}>` : part))).toEqual(
      spans,
    );
  });

  it('takes a time in proportion to the text, however many runs open and never close', () => {
    const runs = Array.from({ length: 2000 }, (_, n) => '`'.repeat((n % 500) + 1)).join(' ');
    expect(codeSpans(runs).length).toBeGreaterThan(0);
  });
});

describe('firstSentence', () => {
  it.each([
    ['Unexpected `a`, expected `b`. See the page.', 'Unexpected `a`, expected `b`.'],
    ['Version 1.2.3 is out, see v1.2. x', 'Version 1.2.3 is out, see v1.2. x'],
    ['Unexpected `a. B`. Then', 'Unexpected `a. B`.'],
    ['One line\nand another', 'One line'],
    ['Done. `x` is', 'Done.'],
    ['', ''],
  ])('of %j is %j', (message, sentence) => {
    expect(firstSentence(message)).toBe(sentence);
  });
});
