import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Span } from '../document.ts';
import { type MarkdownOptions, readMarkdown } from './markdown.ts';

const FLAVOURS: readonly MarkdownOptions[] = [
  { flavour: 'github' },
  {
    flavour: 'myst',
    extensions: [
      'colon_fence',
      'deflist',
      'dollarmath',
      'attrs_inline',
      'attrs_block',
      'substitution',
      'linkify',
    ],
  },
  { flavour: 'mkdocs' },
];

// What marks anything in one of the flavours, so that random texts are full of markup.
const TOKENS = [
  ['[', '](', 'b.md', ')', '[a]', '[a]: c', '[b][a]', '![', '\n', '\n', '\n\n', '> ', '- '],
  ['    ', '1. ', '# ', '===', '---', '`', '```\n', '~~~\n', '<b c="d">', '</b>', '<!-- '],
  ['-->', '<https://x.y>', '\\', '*a*', '|', '|-|-|\n', 'word ', '"t"', '(', '<', '>'],
  ['[^1]', '[^1]: ', '&amp;', '\t', '<div>\n', '<pre>', '\r\n', '\r', '{ref}`a <b>`'],
  ['```{note}\n', ':::{figure} a.png\n', ':name: x\n', ':::\n', '(a)=\n', '% c\n', '+++\n'],
  ['{{ a }}', '$', '$$\n', '{#a .b}', ': d', '!!! note "t"\n', '??? x\n', '=== "t"\n'],
  ['--8<-- "f"\n', '{!f!}', '::: a.b\n', '```{eval-rst}\n', '.. _a:\n', ':ref:`x`'],
  ['```{glossary}\n', '```{toctree}\n', 'é\u{1f389}', '---\nmyst:\n', '\0'],
].flat();

const texts = fc
  .array(fc.constantFrom(...TOKENS), { maxLength: 30 })
  .map((parts) => parts.join(''));

function spansOf(document: Document): readonly Span[] {
  const { headings, targets, references, links, files, toctrees, code, directives } = document;
  const { comments, fields, slips, problems } = document;
  return [
    ...[headings, comments, fields, slips, problems].flat().map(({ span }) => span),
    ...targets.flatMap((it) => [it.span, it.nameSpan, it.valueSpan ?? it.span]),
    ...references.flatMap((it) => [it.span, it.targetSpan]),
    ...links.flatMap((it) => [it.span, it.urlSpan]),
    ...files.flatMap((it) => [it.span, it.pathSpan]),
    ...toctrees.flatMap((it) => [
      it.span,
      ...it.entries.flatMap((entry) => [entry.span, entry.targetSpan]),
    ]),
    ...code.flatMap((it) => [it.span, ...it.lines]),
    ...directives.flatMap((it) => [
      it.span,
      it.nameSpan,
      it.argumentSpan,
      it.contentSpan,
      ...it.content,
    ]),
  ];
}

/** Directives that MkDocs writes without their name. */
const UNNAMED = new Set(['mkdocstrings', 'tab', 'note']);

describe.each(FLAVOURS)('readMarkdown of $flavour', (options) => {
  it('never throws, and every span lies within the text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        const document = readMarkdown('x.md', text, options);
        const wrong = spansOf(document).filter(
          ({ start, end }) => !(start >= 0 && start <= end && end <= text.length),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('maps every place to a line and column and back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = readMarkdown('x.md', text, options);
        const lines = document.lines();
        for (const { start } of spansOf(document)) {
          const { line, column } = lines.place(start);
          expect(lines.offset(line, column)).toBe(start);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('shows with each span what the item says', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = readMarkdown('x.md', text, options);
        const at = ({ start, end }: Span): string => text.slice(start, end);
        const plain = (value: string): boolean => !/[\\&\n\r\0]|^\s|\s$/.test(value);
        const said = [
          ...document.references.map((it) => [it.target, at(it.targetSpan)]),
          ...document.directives
            .filter(({ name }) => !UNNAMED.has(name))
            .map((it) => [it.name, at(it.nameSpan)]),
          ...document.files.map((it) => [it.path, at(it.pathSpan)]),
          ...document.targets
            .filter(({ kind }) => kind !== 'object')
            .map((it) => [it.name, at(it.nameSpan)]),
        ].filter(([value, written]) => plain(value ?? '') && plain(written ?? ''));
        expect(said.map(([value]) => value)).toEqual(said.map(([, written]) => written));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps what it found in the order of the text, and parents before their children', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = readMarkdown('x.md', text, options);
        for (const list of [
          document.links,
          document.references,
          document.headings,
          document.targets,
        ]) {
          const starts = list.map(({ span }) => span.start);
          expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        }
        for (const [index, { parent }] of document.directives.entries())
          expect(parent).toBeLessThan(index);
      }),
      { numRuns: 1000 },
    );
  });
});

/** What a reader may look for the end of, each time anew. */
const UNITS = [
  ['[', '![', ']', '[]', '[a](', '[a](<b', '[a](b "', "[a](b '", '*', '*a ', '**a __b '],
  ['`', '`a', '<', '<a ', '<a b="', '<!--', 'x <!-- ', 'x <?', 'x <![CDATA[', '> ', '- '],
  ['1. ', 'http://', 'www.', 'a@', '{', '{a}`', '{{', '{% ', '{#a ', '$', '$$a', '|'],
  ['[a]: b\n', '[a]:\n', '```\n', '~~~a\n', ':::{a}\n', '::: a\n', '\t', '\\', '&'],
  ['!!! a\n', '=== "a"\n', '::: a.', '--8<-- "', '--8<--\n', '{!', '{* a', '(a)=\n'],
  ['% a\n', '+++\n', '[^a]: ', '[^', '[^a]', '<div markdown>\n', '<div>\n\n', '`a <b>`_ '],
  [':a:`b` ', '> a\n', '- - - \n', '\r', '{% include-markdown "a', '```{eval-rst}\n'],
  ['```{glossary}\n', 'a | b\n-|-\n', '<img srcset="a, ', '.. a::\n'],
].flat();

/** Texts that make a careless reader quadratic or overflow its stack, at a size where that would take minutes. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ...UNITS.map((unit) => [unit, unit.repeat(Math.ceil(150_000 / unit.length))] as const),
  ['a heading of marks', `# ${'*a_b ~c'.repeat(20_000)}`],
  ['a heading of code', `# ${'`a` *b '.repeat(20_000)}`],
  ['runs of backquotes', Array.from({ length: 540 }, (_, n) => '`'.repeat(n + 1)).join('a')],
  ['brackets in brackets', '['.repeat(75_000) + ']'.repeat(75_000)],
  ['quotes 10,000 deep', `${'> '.repeat(10_000)}a`],
  ['lists 10,000 deep', `${'- '.repeat(10_000)}a`],
  [
    'lists by indentation',
    Array.from({ length: 1000 }, (_, n) => `${' '.repeat(2 * n)}- a`).join('\n'),
  ],
  [
    'fences in fences',
    `${Array.from({ length: 300 }, (_, n) => `${':'.repeat(303 - n)}{note}`).join('\n')}\na`,
  ],
  [
    'a table of many columns',
    `${'|a'.repeat(20_000)}\n${'|-'.repeat(20_000)}\n${'|a\n'.repeat(20_000)}`,
  ],
  ['parentheses behind an address', `http://a.b/${')'.repeat(150_000)}`],
];

describe.each(FLAVOURS)('readMarkdown of hostile $flavour', (options) => {
  it.each(HOSTILE)('takes linear time for %j', (_, text) => {
    const start = performance.now();
    readMarkdown('x.md', text, options);
    // A second is a hundred times what is needed, and a hundredth of what a quadratic reader takes.
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('reads a line of 10 MB', () => {
    const start = performance.now();
    expect(readMarkdown('x.md', 'a [b](c) `d` '.repeat(800_000), options).links.length).toBe(
      800_000,
    );
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
