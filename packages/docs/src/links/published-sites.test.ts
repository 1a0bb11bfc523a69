import { describe, expect, it } from 'vitest';
import { belowSite, publishedSites } from './published-sites.ts';

const shown = (configured: string | undefined, urls: readonly string[], ...names: string[]) =>
  publishedSites({ configured, urls, names }).map(
    ({ base, isThis }) => `${isThis ? '' : '~'}${base}`,
  );

const RTD = ['x.readthedocs.io/en/latest/', '~x.readthedocs.io/en/stable/'];

describe('publishedSites', () => {
  it.each([
    ['Read the Docs by its name', undefined, ['https://x.readthedocs.io'], ['x'], RTD],
    [
      'Read the Docs by a page',
      undefined,
      ['https://x.readthedocs.io/en/stable/a.html'],
      ['x'],
      RTD,
    ],
    [
      'the name without marks',
      undefined,
      ['https://zopeinterface.readthedocs.io'],
      ['zope.interface'],
      ['zopeinterface.readthedocs.io/en/latest/', '~zopeinterface.readthedocs.io/en/stable/'],
    ],
    [
      'the name within',
      undefined,
      ['https://pypa-build.readthedocs.io'],
      ['build'],
      ['pypa-build.readthedocs.io/en/latest/', '~pypa-build.readthedocs.io/en/stable/'],
    ],
    ['the name of the repository', undefined, ['https://x.readthedocs.io'], ['py-y', 'x'], RTD],
    ['another project’s', undefined, ['https://sphinx.readthedocs.io'], ['x'], []],
    ['what is configured', 'https://docs.example.org/', [], ['x'], ['docs.example.org/']],
    ['a configured release', 'https://e.org/en/stable/', [], ['x'], ['~e.org/en/stable/']],
    ['a configured branch', 'https://e.org/latest', [], ['x'], ['e.org/latest/']],
    ['a series', 'https://e.org/2.x/', [], ['x'], ['~e.org/2.x/']],
    ['pages of the forge', undefined, ['https://o.github.io/x/'], ['x'], ['o.github.io/x/']],
    ['its start page', undefined, ['https://o.github.io/x/index.html'], ['x'], ['o.github.io/x/']],
    ['a page deep in it', undefined, ['https://o.github.io/x/a/b/'], ['x'], []],
    ['somebody’s pages', undefined, ['https://o.github.io/'], ['x'], []],
    ['another site', undefined, ['https://example.org/x/'], ['x'], []],
    ['no address', 'docs', ['x', 'mailto:x@e.org'], ['x'], []],
  ] as const)('takes %s', (_, configured, urls, names, expected) => {
    expect(shown(configured, urls, ...names)).toEqual(expected);
  });
});

describe('belowSite', () => {
  it.each([
    ['https://e.org/x/', { path: '' }],
    ['https://e.org/x', { path: '' }],
    ['http://e.org/x/a.html#b', { path: 'a.html', anchor: 'b' }],
    ['https://e.org/x/a%20b/#c%20d', { path: 'a b/', anchor: 'c d' }],
    ['https://e.org/x/2.0/a.html', undefined],
    ['https://e.org/x/latest/a.html', undefined],
    ['https://e.org/xy/', undefined],
    ['https://e.org/', undefined],
    ['https://e.org.evil.example/x/', undefined],
    ['https://e.org/x/search.html?q=a', undefined],
    ['https://e.org:8443/x/', undefined],
    ['ftp://e.org/x/', undefined],
    ['x', undefined],
  ])('%s', (href, expected) => {
    const found = belowSite(href, { base: 'e.org/x/', isThis: true });
    expect(found).toEqual(expected && { anchor: undefined, ...expected });
  });
});
