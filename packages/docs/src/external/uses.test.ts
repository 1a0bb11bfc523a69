import { formatPlace } from '@pymaint/core';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../markdown/markdown.ts';
import { readRst } from '../rst/read-rst.ts';
import { externalUses, webAddress } from './uses.ts';

const shown = (path: string, text: string): readonly string[] => {
  const document = path.endsWith('.rst') ? readRst(path, text) : readMarkdown(path, text);
  return externalUses(document).map(
    ({ place, written, plain }) =>
      `${formatPlace(place).slice(path.length + 1)} ${written}${plain ? '' : ' (not plain)'}`,
  );
};

describe('externalUses', () => {
  it('finds every address of a reStructuredText document where it stands, but none in code', () => {
    const text = [
      'See https://a.example/bare, `text <https://a.example/embedded>`_ and `name`_.',
      '',
      '.. _name: https://a.example/target',
      '.. image:: https://a.example/image.png',
      '   :target: https://a.example/of-image',
      '',
      'Not ``https://a.example/literal``, mail me@a.example nor ftp://a.example/file::',
      '',
      '   https://a.example/block',
      '',
      '.. code-block:: python',
      '',
      '   "https://a.example/code"',
    ].join('\n');
    expect(shown('a.rst', text)).toEqual([
      '1:5 https://a.example/bare',
      '1:36 https://a.example/embedded',
      '3:11 https://a.example/target',
      '4:12 https://a.example/image.png',
      '5:13 https://a.example/of-image',
    ]);
  });

  it('finds every address of a Markdown document where it stands, but none in code', () => {
    const text = [
      'See <https://a.example/auto>, [text](https://a.example/inline "title"), [name][] and',
      '![alt](https://a.example/image.png) and https://a.example/bare.',
      '<a href="https://a.example/html">x</a> `https://a.example/code`',
      '',
      '[name]: https://a.example/definition',
      '',
      '    https://a.example/indented',
      '',
      '```',
      'https://a.example/fence',
      '```',
    ].join('\n');
    expect(shown('a.md', text)).toEqual([
      '1:6 https://a.example/auto',
      '1:38 https://a.example/inline',
      '2:8 https://a.example/image.png',
      '2:41 https://a.example/bare',
      '3:10 https://a.example/html',
      '5:9 https://a.example/definition',
    ]);
  });

  it('says where an address is not written as it is meant', () => {
    expect(shown('a.md', '[x](https://a.example/a&amp;b)')).toEqual([
      '1:5 https://a.example/a&b (not plain)',
    ]);
  });
});

describe('webAddress', () => {
  it.each([
    ['HTTPS://Example.ORG/A', 'https://example.org/A'],
    ['//example.org/a', 'https://example.org/a'],
    ['http://0x7f.1/', 'http://127.0.0.1/'],
    ['https://', undefined],
    ['mailto:me@example.org', undefined],
    ['page.html', undefined],
    ['#anchor', undefined],
    ['/absolute', undefined],
  ])('%s: %s', (written, href) => {
    expect(webAddress(written)).toBe(href);
  });
});
