import { describe, expect, it } from 'vitest';
import type { Document, Span } from '../document.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { readMkdocsConfig } from './config.ts';

const read = (text: string): Document => readMarkdown('x.md', text, { flavour: 'mkdocs' });
const at = (document: Document, { start, end }: Span): string => document.text.slice(start, end);

describe('readMarkdown for MkDocs', () => {
  it.each([
    [
      'admonition',
      '!!! note "A [b](c.md)"\n\n    # d\n\n    [e](f.md)\n\n[g](h.md)',
      'note',
      'A [b](c.md)',
    ],
    ['details', '???+ warning "A [b](c.md)"\n    [e](f.md)\n[g](h.md)', 'warning', 'A [b](c.md)'],
    ['tab', '=== "A [b](c.md)"\n\n    [e](f.md)\n\n[g](h.md)', 'tab', 'A [b](c.md)'],
  ])('reads the content and title of a %s', (_, text, name, argument) => {
    const document = read(text);
    expect(document.links.map(({ url }) => url)).toEqual(['c.md', 'f.md', 'h.md']);
    expect(document.directives.map((it) => [it.name, it.argument, it.parsed])).toEqual([
      [name, argument, true],
    ]);
    expect(at(document, document.directives[0]?.span ?? { start: 0, end: 0 })).toMatch(
      /^[!?=][^]*\[e\]\(f\.md\)$/,
    );
    expect(document.code).toEqual([]);
  });

  it('nests what is nested, and ends it with its indentation', () => {
    const document = read(
      '!!! a\n    !!! b\n        c\n\n    === "d"\n        ```py\n        e\n        ```\n\n!!! f\n',
    );
    expect(document.directives.map(({ name, parent }) => [name, parent])).toEqual([
      ['a', -1],
      ['b', 0],
      ['tab', 0],
      ['f', -1],
    ]);
    expect(
      document.code.map(({ language, lines }) => [
        language,
        lines.map((line) => at(document, line)),
      ]),
    ).toEqual([['py', ['e']]]);
  });

  it.each([
    ['## A {#b}', 'A', ['b']],
    ['## A (*c*) ## {: #b .x }', 'A (c)', ['b']],
    ['A {#b}\n===', 'A', ['b']],
    ['## A {{ macro }}', 'A {{ macro }}', []],
    ['## A {b}', 'A', []],
    ['## A {+ b}', 'A {+ b}', []],
  ])('reads the title and ids of %j', (text, title, ids) => {
    expect(read(text).headings).toMatchObject([{ text: title, ids }]);
    expect(read(text).targets.map(({ name }) => name)).toEqual(ids);
  });

  it('reads ids of attribute lists in text', () => {
    const document = read(
      'text\n{: #a .b }\n\n[c](d.md){ #e target=_blank } ![](f.png){ width="1" }',
    );
    expect(document.targets.map(({ name, nameSpan }) => [name, at(document, nameSpan)])).toEqual([
      ['a', 'a'],
      ['e', 'e'],
    ]);
  });

  it('reads mkdocstrings blocks and references', () => {
    const document = read(
      '::: pkg.mod.Class\n    options:\n      # a comment\n      x: [y](z)\n\n[A][pkg.B] and [pkg.C][]',
    );
    expect(document.directives.map(({ name, argument }) => [name, argument])).toEqual([
      ['mkdocstrings', 'pkg.mod.Class'],
    ]);
    expect(document.references.map(({ kind, target }) => [kind, target])).toEqual([
      ['named', 'pkg.B'],
      ['named', 'pkg.C'],
    ]);
    expect([document.links, document.headings, document.code]).toEqual([[], [], []]);
  });

  it('reads the files that snippets and include plugins put in, in code too', () => {
    const document = read(
      '--8<-- "a.md:part"\n\n```py\n--8<-- \'b.py\'\n```\n\n--8<--\nc.md\n; d.md\n--8<--\n\n' +
        '{!e/f.md!} {* ../g.py hl[1] *}\n\n{% include-markdown "h.md" %}\n\n;--8<-- "no.md"\n',
    );
    expect(
      document.files.map(({ kind, path, pathSpan }) => [kind, path, at(document, pathSpan)]),
    ).toEqual(
      ['a.md', 'b.py', 'c.md', 'e/f.md', '../g.py', 'h.md'].map((path) => ['include', path, path]),
    );
  });

  it('reads Markdown in HTML where the tag says so', () => {
    const document = read('<div class="x" markdown>\n[a](b.md)\n</div>\n<div>\n[c](d.md)\n</div>');
    expect(document.links.map(({ url }) => url)).toEqual(['b.md']);
    expect(
      read('<figure markdown>\n      ![a](b.png)\n</figure>').files.map(({ path }) => path),
    ).toEqual(['b.png']);
  });

  it('leaves macros and definitions of terms alone', () => {
    const document = read('{{ macro("[a](b.md)") }}\n\nTerm\n:   [c](d.md)\n\n        code\n');
    expect(document.links.map(({ url }) => url)).toEqual(['d.md']);
    expect(document.code.length).toBe(1);
  });
});

describe('readMkdocsConfig', () => {
  const text = `site_url: https://a.b/
docs_dir: pages
nav:
  - index.md
  - Home: 'a b.md'
  - Section:
      - c.md
      - External: https://d.e/
markdown_extensions:
  - admonition
  - toc:
      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
  - pymdownx.snippets:
      base_path: [snippets]
      auto_append:
        - refs.md
plugins: {search: {}, mkdocstrings: {handlers: {python: {}}}}
extra: !ENV [A, b]
`;

  it('reads the pages with their places, and what decides how they are read', () => {
    const config = readMkdocsConfig(text);
    expect(
      config.nav?.entries.map(({ target, title, targetSpan }) => [
        target,
        title,
        text.slice(targetSpan.start, targetSpan.end),
      ]),
    ).toEqual([
      ['index.md', undefined, 'index.md'],
      ['a b.md', 'Home', 'a b.md'],
      ['c.md', undefined, 'c.md'],
      ['https://d.e/', 'External', 'https://d.e/'],
    ]);
    expect(config).toMatchObject({
      docsDir: 'pages',
      siteUrl: 'https://a.b/',
      useDirectoryUrls: true,
      extensions: ['admonition', 'toc', 'pymdownx.snippets'],
      plugins: ['search', 'mkdocstrings'],
      snippetPaths: ['snippets'],
      autoAppend: ['refs.md'],
      slugify: '!!python/object/apply:pymdownx.slugs.slugify',
      problems: [],
    });
  });

  it.each(['nav: [', '- a\n- b', '', 'nav: !!js x', 'a: &b [*b]', '\t', 'nav:\n  - a: b: c'])(
    'is total: %j',
    (broken) => {
      expect(readMkdocsConfig(broken).docsDir).toBe('docs');
    },
  );

  it('says where YAML cannot be read', () => {
    expect(readMkdocsConfig('a: 1\nb: [')).toMatchObject({
      problems: [{ kind: 'invalid-yaml', span: { start: 9 } }],
    });
  });
});
