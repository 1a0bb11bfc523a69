import { describe, expect, it } from 'vitest';
import type { Document, Span } from '../document.ts';
import type { Flavour } from './features.ts';
import { readMarkdown } from './markdown.ts';

const read = (text: string, flavour: Flavour = 'github'): Document =>
  readMarkdown('x.md', text, { flavour });

/** What a span covers, so that a table can show places as text. */
const at = (document: Document, { start, end }: Span): string => document.text.slice(start, end);

describe('links', () => {
  it.each<[string, string, string, string, string]>([
    ['inline', '[a](b.md)', 'inline', 'b.md', 'b.md'],
    ['inline with a title', '[a](b.md "t (x)")', 'inline', 'b.md', 'b.md'],
    ['in angle brackets', '[a](<b c.md>)', 'inline', 'b c.md', 'b c.md'],
    ['empty', '[a]()', 'inline', '', ''],
    ['with balanced parentheses', '[a](b_(c).md)', 'inline', 'b_(c).md', 'b_(c).md'],
    ['with an escape', '[a](b\\_c.md)', 'inline', 'b_c.md', 'b\\_c.md'],
    ['with a character reference', '[a](b?x=1&amp;y=2)', 'inline', 'b?x=1&y=2', 'b?x=1&amp;y=2'],
    ['around code', '[`a]`](b.md)', 'inline', 'b.md', 'b.md'],
    ['over two lines', '[a\nb](c.md\n"t")', 'inline', 'c.md', 'c.md'],
    ['in a quote over two lines', '> [a\n> b](c.md)', 'inline', 'c.md', 'c.md'],
    ['in a table', '| a |\n|---|\n| [x](y.md) |', 'inline', 'y.md', 'y.md'],
    ['in a task', '- [x] [a](b.md)', 'inline', 'b.md', 'b.md'],
    ['in a footnote', '[^1]: [a](b.md)', 'inline', 'b.md', 'b.md'],
    ['in an alert', '> [!NOTE]\n> [a](b.md)', 'inline', 'b.md', 'b.md'],
    ['autolink', '<https://a.b/c>', 'autolink', 'https://a.b/c', 'https://a.b/c'],
    ['e-mail autolink', '<a@b.c>', 'email', 'mailto:a@b.c', 'a@b.c'],
    ['bare', 'See https://a.b/c_(d).', 'bare', 'https://a.b/c_(d)', 'https://a.b/c_(d)'],
    ['bare www', 'www.a.b/c, d', 'bare', 'http://www.a.b/c', 'www.a.b/c'],
    ['bare e-mail', 'to a.b@c.de.', 'email', 'mailto:a.b@c.de', 'a.b@c.de'],
    ['definition', '[x]: <a b>', 'definition', 'a b', 'a b'],
    ['definition over two lines', '[x]:\n  a.md', 'definition', 'a.md', 'a.md'],
    [
      'HTML',
      '<p>\n<a class="x"\n   href="a.md?b&amp;c">y</a>',
      'attribute',
      'a.md?b&c',
      'a.md?b&amp;c',
    ],
    ['HTML in text', 'x <a href=a.md>y</a>', 'attribute', 'a.md', 'a.md'],
    ['HTML in a quote', '> <a href="a\n> b">', 'attribute', 'a\nb', 'a\n> b'],
  ])('reads a link: %s', (_, text, syntax, url, written) => {
    const document = read(text);
    expect(
      document.links.map((link) => [link.syntax, link.url, at(document, link.urlSpan)]),
    ).toEqual([[syntax, url, written]]);
  });

  it.each([
    ['escaped', '\\[a](b.md)'],
    ['in code', '`[a](b.md)`'],
    ['in a fence', '```\n[a](b.md)\n```'],
    ['in indented code', '    [a](b.md)'],
    ['in a comment', '<!-- [a](b.md) -->'],
    ['with a blank in it', '[a](b c.md)'],
    ['of a template', '[a]({{ url }}) [b]({% url %}) [c]({{url}})'],
    ['of a Hugo shortcode', '[a]({{< relref "b" >}})'],
    ['in a tag', '<p title="[a](b.md)">'],
  ])('reads no link %s', (_, text) => {
    expect(read(text).links).toEqual([]);
  });

  it('reads the image in a link, and no link in a link', () => {
    const { links, files } = read('[![b](c.svg)](d.md) [a [e](f) g](h)');
    expect(links.map(({ url }) => url)).toEqual(['d.md', 'f']);
    expect(files.map(({ path }) => path)).toEqual(['c.svg']);
  });

  it('knows addresses without marks on GitHub only', () => {
    expect(read('https://a.b', 'myst').links).toEqual([]);
    expect(
      readMarkdown('x', 'https://a.b', { flavour: 'myst', extensions: ['linkify'] }).links.length,
    ).toBe(1);
  });
});

describe('references', () => {
  it.each<[string, string, readonly string[]]>([
    ['full', '[a][x]\n\n[x]: y', ['x']],
    ['collapsed', '[x][]\n\n[x]: y', ['x']],
    ['shortcut', '[x]\n\n[x]: y', ['x']],
    ['in another case', '[X  Y]\n\n[x\ny]: z', ['X  Y']],
    ['undefined full', '[a][missing]', ['missing']],
    ['undefined collapsed', '[missing][]', ['missing']],
    ['collapsed code', '[`pkg.Class`][]', ['pkg.Class']],
    ['image', '![a][x]\n\n[x]: y', ['x']],
    ['footnote', 'a[^1]\n\n[^1]: b', ['1']],
    ['undefined shortcut, which is text', '[missing]', []],
    ['index, which is text', 'x[0][1] and f()[a][b]', []],
    ['task, which is text', '- [ ] a\n- [x] b', []],
    ['alert, which is text', '> [!WARNING]\n> a', []],
  ])('reads a reference: %s', (_, text, targets) => {
    const document = read(text);
    expect(document.references.map(({ target }) => target)).toEqual(targets);
    for (const { target, targetSpan } of document.references)
      expect(at(document, targetSpan)).toBe(target);
  });
});

describe('headings', () => {
  it.each<[string, string, number, string]>([
    ['ATX', '## A *b* `c_d_` ##', 2, 'A b c_d_'],
    ['setext', 'A\nb\n===', 1, 'A b'],
    ['with a link', '# [a](b.md) c', 1, 'a c'],
    ['with an image', '# ![a](b.png) c', 1, 'c'],
    ['with a reference', '# [a][b]\n\n[b]: c', 1, 'a'],
    ['with escapes', '# a\\_b &amp; c\\*', 1, 'a_b & c*'],
    ['with inner underscores', '# __init__.py and __main__', 1, 'init.py and main'],
    ['with snake case', '# snake_case_name', 1, 'snake_case_name'],
    ['with nested emphasis', '# ***a** b* ~~c~~', 1, 'a b c'],
    ['with a tag', '# a <b>c</b>', 1, 'a c'],
    ['with an unclosed mark', '# 2 * 3 ** 4', 1, '2 * 3 ** 4'],
  ])('reads a heading: %s', (_, text, level, title) => {
    expect(read(text).headings).toMatchObject([{ level, text: title, section: true, ids: [] }]);
  });

  it('makes no section of a title in a quote or list', () => {
    expect(read('> # a\n\n- # b').headings.map(({ section }) => section)).toEqual([false, false]);
  });
});

describe('other items', () => {
  it('reads images of Markdown and HTML, every candidate of a srcset too', () => {
    const document = read(
      '![a](b.png "t")\n\n<picture><source srcset="c.png, d.png 2x"><img src="e.png"></picture>',
    );
    expect(document.files.map(({ path, pathSpan }) => [path, at(document, pathSpan)])).toEqual([
      ['b.png', 'b.png'],
      ['c.png', 'c.png'],
      ['d.png', 'd.png'],
      ['e.png', 'e.png'],
    ]);
  });

  it('reads ids and anchors of HTML', () => {
    const document = read('<a name="x"></a>\n\n<div id="y">\n\ntext <span id=\'z\'>');
    expect(document.targets.map(({ kind, name }) => [kind, name])).toEqual([
      ['id', 'x'],
      ['id', 'y'],
      ['id', 'z'],
    ]);
  });

  it('reads code with its language and the exact place of each line', () => {
    const document = read(
      '> ```python title="x"\n> a = 1\n>   b\n> ```\n\n-   ~~~\n     x\n    ~~~\n\n        y\n',
    );
    expect(
      document.code.map(({ origin, language, lines }) => [
        origin,
        language,
        lines.map((line) => at(document, line)),
      ]),
    ).toEqual([
      ['fence', 'python', ['a = 1', '  b']],
      ['fence', '', [' x']],
      ['indented', '', ['y']],
    ]);
  });

  it('reads comments and front matter', () => {
    const document = read('---\ntitle: A\nlist:\n  - b\n---\n\n<!-- c -->\n\nd <!-- e --> f');
    expect(document.comments.map(({ text }) => text)).toEqual([' c ', ' e ']);
    expect(document.fields.map(({ name, value }) => [name, value])).toEqual([
      ['title', 'A'],
      ['list', '- b'],
    ]);
  });

  it('sees reStructuredText that was meant', () => {
    const document = read('See :ref:`x` and `text <https://a.b>`_.\n\n.. note:: a\n\n.. b');
    expect(document.slips.map(({ kind, name, span }) => [kind, name, at(document, span)])).toEqual([
      ['rst-role', 'ref', ':ref:`x`'],
      ['rst-link', 'https://a.b', '`text <https://a.b>`_'],
      ['rst-directive', 'note', '.. note::'],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('counts lines that end in %j', (end) => {
    const document = read(['# a', '', '> b', '> [c](d.md)', ''].join(end));
    expect(document.lines().place(document.links[0]?.urlSpan.start ?? 0)).toMatchObject({
      line: 4,
      column: 7,
    });
    expect(document.headings[0]?.text).toBe('a');
  });

  it('passes a byte order mark over', () => {
    expect(read('\ufeff# a').headings).toMatchObject([{ text: 'a' }]);
  });
});
