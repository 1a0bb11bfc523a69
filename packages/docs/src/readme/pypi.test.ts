import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { pythonWith } from '@pymaint/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPypiReadme } from './pypi.ts';

/** What readme_renderer makes of a text: the addresses of its page, and its ids. */
const ORACLE = String.raw`
import json, sys
from html.parser import HTMLParser
from readme_renderer import markdown, rst
class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.images, self.ids = [], [], []
    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == 'id': self.ids.append(value)
            if tag == 'a' and name == 'href': self.links.append(value)
            if tag == 'img' and name == 'src': self.images.append(value)
answers = []
for type, text in json.load(sys.stdin):
    if type == 'text/x-rst':
        html = rst.render(text)
    else:
        html = markdown.render(text, variant='CommonMark' if 'CommonMark' in type else 'GFM')
    page = Page()
    page.feed(html or '')
    answers.append([page.links, page.images, page.ids, html is not None])
json.dump(answers, sys.stdout)
`;

type Answer = readonly [readonly string[], readonly string[], readonly string[], boolean];

let python = '';

beforeAll(async () => {
  python = await pythonWith('readme_renderer[md]==46.0');
}, 300_000);

async function render(pages: readonly (readonly [string, string])[]): Promise<readonly Answer[]> {
  const running = promisify(execFile)(python, ['-c', ORACLE], { maxBuffer: 1 << 28 });
  running.child.stdin?.end(JSON.stringify(pages));
  return JSON.parse((await running).stdout) as readonly Answer[];
}

const isRelative = (url: string): boolean => !/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(url);

/** The dead addresses of a rendered page. */
function deadOf([links, images, ids]: Answer): readonly string[] {
  const known = new Set(ids);
  return [
    ...links.filter(isRelative).map((url) => `relative-link ${url}`),
    ...images.filter(isRelative).map((url) => `relative-image ${url}`),
    ...links
      .filter(
        (url) => url.startsWith('#') && url !== '#' && !known.has(decodeURIComponent(url.slice(1))),
      )
      .map((url) => `missing-anchor ${url.replace('#user-content-', '#')}`),
  ].toSorted();
}

const MARKDOWN = 'text/markdown';
const COMMONMARK = 'text/markdown; charset=UTF-8; variant=CommonMark';
const RST = 'text/x-rst';

const PAGES: readonly (readonly [string, string])[] = [
  [MARKDOWN, '[a](docs/b.md) [c](https://d.e) [f](/g) [h](mailto:i@j.k) [l](//m.n/o)'],
  [MARKDOWN, '![a](b.png) ![c](https://d.e/f.png) [![g](h.svg)](i.md)'],
  [MARKDOWN, '# A b!\n\n## A b!\n\n[c](#a-b) [d](#a-b-1) [e](#a-b-2) [f](#A-b)'],
  [MARKDOWN, '<a id="x"></a><a name="y"></a>\n\n[c](#x) [d](#y)'],
  [MARKDOWN, '[a][b] [c] ![d][e]\n\n[b]: f.md\n[c]: g.md\n[e]: https://h.i/j.png\n[unused]: k.md'],
  [MARKDOWN, '<p align="center"><img src="a.png"><a href="b.md">c</a></p>\n\n<a href="d.md">e</a>'],
  [MARKDOWN, '<picture><source srcset="a.png"><img src="https://b.c/d.png"></picture>'],
  [MARKDOWN, 'a[^1]\n\n[^1]: b [c](d.md)'],
  [MARKDOWN, '`[a](b.md)`\n\n```\n[c](d.md)\n```\n\n<!-- [e](f.md) -->\n\n    [g](h.md)'],
  [COMMONMARK, '# A\n\n[b](#a) <a id="x"></a> [c](#x) [d](e.md)'],
  [RST, '`a <b.rst>`_ `c <https://d.e>`_ f_\n\n.. _f: g.html\n.. _unused: h.html'],
  [RST, '.. image:: a.png\n   :target: b.html\n\n.. image:: https://c.d/e.png'],
  [RST, 'A\n=\n\n`A`_ b_ `c <#a>`__\n\n.. _b:\n\nD\n=\n\nx'],
  [RST, '|a|\n\n.. |a| image:: b.png'],
  [RST, '`a <b@c.invalid>`_ d_\n\n.. _d: e@f.invalid'],
];

describe('readPypiReadme', () => {
  it('finds dead on PyPI what readme_renderer renders without an end', async () => {
    const answers = await render(PAGES);
    for (const [index, [type, text]] of PAGES.entries()) {
      const answer = answers[index] ?? [[], [], [], false];
      expect(answer[3]).toBe(true);
      const { dead } = readPypiReadme('README', text, type);
      expect({ text, dead: dead.map(({ kind, url }) => `${kind} ${url}`).toSorted() }).toEqual({
        text,
        dead: deadOf(answer),
      });
    }
  });

  it('tells the place of the address', () => {
    const text = 'x\n[a](b.md)';
    const { document, dead } = readPypiReadme('README.md', text, MARKDOWN);
    expect(dead.map(({ urlSpan }) => document.lines().range(urlSpan.start, urlSpan.end))).toEqual([
      { path: 'README.md', line: 2, column: 5, endLine: 2, endColumn: 9 },
    ]);
  });

  it('finds no links in plain text', () => {
    expect(readPypiReadme('README', '[a](b.md)', 'text/plain').dead).toEqual([]);
  });
});
