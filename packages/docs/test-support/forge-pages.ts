/** A README among other files, and what must be found in it: `rule line:column level`. */
export interface ForgeCase {
  readonly what: string;
  readonly text: string;
  readonly expected: readonly string[];
  readonly path?: string;
}

const page = (what: string, text: string, ...expected: readonly string[]): ForgeCase => ({
  what,
  text,
  expected,
});

/** The files beside the README. */
export const FORGE_FILES: Readonly<Record<string, string>> = {
  'docs/guide.md': '# Guide\n\n## How to\n\n<a name="old"></a>\n',
  'docs/api.rst': 'API\n===\n\n.. _api-label:\n\nThe rest\n--------\n',
  'docs/img/logo.png': '',
  'docs/with space.md': '# S\n',
  'docs/100%25.md': '# P\n',
  'docs/sub/index.md': '# Sub\n',
  LICENSE: '',
  'src/a.py': '',
};

/** Faults, each with its place. */
export const FORGE_FAULTS: readonly ForgeCase[] = [
  page('a link to no file', '[a](docs/gide.md)', 'missing-link 1:5 error'),
  page('a link on the third line of a paragraph', 'a\nb\nc [d](no.md)', 'missing-link 3:7 error'),
  page(
    'two links on one line',
    '[a](no.md) [b](nope.md)',
    'missing-link 1:5 error',
    'missing-link 1:16 error',
  ),
  page('an image that is not there', '![a](docs/logo.png)', 'missing-link 1:6 error'),
  page('an image within a link', '[![a](no.png)](docs/guide.md)', 'missing-link 1:7 error'),
  page('a definition that is used', '[a][b]\n\n[b]: no.md', 'missing-link 3:6 error'),
  page('a link in a table', '| a |\n| - |\n| [b](no.md) |', 'missing-link 3:7 error'),
  page('a link in a list in a quote', '> - a\n>   [b](no.md)', 'missing-link 2:9 error'),
  page('a link in a footnote', 'a[^1]\n\n[^1]: [b](no.md)', 'missing-link 3:11 error'),
  page('a link in angle brackets', '[a](<no file.md>)', 'missing-link 1:6 error'),
  page('a link with a title', '[a](no.md "b")', 'missing-link 1:5 error'),
  page('a link of another case', '[a](Docs/Guide.md)', 'missing-link 1:5 error'),
  page('a link without its suffix', '[a](docs/guide)', 'missing-link 1:5 warning'),
  page('a link with the suffix of a website', '[a](docs/guide.html)', 'missing-link 1:5 warning'),
  page('a link from the top', '[a](/docs/no.md)', 'missing-link 1:5 warning'),
  page('a link with a query', '[a](no.md?plain=1#L3)', 'missing-link 1:5 error'),
  page('percent-encoding that is wrong', '[a](docs/with%20spaces.md)', 'missing-link 1:5 error'),
  page('HTML: an image', '<img src="no.png">', 'missing-link 1:11 error'),
  page(
    'HTML: an image in a block',
    '<p align="center">\n  <img alt="a" src="no.png">\n</p>',
    'missing-link 2:21 error',
  ),
  page('HTML: a link', 'a <a href="no.md">b</a>', 'missing-link 1:12 error'),
  page(
    'HTML: a source set',
    '<picture><source srcset="no.png 1x, docs/img/logo.png 2x"></picture>',
    'missing-link 1:26 error',
  ),
  page('an anchor of no title', '# A\n\n[b](#c)', 'missing-anchor 3:6 error'),
  page('an anchor of another case', '# A b\n\n[b](#A-B)', 'missing-anchor 3:6 warning'),
  page('an anchor that only MkDocs makes', '# A & b\n\n[b](#a-b)', 'missing-anchor 3:6 warning'),
  page('an anchor of another file', '[a](docs/guide.md#howto)', 'missing-anchor 1:19 error'),
  page(
    'an anchor of a second title that is none',
    '# A\n\n# A\n\n[b](#a-2)',
    'missing-anchor 5:6 error',
  ),
  page('an anchor of an old title', '# Install\n\n[b](#installation)', 'missing-anchor 3:6 error'),
  page('an anchor of reStructuredText', '[a](docs/api.rst#the-best)', 'missing-anchor 1:18 error'),
  page('HTML: a link to no anchor', '# A\n\n<a href="#b">c</a>', 'missing-anchor 3:11 error'),
  page('a title in code', '```\n# A\n```\n\n[b](#a)', 'missing-anchor 5:6 error'),
  page('a reference without definition', 'a [b][cd]', 'undefined-link 1:7 error'),
  page('a collapsed reference without definition', 'a [bc][]', 'undefined-link 1:4 error'),
  page('an image without definition', 'a ![b][cd]', 'undefined-link 1:8 error'),
  page('a definition in code', 'a [b][cd]\n\n    [cd]: x', 'undefined-link 1:7 error'),
  page('a footnote without its note', 'a[^1] b', 'undefined-note 1:2 error'),
  page('a named footnote without its note', 'a[^b] c[^d]\n\n[^b]: e', 'undefined-note 1:8 error'),
];

/** What looks broken and is not, or is not known to be. */
export const FORGE_CONTROLS: readonly ForgeCase[] = [
  page('a file', '[a](docs/guide.md) [b](./docs/guide.md) [c](docs/../LICENSE) [d](LICENSE)'),
  page('a folder', '[a](docs) [b](docs/) [c](./) [d](.) [e](src)'),
  page('a file from the top', '[a](/docs/guide.md) ![b](/docs/img/logo.png)'),
  page(
    'a blank, encoded or in angle brackets',
    '[a](docs/with%20space.md) [b](<docs/with space.md>)',
  ),
  page('a percent sign in the name', '[a](docs/100%2525.md) [b](docs/100%25.md)'),
  page('a query', '![a](docs/img/logo.png?raw=true) [b](docs/guide.md?plain=1#L3)'),
  page('lines of a source file', '[a](src/a.py#L1-L2) [b](docs/guide.md#L2)'),
  page('pages of the forge', '[a](../../issues) [b](../../releases/tag/v1) [c](../../wiki/No)'),
  page(
    'other addresses',
    '[a](https://b.invalid/no) [c](mailto:d@e.invalid) [f](//g.invalid) [h](tel:1)',
  ),
  page('words that stand for addresses', '[title](url) [text](link) ![alt](path) [a](...)'),
  page('templates', '[a]({{ b }}) ![c]({% d %}) [e](${f}/g.md) [h](<{i}>)'),
  page('code', '`[a](no.md)`\n\n```\n[b](no.md)\n```\n\n    [c](no.md)'),
  page('comments', '<!-- [a](no.md) <img src="no.png"> -->'),
  page('escaped brackets', '\\[a](no.md)'),
  page('a definition that is not used', '[b]: no.md'),
  page('anchors of titles', '# A b!\n\n## A b!\n\n[a](#a-b) [b](#a-b-1)'),
  page(
    'a title with code, links and emphasis',
    '# The `x` of [y](LICENSE) *z*\n\n[a](#the-x-of-y-z)',
  ),
  page('a title with emoji', '# :rocket: Go\n\n# 🚀 Go\n\n[a](#rocket-go) [b](#-go)'),
  page('a title in other letters', '# Über uns\n\n[a](#über-uns) [b](#%C3%BCber-uns)'),
  page('a title with an ampersand', '# A & b\n\n[a](#a--b)'),
  page('an underlined title', 'A b\n---\n\n[a](#a-b)'),
  page('HTML: a title', '<h1 align="center">A <b>b</b></h1>\n\n[a](#a-b)'),
  page(
    'HTML: ids and names',
    '<a id="x"></a> <a name="y"></a>\n\n[a](#x) [b](#y) [c](#user-content-x)',
  ),
  page('ids of the page around', '[a](#) [b](#top) [c](#readme) [d](#MIT-1-ov-file)'),
  page('an anchor of another file', '[a](docs/guide.md#how-to) [b](docs/guide.md#old)'),
  page('anchors of reStructuredText', '[a](docs/api.rst#the-rest) [b](docs/api.rst#api-label)'),
  page('text fragments', '# A\n\n[a](#:~:text=b)'),
  page('anchors of files without titles', '[a](LICENSE#b) [c](docs/img/logo.png#d)'),
  page('brackets in text', 'a [b] c[0][1] [x][] [ ][y] d[i][j] [1][2]'),
  page('check boxes', '- [ ] a\n- [x] b'),
  page('a reference with code', '[`ab`] [`ab`][] [c][`ab`]\n\n[`ab`]: LICENSE'),
  page('a reference over two lines', '[a\nb][c\nd]\n\n[c d]: LICENSE'),
  page('a reference in other case', '[a][Bc]\n\n[bC]: LICENSE'),
  page('footnotes', 'a[^1] b[^c]\n\n[^1]: d\n[^c]: e'),
  page('sets of characters', 'a [^a-z] [^ab] b'),
  page('an alert', '> [!NOTE]\n> a'),
  page('a wiki link', '[[a]] [[b|c]]'),
  page(
    'a citation of a task',
    '[#123][] [a][#45]\n\n[#123]: https://b.invalid\n[#45]: https://b.invalid',
  ),
  page('an empty link', '[a]() [b](<>)'),
  page(
    'the table of all-contributors',
    '<!-- ALL-CONTRIBUTORS-LIST:START -->\n<a href="#infra-someone">a</a>\n<!-- ALL-CONTRIBUTORS-LIST:END -->',
  ),
  page('a reference to an object', '[`pkg.Class`][] [a][pkg.func]'),
  page('a data image', '![a](data:image/png;base64,AAAA)'),
  page('a Windows path', '[a](C:\\\\b) [c](\\\\\\\\d\\\\e)'),
];
