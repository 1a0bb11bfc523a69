import { describe, expect, it } from 'vitest';
import {
  canonicalVersion,
  finalOf,
  isCanonical,
  isPlainFinal,
  isPrerelease,
  isVersion,
  parseVersion,
  sameVersion,
  seriesOf,
  versionKey,
} from './pep440.ts';

const read = (text: string) => {
  const version = parseVersion(text);
  if (version === undefined) throw new Error(`${text} is no version`);
  return version;
};

describe('parseVersion', () => {
  it.each([
    ['8.5.0.dev', '8.5.0.dev0'],
    ['0.34.0+dev', '0.34.0+dev'],
    ['3.7rc0.dev0', '3.7rc0.dev0'],
    ['v2.14.0b1', '2.14.0b1'],
    ['1.0.0-alpha.1', '1.0.0a1'],
    ['1.0-1', '1.0.post1'],
    ['1.0.REV', '1.0.post0'],
    ['01.002', '1.2'],
    ['2!1.0', '2!1.0'],
    ['1.0+Ubuntu-01', '1.0+ubuntu.1'],
    [' 1.0\n', '1.0'],
    ['24.7.0', '24.7.0'],
  ])('normalises %j to %j', (written, canonical) => {
    expect(canonicalVersion(written)).toBe(canonical);
    expect(canonicalVersion(canonical)).toBe(canonical);
    expect(isCanonical(canonical)).toBe(true);
  });

  it.each(['', 'list', '8.1.x', '1.0.0-beta-final', 'v.5.2.0', 'rel_2_0_52', '1..0', '{version}'])(
    'says that %j is no version',
    (text) => expect(isVersion(text)).toBe(false),
  );

  it('answers at once for a text of a million digits', () => {
    expect(parseVersion('1'.repeat(1_000_000))).toBeUndefined();
    expect(parseVersion(`${' '.repeat(1_000_000)}x`)).toBeUndefined();
  });
});

describe('what kind of version it is', () => {
  it.each([
    ['1.0', false, true],
    ['1.0.post1', false, false],
    ['1.0a1', true, false],
    ['1.0.dev0', true, false],
    ['1.0.post1.dev2', true, false],
    ['1.0+local', false, false],
  ])('%s: pre-release %s, plain final %s', (text, pre, final) => {
    expect(isPrerelease(read(text))).toBe(pre);
    expect(isPlainFinal(read(text))).toBe(final);
  });

  it.each([
    ['8.1.3', 2, '8.1', '8.1.3'],
    ['8', 2, '8.0', '8'],
    ['8.1.3rc1', 1, '8', '8.1.3'],
    ['1!8.1', 2, '1!8.1', '1!8.1'],
  ])('%s: its series of %d parts is %s, its final %s', (text, parts, series, final) => {
    expect(seriesOf(read(text), parts)).toBe(series);
    expect(finalOf(read(text))).toBe(final);
  });
});

describe('sameVersion', () => {
  it.each([
    ['1.0', 'v1.0.0', true],
    ['0.4.0-alpha.1', '0.4.0a1', true],
    ['22.1.0', '2022.1.0', false],
    ['1.0', '1.0+x', false],
    ['nonsense', 'nonsense', false],
  ])('%s and %s: %s', (a, b, same) => expect(sameVersion(a, b)).toBe(same));
});

it.each([
  [['1.0', '1.0.0', 'v1', '01.0'], true],
  [['1.0rc1', '1c1', '1.0.0-rc.1'], true],
  [['0', '0.0'], true],
  [['1.0', '1.0.1'], false],
  [['1.0', '10'], false],
  [['1!1.0', '1.0'], false],
  [['1.0+a', '1.0'], false],
])('keys %j: the same is %s', (texts, same) => {
  const keys = texts.map((text) => parseVersion(text)).map((it) => it && versionKey(it));
  expect(new Set(keys).size === 1).toBe(same);
});
