import { describe, expect, it } from 'vitest';
import { type Document, type Span, codeOffset, codeText } from '../document.ts';
import { readRst } from './read-rst.ts';

const read = (...lines: readonly string[]): Document => readRst('a.rst', lines.join('\n'));

/** `line:column text`, as an editor would show it. */
const shown = (document: Document, span: Span): string => {
  const place = document.lines().place(span.start);
  return `${place.line}:${place.column} ${document.text.slice(span.start, span.end)}`;
};

const references = (document: Document): readonly string[] =>
  document.references.map(({ kind, role, target, title }) =>
    [kind, role, target, title ?? ''].filter(Boolean).join(' | '),
  );

describe('inline markup', () => {
  it.each([
    [':ref:`x`', ['role | ref | x']],
    ['`x`:ref:', ['role | ref | x']],
    [':py:class:`~a.B`', ['role | py:class | a.B']],
    [':ref:`a title <x>`', ['role | ref | x | a title']],
    [':ref:`a\ntitle\n<x>`', ['role | ref | x | a title']],
    [':doc:`!x`', ['role | doc | x']],
    ['a:ref:`x`', ['default-role | x']],
    ['``a``:code:`b`', ['role | code | b']],
    [String.raw`a\ :code:${'`x`'}\ b`, ['role | code | x']],
    [String.raw`\:ref:${'`x`'}`, ['default-role | x']],
    ['`x`', ['default-role | x']],
    ['(`x`)', ['default-role | x']],
    ["'`' `x`", ['default-role | x']],
    ['` x`', []],
    ['`x `', []],
    ['x_', ['named | x']],
    ['foo-bar.baz_', ['named | foo-bar.baz']],
    ['a--b_', ['named | b']],
    ['__init__', []],
    ['a_b', []],
    ['x__', ['anonymous | x']],
    ['`a b`_', ['named | a b']],
    ['`a b`__', ['anonymous | a b']],
    ['`a <b_>`_', ['named | b | a']],
    ['|x|', ['substitution | x']],
    ['|x|_', ['substitution | x', 'named | x']],
    ['||', []],
    ['[1]_ [#]_ [#a]_ [*]_', ['footnote | 1', 'footnote | #', 'footnote | #a', 'footnote | *']],
    ['[CIT2002]_', ['citation | CIT2002']],
    ['*a :ref:`x` b*', []],
    ['``:ref:`x```', []],
    ['`a`:b:`c`', ['default-role | a', 'role | b | c']],
  ])('reads %j', (text, expected) => {
    expect(references(read(text))).toEqual(expected);
  });

  it.each([
    ['http://a.b/(c) x', ['http://a.b/(c']],
    ['<http://x.y/z.>', ['http://x.y/z.']],
    ['foo:bar http://x.y', []],
    ['see me@x.org.', ['me@x.org']],
    ['https://a.b/c?d=e#f, x', ['https://a.b/c?d=e#f']],
    [String.raw`http://a.b/c\_d`, ['http://a.b/c_d']],
    ['xhttp:', []],
    ['`a <https://x.y/z>`_', ['https://x.y/z']],
    ['`<https://x.y/\nz>`__', ['https://x.y/z']],
  ])('finds the links of %j', (text, expected) => {
    expect(read(text).links.map(({ url }) => url)).toEqual(expected);
  });

  it('gives the place of a role, of its target and of a link in the middle of nested blocks', () => {
    const document = read(
      '* a',
      '',
      '  .. note::',
      '',
      '     see',
      '     :ref:`t <x>` and',
      '     `l <u>`_',
    );
    const [reference] = document.references;
    const [link] = document.links;
    expect(reference && shown(document, reference.span)).toBe('6:6 :ref:`t <x>`');
    expect(reference && shown(document, reference.targetSpan)).toBe('6:15 x');
    expect(link && shown(document, link.urlSpan)).toBe('7:10 u');
  });

  it('maps columns back through tabs', () => {
    const document = read('* a', '', '\t.. note::', '', '\t\tsee\t:ref:`x`');
    expect(document.references.map(({ span }) => shown(document, span))).toEqual(['5:7 :ref:`x`']);
  });

  it.each([
    ['see :ref: `x` here', 'role-space', 'ref', ':ref: `x`'],
    ['see `a <https://x.y/>` here', 'missing-underscore', 'https://x.y/', '`a <https://x.y/>`'],
    ['see [a](https://x.y/) here', 'markdown-link', 'https://x.y/', '[a](https://x.y/)'],
    ['.. note: hello', 'single-colon', 'note', '.. note: hello'],
  ])('notes that %j is no markup', (text, kind, name, span) => {
    const document = read(text);
    expect(
      document.slips.map((slip) => ({
        ...slip,
        span: document.text.slice(slip.span.start, slip.span.end),
      })),
    ).toEqual([{ kind, name, span }]);
  });
});

describe('sections and labels', () => {
  it('levels titles by the order of their styles', () => {
    const document = read('A', '=', '', 'B', '-', '', '====', ' C', '====', '', 'D', '-');
    expect(document.headings.map(({ level, text }) => `${level} ${text}`)).toEqual([
      '1 A',
      '2 B',
      '3 C',
      '2 D',
    ]);
  });

  it.each([
    ['a title below its label', ['.. _x:', '', 'A', '='], { heading: 0 }],
    ['a title below two labels', ['.. _x:', '.. _y:', '', 'A', '='], { heading: 0 }],
    ['a figure', ['.. _x:', '', '.. figure:: a.png', '', '   Cap'], { caption: 'Cap' }],
    [
      'a code block with a caption',
      ['.. _x:', '', '.. code-block:: c', '   :caption: Cap'],
      { caption: 'Cap' },
    ],
    ['text', ['.. _x:', '', 'A paragraph.'], { untitled: true }],
    ['a directive that is not known', ['.. _x:', '', '.. thing:: a'], {}],
  ])('knows what a label stands before: %s', (_name, lines, expected) => {
    const [label] = read(...lines).targets;
    const { heading, caption, untitled } = label ?? {};
    expect(JSON.parse(JSON.stringify({ heading, caption, untitled }))).toEqual(expected);
  });

  it('takes text below a short underline for a paragraph, and drops a title inside a list', () => {
    expect(read('long title', '--', '').headings).toEqual([]);
    expect(read('* x', '', '  Title', '  =====').headings).toEqual([]);
  });

  it('makes sections of the titles of `only`, and none of those of other directives', () => {
    const document = read(
      'A',
      '=',
      '',
      '.. only:: html',
      '',
      '   B',
      '   -',
      '',
      '.. py:class:: C',
      '',
      '   D',
      '   =',
    );
    expect(
      document.headings.map(({ text, level, section }) => `${text} ${level} ${section}`),
    ).toEqual(['A 1 true', 'B 2 true', 'D 1 false']);
  });
});

describe('explicit markup', () => {
  const targets = (document: Document): readonly string[] =>
    document.targets.map(({ kind, name, value }) => [kind, name, value ?? ''].join(' | '));

  it.each([
    ['.. _a: http://x.y/\n   z', 'uri | a | http://x.y/z'],
    ['.. _a b: c_', 'alias | a b | c_'],
    ['.. _`a: b`: `c d`_', 'alias | a: b | c d_'],
    [String.raw`.. _a\: b: u`, 'uri | a: b | u'],
    ['.. __: u', 'anonymous |  | u'],
    ['__ u', 'anonymous |  | u'],
    ['__ u_', 'anonymous |  | u_'],
    ['.. [1] text', 'footnote | 1 | '],
    ['.. [#a] text', 'footnote | #a | '],
    ['.. [CIT] text', 'citation | CIT | '],
    ['.. |s| replace:: x', 'substitution | s | replace:: x'],
    ['_`in line`', 'inline | in line | '],
  ])('reads the target of %j', (text, expected) => {
    expect(targets(read(text))).toEqual([expected]);
  });

  it('takes the block below a comment with it, but not below an empty one', () => {
    expect(read('.. a comment', '', '   :ref:`x`').references).toEqual([]);
    expect(read('..', '', '   :ref:`x`').references).toHaveLength(1);
  });

  it('knows objects by their full names', () => {
    const document = read(
      '.. py:module:: m',
      '',
      '.. py:class:: Foo(Bar)',
      '',
      '   .. py:method:: bar(self)',
      '                  baz()',
      '',
      '.. program:: p',
      '',
      '.. option:: -v, --verbose',
      '',
      '.. envvar:: HOME',
      '',
      '.. glossary::',
      '',
      '   one',
      '   two : key',
      '     Both.',
    );
    expect(targets(document)).toEqual([
      'object | m | ',
      'object | m.Foo | ',
      'object | m.Foo.bar | ',
      'object | m.Foo.baz | ',
      'option | -v | p',
      'option | --verbose | p',
      'envvar | HOME | ',
      'term | one | ',
      'term | two | ',
    ]);
  });

  it('reads toctrees with their titles and options', () => {
    const document = read(
      '.. toctree::',
      '   :glob:',
      '',
      '   a',
      '   Title <b/c>',
      '   api/*',
      '   https://x.y',
    );
    const [toctree] = document.toctrees;
    expect(toctree?.options.map(({ name }) => name)).toEqual(['glob']);
    expect(
      toctree?.entries.map(({ target, title, targetSpan }) => [
        target,
        title,
        shown(document, targetSpan),
      ]),
    ).toEqual([
      ['a', undefined, '4:4 a'],
      ['b/c', 'Title', '5:11 b/c'],
      ['api/*', undefined, '6:4 api/*'],
      ['https://x.y', undefined, '7:4 https://x.y'],
    ]);
  });

  it('reads files, and the targets of images', () => {
    const document = read(
      '.. image:: a.png',
      '   :target: x_',
      '',
      '.. figure:: b.png',
      '   :target: https://x.y',
      '',
      '.. include:: c.txt',
      '',
      '.. literalinclude:: d.py',
      '',
      ':download:`e <f.zip>`',
    );
    expect(
      document.files.map(({ kind, pathSpan }) => `${kind} ${shown(document, pathSpan)}`),
    ).toEqual([
      'image 1:12 a.png',
      'image 4:13 b.png',
      'include 7:14 c.txt',
      'literalinclude 9:21 d.py',
      'download 11:15 f.zip',
    ]);
    expect(document.links.map(({ url }) => url)).toEqual(['https://x.y']);
    expect(references(document)[0]).toBe('named | x');
  });

  it('tells code from text and maps its offsets back', () => {
    const document = read(
      '* Say::',
      '',
      '    a',
      '      b',
      '',
      '.. code-block:: python',
      '',
      '   c',
      '',
      '>>> d',
      'e',
    );
    expect(
      document.code.map((block) => [block.origin, block.language, codeText(document, block)]),
    ).toEqual([
      ['literal', '', 'a\n  b'],
      ['directive', 'python', 'c'],
      ['doctest', 'pycon', '>>> d\ne'],
    ]);
    const [block] = document.code;
    expect(block && document.text.charAt(codeOffset(block, 4))).toBe('b');
  });

  it('drops what docutils drops, and says so', () => {
    const document = read(
      '.. image:: a.png',
      '   :alt: b',
      '   text',
      '',
      '+---+',
      '| :ref:`x` |',
      '+---+',
    );
    expect(document.directives).toEqual([]);
    expect(document.references).toEqual([]);
    expect(document.problems.map(({ kind }) => kind)).toEqual([
      'invalid-directive',
      'malformed-table',
    ]);
  });
});

describe('tables', () => {
  it.each([
    [
      [
        '+----------+---+',
        '| :ref:`a` | b |',
        '+----------+---+',
        '| ⭐       | c |',
        '|     `d`  | e |',
        '+----------+---+',
      ],
      ['2:3', '5:7'],
    ],
    [['=====  ====', ':a:`b`  c_', '=====  ===='], []],
    [
      ['======  ====', ':a:`b`  c_', '\u00a0       - d_', '======  ===='],
      ['2:1', '2:9', '3:11'],
    ],
  ])('reads the cells of %j at their places', (lines, expected) => {
    const document = read(...lines);
    expect(document.references.map(({ span }) => shown(document, span).split(' ')[0])).toEqual(
      expected,
    );
  });

  it('reads the cells of a csv-table, quotes and all', () => {
    const document = read(
      '.. csv-table::',
      '',
      '   a, ":ref:`x`", b',
      '   "say ""hi"" :ref:`y`",`z`',
    );
    expect(document.references.map(({ span }) => shown(document, span))).toEqual([
      '3:8 :ref:`x`',
      '4:16 :ref:`y`',
      '4:26 `z`',
    ]);
  });
});

it('tells the fields of the document from those further down', () => {
  const document = read(
    '.. comment',
    '',
    ':orphan:',
    ':tocdepth: 2',
    '',
    'Title',
    '=====',
    '',
    'text',
    '',
    ':a: b',
  );
  expect(document.fields.map(({ name, value, top }) => [name, value, top])).toEqual([
    ['orphan', '', true],
    ['tocdepth', '2', true],
    ['a', 'b', false],
  ]);
});
