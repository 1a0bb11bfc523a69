import { describe, expect, it } from 'vitest';
import { parseRequirement } from './pep508.ts';

const read = (text: string) => {
  const parsed = parseRequirement(text);
  if (!parsed.ok) throw new Error(`${text}: expected ${parsed.expected} at ${parsed.offset}`);
  return parsed.requirement;
};

describe('parseRequirement', () => {
  it('reads every part', () => {
    expect(
      read(
        'Sphinx_RTD.theme [a, b-c] (>=1.0, <2); python_version < "3.9" and (extra == "x" or os_name != \'nt\')',
      ),
    ).toMatchObject({
      name: 'Sphinx_RTD.theme',
      normalizedName: 'sphinx-rtd-theme',
      extras: ['a', 'b-c'],
      specifiers: { clauses: [{ written: '1.0' }, { written: '2' }] },
      url: undefined,
      marker: {
        type: 'and',
        left: {
          type: 'compare',
          left: { type: 'variable', name: 'python_version' },
          operator: '<',
          right: { type: 'string', value: '3.9' },
        },
        right: { type: 'or' },
      },
    });
  });

  it('binds `and` closer than `or`', () => {
    expect(read('a; extra == "1" or extra == "2" and extra == "3"').marker).toMatchObject({
      type: 'or',
      right: { type: 'and' },
    });
  });

  it('reads an address and its marker', () => {
    expect(read('pip @ https://x.test/pip.zip#sha1=da9 ; python_version>"3"')).toMatchObject({
      url: 'https://x.test/pip.zip#sha1=da9',
      marker: { type: 'compare', operator: '>' },
    });
  });

  it.each([
    'A',
    'a.b-c_d',
    'name<=1',
    'name[]',
    'name>=2,<3',
    'a; "linux" in sys_platform',
    "a; sys_platform not in 'x'",
    'a;platform.python_implementation=="CPython"',
    ' a >= 1 ',
  ])('accepts %j', (text) => expect(parseRequirement(text).ok).toBe(true));
});

describe('a text that is no requirement', () => {
  it.each([
    ['', 0, 'a project name'],
    ['-x', 0, 'a project name'],
    ['a b', 2, 'one of the operators'],
    ['a=1.0', 1, 'one of the operators'],
    ['a>=1.x', 3, 'a version (PEP 440)'],
    ['a[x', 3, '`]`'],
    ['a[x y]', 2, 'the name of an extra'],
    ['a(>=1', 5, '`)`'],
    ['a @ ', 4, 'an address'],
    ['a @ file:///x y', 14, '`;` or the end'],
    ['a; python_versio < "3"', 3, 'a marker variable'],
    ['a; python_version', 17, 'a comparison'],
    ['a; python_version < 3', 20, 'a quoted text'],
    ['a; python_version < "3" os_name == "nt"', 24, '`and`, `or` or the end'],
    ['a; (python_version < "3"', 24, '`and`, `or` or `)`'],
    ['a;', 2, 'a marker variable'],
    ['a; python_version not "3"', 22, '`in`'],
    ['a; x == "1', 3, 'a marker variable'],
  ])('says where %j is wrong', (text, offset, expected) => {
    const parsed = parseRequirement(text);
    expect(parsed).toMatchObject({ ok: false, offset });
    expect(!parsed.ok && parsed.expected).toContain(expected);
  });

  it('refuses nesting that no marker has, instead of exhausting the stack', () => {
    const parsed = parseRequirement(`a; ${'('.repeat(100_000)}`);
    expect(parsed).toMatchObject({ ok: false, expected: 'fewer parentheses' });
  });
});
