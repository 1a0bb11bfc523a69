import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpackedSdist } from '@pymaint/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Span } from '../document.ts';
import { headingIds } from '../slugs.ts';
import { readNotebook } from './notebook.ts';

type Source = string | readonly string[];
const cell = (type: string, source: Source, more: object = {}): object => ({
  cell_type: type,
  metadata: {},
  source,
  ...more,
});
const notebook = (...cells: readonly object[]): string =>
  JSON.stringify(
    { cells, metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 5 },
    undefined,
    1,
  );

/** What stands in the file where the document says that a span is. */
function inFile(document: Document, file: string, { start, end }: Span): string {
  const { line, column, endLine, endColumn } = document.lines().range(start, end);
  const lines = file.split('\n');
  expect(endLine).toBe(line);
  return (lines[line - 1] ?? '').slice(column - 1, endColumn - 1);
}

describe('readNotebook', () => {
  it('reads Markdown cells at their places in the file', () => {
    const file = notebook(
      cell('markdown', ['# A "b"\n', '\n', 'tab\there: [c](d.md)\n', 'é \\\\ ![e](f.png)']),
      cell('markdown', '[g](h.ipynb#i "j")\n\n<a href="k">'),
    );
    const document = readNotebook('x.ipynb', file);
    expect(
      document.links.map(({ url, urlSpan }) => [url, inFile(document, file, urlSpan)]),
    ).toEqual([
      ['d.md', 'd.md'],
      ['h.ipynb#i', 'h.ipynb#i'],
      ['k', 'k'],
    ]);
    expect(
      document.files.map(({ path, pathSpan }) => [path, inFile(document, file, pathSpan)]),
    ).toEqual([['f.png', 'f.png']]);
    expect(document.headings.map(({ text, span }) => [text, inFile(document, file, span)])).toEqual(
      [['A "b"', 'A \\"b\\"']],
    );
    expect(headingIds('jupyter', document.headings)).toEqual(['A-"b"']);
  });

  it('maps places through every escape of JSON', () => {
    const file = `{"cells":[{"cell_type":"markdown","source":"\\u00e9\\ud83c\\udf89\\t\\/\\"\\\\\\\\ [a](b\\u0063.md)"}]}`;
    const document = readNotebook('x.ipynb', file);
    const [link] = document.links;
    expect([link?.url, inFile(document, file, link?.urlSpan ?? { start: 0, end: 0 })]).toEqual([
      'bc.md',
      'b\\u0063.md',
    ]);
  });

  it('reads code cells as code, and raw cells by their format', () => {
    const file = notebook(
      cell('code', ['import a\n', 'a.b("c")'], { outputs: [{ text: ['[no](no)'] }] }),
      cell('raw', '.. _d:\n\n:ref:`e`', { metadata: { raw_mimetype: 'text/restructuredtext' } }),
      cell('raw', '[f](g)', { metadata: { format: 'text/markdown' } }),
      cell('raw', '[no](no)', { metadata: { raw_mimetype: 'text/latex' } }),
    );
    const document = readNotebook('x.ipynb', file);
    expect(
      document.code.map(({ origin, language, lines }) => [
        origin,
        language,
        lines.map((line) => inFile(document, file, line)),
      ]),
    ).toEqual([['cell', 'python', ['import a', 'a.b(\\"c\\")']]]);
    expect(
      document.references.map(({ role, targetSpan }) => [role, inFile(document, file, targetSpan)]),
    ).toEqual([['ref', 'e']]);
    expect(document.targets.map(({ kind, name }) => [kind, name])).toEqual([['label', 'd']]);
    expect(document.links.map(({ url }) => url)).toEqual(['g']);
  });

  it('reads MyST where the project does, labels before titles of another cell too', () => {
    const file = notebook(cell('markdown', '(a)=\n'), cell('markdown', '# B\n\n{ref}`a`'));
    const document = readNotebook('x.ipynb', file, { flavour: 'myst' });
    expect(document.targets).toMatchObject([{ kind: 'label', name: 'a', heading: 0 }]);
    expect(document.references).toMatchObject([{ role: 'ref', target: 'a' }]);
  });

  it('knows the images that a cell brings along', () => {
    const file = notebook(
      cell('markdown', '![a](attachment:b.png) ![c](attachment:missing.png)', {
        attachments: { 'b.png': {} },
      }),
    );
    expect(readNotebook('x.ipynb', file).files.map(({ path }) => path)).toEqual([
      'attachment:missing.png',
    ]);
  });

  it.each([
    '',
    '[]',
    '{}',
    '{"cells": {}}',
    'not json',
    '{"cells": [',
    '{"nbformat": 3, "worksheets": []}',
  ])('gives a document for %j, too', (text) => {
    const document = readNotebook('x.ipynb', text);
    expect([document.links, document.code]).toEqual([[], []]);
  });

  it('says what is no notebook', () => {
    expect(readNotebook('x.ipynb', '{"a": 1}').problems).toMatchObject([
      { kind: 'invalid-notebook' },
    ]);
  });

  it('never throws, and every place is in the file', () => {
    const tokens = [
      '{"cells":[',
      '{"cell_type":"markdown","source":',
      '"[a](b)"',
      '["# c\\n",',
      '"\\u00',
      '\\',
      '"',
      ']',
      '}',
      ',',
      'null',
      '\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 15 }), (parts) => {
        const text = parts.join('');
        const document = readNotebook('x.ipynb', text);
        for (const { span } of [...document.links, ...document.headings]) {
          const { line, column } = document.lines().place(span.start);
          expect(document.lines().offset(line, column)).toBeLessThanOrEqual(document.text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['[', '{"a":', '{"cells":[', '"\\', '{"cells":[{"source":["'])(
    'takes linear time for %j',
    (unit) => {
      const start = performance.now();
      readNotebook('x.ipynb', unit.repeat(100_000));
      expect(performance.now() - start).toBeLessThan(3000);
    },
  );

  it.each(['nbconvert', 'numpy'])('gives the value of every cell of %s', async (name) => {
    const root = await unpackedSdist(name);
    const paths = (await readdir(root, { recursive: true })).filter((path) =>
      path.endsWith('.ipynb'),
    );
    for (const path of paths) {
      const text = await readFile(join(root, path), 'utf8');
      const parsed = JSON.parse(text) as {
        readonly cells?: readonly { readonly source: Source }[];
      };
      const sources = (parsed.cells ?? []).map(({ source }) =>
        typeof source === 'string' ? source : source.join(''),
      );
      const document = readNotebook(path, text);
      expect(document.text).toBe(sources.join('\n\n'));
      expect(document.problems.filter(({ kind }) => kind === 'invalid-notebook').length).toBe(
        parsed.cells ? 0 : 1,
      );
    }
  });
});

describe('a notebook as a page of Sphinx', () => {
  it('knows a cell that nbsphinx makes a toctree of, and what is in no toctree on purpose', () => {
    const document = readNotebook(
      'a.ipynb',
      JSON.stringify({
        cells: [
          {
            cell_type: 'markdown',
            metadata: { 'nbsphinx-toctree': {} },
            source: ['- [b](b.ipynb)\n', '- [c](d/c)'],
          },
          { cell_type: 'markdown', metadata: {}, source: '[e](f.ipynb)' },
          { cell_type: 'markdown', metadata: { tags: ['nbsphinx-gallery'] }, source: '[g](h)' },
        ],
        metadata: { nbsphinx: { orphan: true } },
      }),
    );
    expect(document.toctrees.flatMap(({ entries }) => entries.map(({ target }) => target))).toEqual(
      ['b.ipynb', 'd/c', 'h'],
    );
    expect(document.fields.map(({ name, top }) => [name, top])).toEqual([['orphan', true]]);
  });
});
