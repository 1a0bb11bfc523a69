import { describe, expect, it } from 'vitest';
import { contradiction, parseSpecifiers, type SpecifierSet } from './specifiers.ts';

const set = (text: string): SpecifierSet => {
  const parsed = parseSpecifiers(text);
  if (!parsed.ok) throw new Error(`${text}: expected ${parsed.expected}`);
  return parsed.set;
};

describe('parseSpecifiers', () => {
  it('gives each clause with its offsets', () => {
    expect(set('>= 3.9, !=3.10.*,<4').clauses).toMatchObject([
      { operator: '>=', written: '3.9', prefix: false, start: 0, end: 6 },
      { operator: '!=', written: '3.10', prefix: true, start: 8, end: 16 },
      { operator: '<', written: '4', prefix: false, start: 17, end: 19 },
    ]);
  });

  it.each(['', ' ', '>=1,', '===anything-at-all'])('reads %j', (text) =>
    expect(parseSpecifiers(text).ok).toBe(true),
  );

  it.each([
    ['3.9', 0, 'one of the operators'],
    ['>=3.9 <4', 2, 'a version (PEP 440)'],
    ['>=3.8,,<4', 6, 'a version specifier'],
    ['>=3.*', 2, 'without `.*`'],
    ['~=3', 2, 'two parts'],
    ['>=3.9, => 4', 7, 'one of the operators'],
    ['>=', 2, 'a version'],
  ])('says where %j is wrong', (text, offset, expected) => {
    const parsed = parseSpecifiers(text);
    expect(parsed).toMatchObject({ ok: false, offset });
    expect(!parsed.ok && parsed.expected).toContain(expected);
  });
});

describe('contradiction', () => {
  it.each([
    '>=3,<2',
    '>3,<3',
    '>=3,<3',
    '==1.0,>=2',
    '==1.*,>=2',
    '~=1.2,<1.2',
    '==1,==2',
    '>3,<=3',
  ])('finds that nothing satisfies %s', (text) => expect(contradiction(set(text))).toBeDefined());

  it.each([
    '',
    '>=3',
    '>=3,<4',
    '>=3,<=3',
    '==1.*,>=1.9',
    '~=1.4.5,<1.5',
    '==1.0,==1.0.0',
    '!=3,>=3',
    '>=1,<1.0.1',
  ])('leaves %j alone', (text) => expect(contradiction(set(text))).toBeUndefined());

  it('names the two clauses', () => {
    expect(contradiction(set('>=3,!=9,<2'))?.map(({ written }) => written)).toEqual(['3', '2']);
  });
});
