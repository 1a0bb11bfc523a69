import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineIndex } from './line-index.ts';
import type { Range } from './place.ts';
import { tomlDocument } from './toml.ts';
import { tomlValue } from './toml-node.ts';

const TEXT = `title = 'é😀' # a comment
[project]
name = "attrs"
version = """\\
  1.2"""
authors = [{ name = "H", email = "h@x" }]
urls.Docs = "https://example.org/#\\u00e9"
"quoted key".x = 1
[tool.towncrier]
directory = "changelog.d"
wrap = true
[[tool.towncrier.type]]
name = "Fixed"
[[tool.towncrier.type]]
name = "Added"
[tool.towncrier.type.deep]
when = 2026-01-02
rate = 1.5
`;

const slice = (text: string, range: Range): string => {
  const index = lineIndex('', text);
  return text.slice(
    index.offset(range.line, range.column),
    index.offset(range.endLine, range.endColumn),
  );
};

describe('tomlDocument', () => {
  const document = tomlDocument('pyproject.toml', TEXT);

  it.each([
    [['title'], 'é😀', 'title', "'é😀'"],
    [['project', 'name'], 'attrs', 'name', '"attrs"'],
    [['project', 'version'], '1.2', 'version', '"""\\\n  1.2"""'],
    [
      ['project', 'urls', 'Docs'],
      'https://example.org/#é',
      'Docs',
      '"https://example.org/#\\u00e9"',
    ],
    [['project', 'quoted key', 'x'], 1, 'x', '1'],
    [['tool', 'towncrier', 'directory'], 'changelog.d', 'directory', '"changelog.d"'],
    [['tool', 'towncrier', 'type', 1, 'name'], 'Added', 'name', '"Added"'],
    [['tool', 'towncrier', 'type', 1, 'deep', 'when'], '2026-01-02', 'when', '2026-01-02'],
    [['tool', 'towncrier', 'type', 1, 'deep', 'rate'], 1.5, 'rate', '1.5'],
    [['project', 'authors', 0, 'email'], 'h@x', 'email', '"h@x"'],
  ])('gives the value and the places of %j', (keys, value, key, written) => {
    const entry = document.entry(...keys);
    expect(entry && tomlValue(entry.value)).toEqual(value);
    expect(entry && slice(TEXT, entry.keyRange)).toBe(key);
    expect(entry && slice(TEXT, entry.value.range)).toBe(written);
  });

  it('marks the text between the quotes, and whether it is the value itself', () => {
    const name = document.get('project', 'name');
    const docs = document.get('project', 'urls', 'Docs');
    expect(name?.type === 'string' && slice(TEXT, name.content)).toBe('attrs');
    expect(name).toMatchObject({ escaped: false });
    expect(docs).toMatchObject({ escaped: true });
  });

  it('keeps how a number was written', () => {
    expect(tomlDocument('x.toml', 'version = 1.0').get('version')).toMatchObject({
      type: 'float',
      value: 1,
      written: '1.0',
    });
  });

  it('gives a header as the place of its table', () => {
    const table = document.entry('tool', 'towncrier');
    expect(table && slice(TEXT, table.keyRange)).toBe('towncrier');
    expect(table?.keyRange).toMatchObject({ path: 'pyproject.toml', line: 9, column: 7 });
  });

  it.each([[['nothing']], [['project', 'name', 'deeper']], [['tool', 'towncrier', 'type', 7]]])(
    'gives undefined for %j',
    (keys) => expect(document.get(...keys)).toBeUndefined(),
  );

  it.each([
    ['[project\nname = "x"', 2, 1, 'the key, equals sign'],
    ['version = 1.2.3\n', 1, 14, 'Unexpected `.`'],
    ['a = 1\na = 2\n', 2, 1, 'multiple times'],
    ['a = "b', 1, 7, 'end of the file'],
    ['PK\u0003\u0004\0\0', 1, 3, 'binary'],
    [`a = ${'['.repeat(9000)}`, 1, 9005, 'end of the file'],
  ])('says where %j is broken', (text, line, column, words) => {
    const broken = tomlDocument('pyproject.toml', text);
    expect(broken.ok).toBe(false);
    expect(broken.problems).toMatchObject([{ place: { path: 'pyproject.toml', line, column } }]);
    expect(broken.problems[0]?.message).toContain(words);
    expect(broken.get('project')).toBeUndefined();
  });
});

describe('any TOML text', () => {
  it('never makes the reader throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const read = tomlDocument('x.toml', text);
        expect(read.ok).toBe(read.problems.length === 0);
      }),
    );
  });

  it('reads back what was written, by key and by place', () => {
    const word = fc.stringMatching(/^[a-z0-9_-]{1,8}$/);
    const table = fc.dictionary(word, fc.dictionary(word, fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(table, (tables) => {
        const text = Object.entries(tables)
          .map(
            ([name, pairs]) =>
              `[${name}]\n${Object.entries(pairs)
                .map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`)
                .join('')}`,
          )
          .join('');
        // JSON does not escape DEL, TOML does.
        fc.pre(!text.includes('\u007f'));
        const read = tomlDocument('x.toml', text);
        expect(tomlValue(read.root)).toEqual({ ...tables });
        for (const [name, pairs] of Object.entries(tables))
          for (const [key, value] of Object.entries(pairs)) {
            const entry = read.entry(name, key);
            expect(entry && slice(text, entry.value.range)).toBe(JSON.stringify(value));
          }
      }),
    );
  });
});
