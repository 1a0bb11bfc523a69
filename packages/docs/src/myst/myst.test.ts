import { describe, expect, it } from 'vitest';
import type { Document, Span } from '../document.ts';
import { readMarkdown } from '../markdown/markdown.ts';

const read = (text: string, ...extensions: readonly string[]): Document =>
  readMarkdown('x.md', text, { flavour: 'myst', extensions });
const at = (document: Document, { start, end }: Span): string => document.text.slice(start, end);

describe('roles', () => {
  it.each<[string, string, string, string, string | undefined]>([
    ['plain', '{ref}`a`', 'ref', 'a', undefined],
    ['with a title', '{doc}`A b <c/d>`', 'doc', 'c/d', 'A b'],
    ['over two lines', '{ref}`A\nb <c>`', 'ref', 'c', 'A\nb'],
    ['of a domain', '{py:class}`~a.B`', 'py:class', 'a.B', undefined],
    ['of an inventory', '{external+py:doc}`a`', 'external+py:doc', 'a', undefined],
    ['in more backquotes', '{code}``a`b``', 'code', 'a`b', undefined],
    ['in a table', '| a |\n|--|\n| {ref}`b` |', 'ref', 'b', undefined],
    ['in a link', '[{ref}`a`](b)', 'ref', 'a', undefined],
  ])('reads a role: %s', (_, text, role, target, title) => {
    const document = read(text);
    expect(document.references).toMatchObject([
      { kind: 'role', role, target, ...(title === undefined ? {} : { title }) },
    ]);
    expect(document.references.map(({ targetSpan }) => at(document, targetSpan))).toEqual([target]);
  });

  it.each(['\\{ref}`a`', '`{ref}`', '{ref} `a`', '{a b}`c`', '{ref}`a'])(
    'reads no role in %j',
    (text) => {
      expect(read(text).references).toEqual([]);
    },
  );

  it('knows a suppressed reference and a download', () => {
    const document = read('{class}`!A` {download}`b <c.zip>`');
    expect(document.references.map(({ target, suppressed }) => [target, suppressed])).toEqual([
      ['A', true],
      ['c.zip', undefined],
    ]);
    expect(document.files.map(({ kind, path }) => [kind, path])).toEqual([['download', 'c.zip']]);
  });

  it('shows of a role in a title what a reader sees', () => {
    expect(read('# A {class}`~b.C` {ref}`D <e>`').headings[0]?.text).toBe('A C D');
  });
});

describe('directives', () => {
  it.each([
    ['backquotes', '```{note}\n[a](b.md)\n```'],
    ['colons', ':::{note}\n[a](b.md)\n:::'],
    ['a title', ':::{admonition} [a](b.md)\nc\n:::'],
    ['text on the first line', ':::{note} [a](b.md)\n:::'],
    ['a version', ':::{versionadded} 1.0 [a](b.md)\n:::'],
    ['a fence in a fence', '::::{grid} 2\n:::{card}\n[a](b.md)\n:::\n::::'],
    ['a fence in a list', '- x\n\n  :::{note}\n  [a](b.md)\n  :::'],
    ['options', ':::{note}\n:class: x\n:name: y\n\n[a](b.md)\n:::'],
    ['options in YAML', ':::{note}\n---\nclass: x\nname: "y"\n---\n[a](b.md)\n:::'],
    ['an unknown name', ':::{frobnicate} x\n[a](b.md)\n:::'],
    ['no end', ':::{note}\n[a](b.md)'],
  ])('reads what is in a directive with %s', (_, text) => {
    const document = read(text, 'colon_fence');
    expect(document.links.map(({ url, urlSpan }) => [url, at(document, urlSpan)])).toEqual([
      ['b.md', 'b.md'],
    ]);
  });

  it('keeps name, argument, options and content with their places', () => {
    const document = read(
      '> ```{figure} a.png\n> :name: b\n> :target: https://c.d\n>\n> Caption [e](f)\n> ```',
    );
    const [figure] = document.directives;
    expect(figure).toMatchObject({ name: 'figure', argument: 'a.png', parsed: true, parent: -1 });
    expect(
      figure?.options.map(({ name, value, valueSpan }) => [name, value, at(document, valueSpan)]),
    ).toEqual([
      ['name', 'b', 'b'],
      ['target', 'https://c.d', 'https://c.d'],
    ]);
    expect(document.files).toMatchObject([{ kind: 'image', path: 'a.png', directive: 0 }]);
    expect(document.targets).toMatchObject([{ kind: 'name', name: 'b' }]);
    expect(document.links.map(({ url }) => url)).toEqual(['https://c.d', 'f']);
  });

  it('reads toctrees, files, code, equations and objects as reStructuredText does', () => {
    const document = read(
      '```{toctree}\n:hidden:\nA <b>\nc\n```\n\n```{include} d.md\n```\n\n```{code-block} python\n:caption: x\ne = 1\n```\n\n' +
        '```{math}\n:label: f\nx\n```\n\n```{py:module} g\n```\n\n````{py:class} H(i)\n```{py:method} j()\n```\n````',
    );
    expect(document.toctrees[0]?.entries.map(({ target, title }) => [target, title])).toEqual([
      ['b', 'A'],
      ['c', undefined],
    ]);
    expect(document.files.map(({ kind, path }) => [kind, path])).toEqual([['include', 'd.md']]);
    expect(
      document.code.map(({ language, lines }) => [
        language,
        lines.map((line) => at(document, line)),
      ]),
    ).toEqual([['python', ['e = 1']]]);
    expect(document.targets.map(({ kind, name }) => [kind, name])).toEqual([
      ['equation', 'f'],
      ['object', 'g'],
      ['object', 'g.H'],
      ['object', 'g.H.j'],
    ]);
  });

  it('reads eval-rst as reStructuredText, at its places', () => {
    const document = read(
      '- x\n\n  ```{eval-rst}\n  .. _a:\n\n  See :ref:`b` and\n  `c <d.html>`_.\n  ```',
    );
    expect(
      document.targets.map(({ kind, name, nameSpan }) => [kind, name, at(document, nameSpan)]),
    ).toContainEqual(['label', 'a', 'a']);
    expect(
      document.references.map(({ role, targetSpan }) => [role, at(document, targetSpan)]),
    ).toEqual([['ref', 'b']]);
    expect(document.links.map(({ urlSpan }) => at(document, urlSpan))).toEqual(['d.html']);
    expect(document.lines().place(document.references[0]?.span.start ?? 0)).toMatchObject({
      line: 6,
      column: 7,
    });
  });

  it('reads a glossary', () => {
    const document = read('```{glossary}\nA b\nC : key\n  See [d](e.md).\n\n    code\n```');
    expect(document.targets.map(({ kind, name }) => [kind, name])).toEqual([
      ['term', 'A b'],
      ['term', 'C'],
    ]);
    expect(document.links.map(({ url }) => url)).toEqual(['e.md']);
  });

  it('takes colons for text where the extension is not on', () => {
    expect(read(':::{note}\n[a](b.md)\n:::').directives).toEqual([]);
  });
});

describe('labels', () => {
  it.each([
    ['before a title', '(a)=\n# B', { heading: 0 }],
    ['before an underlined title', '(a)=\nB\n=', { heading: 0 }],
    ['two before a title', '(a)=\n(b)=\n# C', { heading: 0 }],
    ['before a comment and a title', '(a)=\n% x\n# B', { heading: 0 }],
    ['before text', '(a)=\nb', { untitled: true }],
    ['before a figure', '(a)=\n```{figure} b.png\nC d\n```', { caption: 'C d' }],
    ['after a paragraph', 'x\n(a)=\n# B', { heading: 0 }],
  ])('%s', (_, text, expected) => {
    const document = read(text);
    expect(document.targets[0]).toMatchObject({ kind: 'label', name: 'a', ...expected });
  });

  it('reads ids of attributes, before blocks and behind text, where the extensions are on', () => {
    const text = '{#a .b}\n# C\n\n[d](e.md){#f} [g]{#h} {#i}';
    expect(
      read(text, 'attrs_block', 'attrs_inline').targets.map(({ name, heading }) => [name, heading]),
    ).toEqual([
      ['a', 0],
      ['f', undefined],
      ['h', undefined],
    ]);
    expect(read(text).targets).toEqual([]);
  });
});

describe('the rest', () => {
  it('reads links of MyST as they are written', () => {
    const document = read('[](#a) <project:b.md#c> <inv:d:e#f> [](g/h) [](<#a b>)');
    expect(document.links.map(({ url }) => url)).toEqual([
      '#a',
      'project:b.md#c',
      'inv:d:e#f',
      'g/h',
      '#a b',
    ]);
  });

  it('reads substitutions and where the front matter defines them', () => {
    const document = read(
      '---\nmyst:\n  substitutions:\n    a: "b"\n---\n\n{{ a }} {{c}}',
      'substitution',
    );
    expect(
      document.references.map(({ kind, target, targetSpan }) => [
        kind,
        target,
        at(document, targetSpan),
      ]),
    ).toEqual([
      ['substitution', 'a', 'a'],
      ['substitution', 'c', 'c'],
    ]);
    expect(document.targets).toMatchObject([{ kind: 'substitution', name: 'a', value: 'b' }]);
  });

  it('lets a page enable extensions for itself', () => {
    const document = read('---\nmyst:\n  enable_extensions: [colon_fence]\n---\n:::{note}\n:::');
    expect(document.directives.length).toBe(1);
  });

  it('reads no links in formulas and comments', () => {
    const document = read(
      '$[a](b)$\n\n$$\n[c](d)\n$$\n\n% [e](f)\n+++ { "x": [1](2) }\n',
      'dollarmath',
    );
    expect(document.links).toEqual([]);
    expect(document.comments.map(({ text }) => text)).toEqual([' [e](f)']);
  });

  it('reads definition lists where the extension is on', () => {
    expect(read('a\n: [b](c)\n\n      d', 'deflist').code.length).toBe(1);
  });
});
