import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVersion } from './pep440.ts';
import {
  parseTagFormat,
  precedingTag,
  surveyTags,
  tagBearsName,
  tagFor,
  versionOfTag,
} from './tag-shape.ts';

const shapeOf = (format: string) => {
  const parsed = parseTagFormat(format);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.shape;
};

describe('surveyTags', () => {
  it.each<[string, string, string[], string, string, string[]]>([
    ['aiohttp', 'v{version}', ['v3.14.2', 'v3.14.3', 'v4.0.0a1'], 'v4.0.0a1', 'tags', []],
    [
      'flask',
      '{version}',
      ['2.3.x', '3.1.3', '0.1', 'list', '3.1.x'],
      '3.1.3',
      'tags',
      ['2.3.x', 'list', '3.1.x'],
    ],
    [
      'hatch',
      'hatch-v{version}',
      ['hatch-v1.18.0', 'hatchling-v1.33.0', 'hatch-v1.9.3', 'v1.0.0', 'v0.9'],
      'hatch-v1.18.0',
      'tags',
      ['hatchling-v1.33.0', 'v1.0.0', 'v0.9'],
    ],
    [
      'hatchling',
      'hatchling-v{version}',
      ['hatch-v1.18.0', 'hatchling-v1.33.0', 'v2.0.0', 'v1.0'],
      'hatchling-v1.33.0',
      'tags',
      ['hatch-v1.18.0', 'v2.0.0', 'v1.0'],
    ],
    [
      'SQLAlchemy',
      'rel_{version}',
      ['rel_2_0_52', 'rel_2_1_0b3', 'rel_0_1_0'],
      'rel_2_1_0b3',
      'tags',
      [],
    ],
    [
      'networkx',
      'networkx-{version}',
      ['networkx-3.6', 'networkx-3.6.1', 'networkx-3.7rc0'],
      'networkx-3.7rc0',
      'tags',
      [],
    ],
    [
      'Twisted',
      'twisted-{version}',
      ['twisted-24.7.0', 'twisted-8.0.1'],
      'twisted-24.7.0',
      'tags',
      [],
    ],
    [
      'rich',
      'v{version}',
      ['v14.3.3', 'v.5.2.0', 'v14.3.2', 'v5.2.1'],
      'v14.3.3',
      'tags',
      ['v.5.2.0'],
    ],
    [
      'rich',
      'v{version}',
      ['v4.3.3', 'v.5.2.0', ...Array.from({ length: 20 }, (_, n) => `v4.0.${n}`)],
      'v4.3.3',
      'guess',
      ['v.5.2.0'],
    ],
    [
      'pydantic',
      'v{version}',
      ['v2.13.4', 'core-v2.48.0', 'core-v2.47.0', 'v2.13.3'],
      'v2.13.4',
      'tags',
      ['core-v2.48.0', 'core-v2.47.0'],
    ],
    [
      'pydantic-core',
      'core-v{version}',
      ['v2.13.4', 'core-v2.48.0', 'core-v2.47.0'],
      'core-v2.48.0',
      'tags',
      ['v2.13.4'],
    ],
    [
      'hypothesis',
      'v{version}',
      ['v6.165.10', 'v6.165.9', 'hypothesis-python-6.150.0', 'hypothesis-ruby-0.1.0'],
      'v6.165.10',
      'tags',
      ['hypothesis-python-6.150.0', 'hypothesis-ruby-0.1.0'],
    ],
    [
      'coverage',
      '{version}',
      ['7.11.3', '7.11.2', 'coverage-4.5', 'coverage-4.4'],
      '7.11.3',
      'tags',
      ['coverage-4.5', 'coverage-4.4'],
    ],
    [
      'setuptools',
      'v{version}',
      ['0.6', '0.7', 'v84.0.0', 'v83.0.0'],
      'v84.0.0',
      'tags',
      ['0.6', '0.7'],
    ],
    [
      'numpy',
      'v{version}',
      ['v2.6.0.dev0', 'v2.5.2', 'with_maskna'],
      'v2.6.0.dev0',
      'tags',
      ['with_maskna'],
    ],
    ['dask', '{version}', ['2026.7.1', '2025.9.2', 'v0.1'], '2026.7.1', 'tags', ['v0.1']],
    [
      'langchain-core',
      'langchain-core=={version}',
      ['v0.3.20', 'v0.3.19', 'langchain-core==0.3.1', 'langchain-openai==0.2.0'],
      'langchain-core==0.3.1',
      'tags',
      ['v0.3.20', 'v0.3.19', 'langchain-openai==0.2.0'],
    ],
    [
      'name',
      '@scope/name@{version}',
      ['@scope/name@1.0.0', '@scope/other@3.0.0'],
      '@scope/name@1.0.0',
      'tags',
      ['@scope/other@3.0.0'],
    ],
    ['x', 'release/{version}', ['release/1.0', 'release/1.1'], 'release/1.1', 'tags', []],
    ['y', 'other-{version}', ['other-1.0', 'other-1.1'], 'other-1.1', 'tags', []],
  ])('%s: %s', (name, format, tags, first, from, strangers) => {
    const found = surveyTags(tags, name);
    expect(found.shape?.format).toBe(format);
    expect(found.tags[0]?.name).toBe(first);
    expect(found.from).toBe(from);
    expect(found.strangers).toEqual(strangers);
  });

  it.each([[[]], [['list', '8.1.x', 'nightly']], [[`${'v'.repeat(5000)}1.0`]]])(
    'finds no shape in %j',
    (tags) => {
      expect(surveyTags(tags, 'x')).toEqual({
        shape: undefined,
        from: 'nothing',
        tags: [],
        strangers: tags,
      });
    },
  );

  it('follows the format that the user gives, and finds its separator', () => {
    const found = surveyTags(['rel_1_2', 'v1.3', 'rel_1_3b1'], 'x', shapeOf('rel_{version}'));
    expect(found).toMatchObject({ from: 'format', shape: { separator: '_' }, strangers: ['v1.3'] });
    expect(found.tags.map(({ text }) => text)).toEqual(['1.3b1', '1.2']);
    expect(surveyTags([], 'x', shapeOf('v{version}'))).toMatchObject({ from: 'format', tags: [] });
  });
});

describe('parseTagFormat', () => {
  it.each(['v', '{version}{version}', ''])('refuses %j', (format) => {
    const parsed = parseTagFormat(format);
    expect(!parsed.ok && parsed.message).toContain('expected `{version}` in it once');
  });
});

describe('versionOfTag', () => {
  it.each([
    ['v{version}', 'v1.2.3', '1.2.3'],
    ['v{version}', 'v1.2.3-rc.1', '1.2.3-rc.1'],
    ['v{version}', 'vv1.2.3', undefined],
    ['v{version}', '1.2.3', undefined],
    ['{version}', 'v1.2.3', undefined],
    ['{version}', '8.1.x', undefined],
    ['v{version}-final', 'v1.2.3-final', '1.2.3'],
    ['aa{version}aa', 'aa', undefined],
  ])('in %s, %s holds %s', (format, tag, version) => {
    expect(versionOfTag(tag, shapeOf(format))).toBe(version);
  });
});

describe('any tags', () => {
  it('gives back the version that a tag was made of', () => {
    const number = fc.nat({ max: 3000 });
    const version = fc
      .tuple(
        fc.array(number, { minLength: 2, maxLength: 4 }),
        fc.constantFrom('', 'a1', 'rc2', '.post1', '.dev0'),
      )
      .map(([numbers, tail]) => numbers.join('.') + tail);
    const prefix = fc.constantFrom('v', '', 'name-', 'name-v', 'rel_', 'release/', 'v.');
    fc.assert(
      fc.property(version, prefix, fc.boolean(), (text, start, underscores) => {
        const shape = {
          ...shapeOf(`${start}{version}`),
          separator: underscores ? ('_' as const) : ('.' as const),
        };
        const tag = tagFor(text, shape);
        expect(versionOfTag(tag, shape)).toBe(text);
        expect(surveyTags([tag], 'name').tags.map((found) => found.text)).toEqual([text]);
      }),
    );
  });

  it('sorts every tag once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('v', '1', '.', '-', '_', 'a', '0') })),
        (tags) => {
          const found = surveyTags(tags, 'a');
          expect([...found.tags.map(({ name }) => name), ...found.strangers].toSorted()).toEqual(
            tags.toSorted(),
          );
        },
      ),
    );
  });

  it('gives the tag that a version follows, in its own series', () => {
    const { tags } = surveyTags(['1.0', '2.0', '1.1', '2.1rc1'], 'x');
    const after = (text: string): string | undefined => {
      const version = parseVersion(text);
      return version && precedingTag(tags, version)?.name;
    };
    expect([after('1.2'), after('2.1'), after('1.0'), after('0.1')]).toEqual([
      '1.1',
      '2.1rc1',
      undefined,
      undefined,
    ]);
  });
});

it.each<[string, string, boolean]>([
  ['hatch-v1.18.0', 'hatch', true],
  ['hatchling-v1.33.0', 'hatch', false],
  ['my_pkg==1.0', 'My.Pkg', true],
  ['my-pkg/1.0', 'my_pkg', true],
  ['v1.0', 'hatch', false],
  ['-v1.0', '', false],
])('whether %s bears the name %s: %s', (tag, name, expected) => {
  expect(tagBearsName(tag, name)).toBe(expected);
});
