import type { MystPage } from './myst-site.ts';

const page = (what: string, text: string, ...expected: readonly string[]): MystPage => ({
  what,
  text,
  expected,
});
const silent = (...made: Parameters<typeof page>): MystPage => ({ ...page(...made), silent: true });

/** mkdocs.yml of the made site, but for its nav. */
export const MKDOCS_CONFIG = `site_name: Made
use_directory_urls: true
exclude_docs: |
  hidden/
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc:
      permalink: true
  - pymdownx.details
  - pymdownx.superfences
  - pymdownx.tabbed:
      alternate_style: true
  - pymdownx.snippets:
      base_path: [docs, .]
plugins: []
validation:
  nav:
    omitted_files: warn
    not_found: warn
  links:
    not_found: warn
    anchors: warn
    absolute_links: ignore
    unrecognized_links: ignore
`;

/** Files beside the pages. */
export const MKDOCS_FILES: Readonly<Record<string, string>> = {
  'docs/sub/other.md':
    '# Other page\n\n## A part & more\n\n## A part & more\n\n## Named {#named}\n\n<a id="raw"></a>\n\ntext\n',
  'docs/sub/index.md': '# Sub\n',
  'docs/hidden/page.md': '# Hidden\n',
  'docs/img/a.png': '',
  'docs/img/with space.png': '',
  'docs/inc/part.md': '## Included\n',
  'README.md': '# Read me\n',
  'part.txt': 'text\n',
};

/** Faults, each with its place. */
export const MKDOCS_FAULTS: readonly MystPage[] = [
  page('a link to no page', '[a](no.md)', 'missing-link 1:5'),
  page('a link to no page, with an anchor', '[a](no.md#b)', 'missing-link 1:5'),
  page('a link on the third line', 'a\nb\n[c](no.md)', 'missing-link 3:5'),
  page('a link from another folder', '[a](../sub/other.md)', 'missing-link 1:5'),
  page('a link to a file of the repository', '[a](../README.md)', 'missing-link 1:5'),
  page('a link in an admonition', '!!! note\n\n    [a](no.md)', 'missing-link 3:9'),
  page('a link in details', '??? note "A"\n    [a](no.md)', 'missing-link 2:9'),
  page('a link in a tab', '=== "A"\n\n    [a](no.md)', 'missing-link 3:9'),
  page('a link in a table', '| a |\n|---|\n| [b](no.md) |', 'missing-link 3:7'),
  page('a link in a list', '- a\n\n    - [b](no.md)', 'missing-link 3:11'),
  page('a link in a definition', 'a\n:   [b](no.md)', 'missing-link 2:9'),
  page('a definition of a link', '[a][b]\n\n[b]: no.md', 'missing-link 3:6'),
  page('an image', '![a](img/no.png)', 'missing-link 1:6'),
  page('an image with attributes', '![a](img/no.png){ width=100 }', 'missing-link 1:6'),
  page('a link of another case', '[a](Sub/other.md)', 'missing-link 1:5'),
  page('a link to the built page', '[a](sub/other.html)', 'missing-link 1:5'),
  page('an address without mailto:', '[a](b@c.invalid)', 'missing-link 1:5'),
  page(
    'a link in HTML that is Markdown',
    '<div markdown>\n\n[a](no.md)\n\n</div>',
    'missing-link 3:5',
  ),
  page('an anchor of no title', '[a](#no-title)', 'missing-anchor 1:6'),
  page('an anchor as GitHub makes it', '## A & b\n\n[a](#a--b)', 'missing-anchor 3:6'),
  page('an anchor of another page', '[a](sub/other.md#no)', 'missing-anchor 1:18'),
  page('a second title as GitHub counts', '[a](sub/other.md#a-part-more-1)', 'missing-anchor 1:18'),
  page('an anchor of another case', '## A b\n\n[a](#A-b)', 'missing-anchor 3:6'),
];

/** Faults of which MkDocs says nothing. */
export const MKDOCS_SILENT: readonly MystPage[] = [
  silent('a reference without definition', '[ab][cd]', 'undefined-link 1:6'),
  silent('a footnote without its note', 'a[^1]', 'undefined-note 1:2'),
  silent('HTML: an image', '<img src="../img/no.png">', 'missing-link 1:11'),
  silent('HTML: a link to no page', '<a href="../no/">b</a>', 'missing-link 1:10'),
  silent('HTML: a link to a source', '<a href="sub/other.md">b</a>', 'missing-link 1:10'),
  silent('a page beside, without its suffix', '[a](control-0)', 'missing-link 1:5'),
  silent('a snippet of no file', '--8<-- "no.md"', 'missing-link 1:9'),
];

/** What looks broken and is valid. */
export const MKDOCS_CONTROLS: readonly MystPage[] = [
  page('a page', '[a](sub/other.md) [b](./sub/other.md) [c](sub/../sub/index.md)'),
  page('this page', '[a](control-1.md) [b](.)'),
  page('titles of this page', '## A b\n\n## A b\n\n[a](#a-b) [b](#a-b_1)'),
  page('titles of another page', '[a](sub/other.md#a-part-more) [b](sub/other.md#a-part-more_1)'),
  page('ids that are written', '[a](sub/other.md#named) [b](sub/other.md#raw)'),
  page('an id of a paragraph', 'Text\n{: #mine }\n\n[a](#mine)'),
  page('a title with markup', '## The `x.y` of *z*\n\n[a](#the-xy-of-z)'),
  page('a title with a link', '## See [a](sub/other.md)\n\n[b](#see-a)'),
  page('a title in an admonition', '!!! note\n\n    ## Within\n\n[a](#within)'),
  page('an image', '![a](img/a.png) ![b](<img/with space.png>) ![c](img/with%20space.png)'),
  page('an image behind a page', '[![a](img/a.png)](sub/other.md)'),
  page('an address from the top', '[a](/no/where) ![b](/img/no.png)'),
  page('an address of the built site', '[a](../sub/other/) [b](../sub/)'),
  page('another site beside', '[a](../../stable/) [b](../../../x/)'),
  page(
    'other addresses',
    '[a](https://b.invalid/no.md) [c](mailto:d@e.invalid) <https://f.invalid>',
  ),
  page('HTML: built pages', '<a href="../sub/other/">a</a> <img src="../img/a.png">'),
  page('HTML: within Markdown', 'a <img src="../img/a.png" alt="b"> c'),
  page('code', '`[a](no.md)`\n\n```md\n[b](no.md)\n```\n\n    [c](no.md)'),
  page('comments', '<!-- [a](no.md) -->'),
  page('footnotes', 'a[^1] b[^x]\n\n[^1]: c\n[^x]: d\n\n[e](#fn:1)'),
  page('snippets', '--8<-- "part.txt"\n--8<-- "inc/part.md"'),
  page('a snippet that is escaped', '```\n;--8<-- "no.md"\n```'),
  page('a title of a snippet', '--8<-- "inc/part.md"\n\n[a](#included)'),
  page('an empty anchor', '[a](#) [b](sub/other.md#)'),
  page('brackets in text', 'a [b] c[0] - [ ] [x][] [1][2]'),
  page('a reference with code', '[`ab`][] [c][`ab`]\n\n[`ab`]: sub/other.md'),
  page('an icon in a title', '## :material-check: Done\n\n[a](#material-check-done)'),
  page('a table of contents', '[TOC]\n\n## A b\n\n[a](#a-b)'),
];
