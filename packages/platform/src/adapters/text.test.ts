import { describe, expect, it } from 'vitest';
import { decodeText, hasByteOrderMark } from './text.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

describe('decodeText', () => {
  it.each([
    ['plain text', bytes(0x61, 0x0a), 'a\n'],
    ['an empty file', bytes(), ''],
    ['letters beyond ASCII', new TextEncoder().encode('é漢😀'), 'é漢😀'],
    ['a byte order mark, which it drops', bytes(0xef, 0xbb, 0xbf, 0x61), 'a'],
    ['a replacement character that was written as such', bytes(0xef, 0xbf, 0xbd), '\ufffd'],
  ])('reads %s', (_, given, text) => {
    expect(decodeText(given)).toBe(text);
  });

  it.each([
    ['a NUL', bytes(0x61, 0, 0x62)],
    ['Latin-1', bytes(0x63, 0x61, 0x66, 0xe9)],
    ['a sequence that is cut off', bytes(0xe2, 0x82)],
    ['an overlong form', bytes(0xc0, 0xaf)],
    ['a surrogate', bytes(0xed, 0xa0, 0x80)],
    ['UTF-16', bytes(0xff, 0xfe, 0x61, 0x00)],
  ])('takes %s for no text', (_, given) => {
    expect(decodeText(given)).toBeUndefined();
  });
});

describe('hasByteOrderMark', () => {
  it.each([
    [bytes(0xef, 0xbb, 0xbf), true],
    [bytes(0xef, 0xbb), false],
    [bytes(), false],
  ])('of %s is %s', (given, expected) => {
    expect(hasByteOrderMark(given)).toBe(expected);
  });
});
