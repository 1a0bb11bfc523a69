/** A page of the made site in MyST Markdown: what stands in it, and the findings expected. */
export interface MystPage {
  readonly what: string;
  readonly text: string;
  /** `rule line:column`. */
  readonly expected: readonly string[];
  /** Whether Sphinx says nothing of it. */
  readonly silent?: boolean;
}

const page = (what: string, text: string, ...expected: readonly string[]): MystPage => ({
  what,
  text,
  expected,
});
const silent = (...made: Parameters<typeof page>): MystPage => ({ ...page(...made), silent: true });

/** conf.py of the made site. */
export const MYST_CONF = `
extensions = ["myst_parser"]
myst_heading_anchors = 2
myst_enable_extensions = ["colon_fence", "attrs_inline", "attrs_block", "deflist", "substitution"]
myst_url_schemes = {"http": None, "https": None, "mailto": None, "gh": "https://x.invalid/{{path}}"}
exclude_patterns = ["hidden", "inc"]
suppress_warnings = ["misc.highlighting_failure"]
`;

/** Files beside the pages. */
export const MYST_FILES: Readonly<Record<string, string>> = {
  'sub/other.md':
    '# Other page\n\n(other-label)=\n\n## A part\n\n### Deep\n\n<a id="raw"></a>\n\ntext\n',
  'sub/old.rst': 'Old page\n========\n\n.. _old-label:\n\nIts part\n--------\n\ntext\n',
  'hidden/page.md': '# Hidden\n',
  'inc/part.md': '(in-part)=\n\n## Included\n\ntext\n',
  'data/a.png': '',
  'data/a.py': 'x = 1\n',
  'data/with space.txt': '',
};

/** Faults, each with its place. */
export const MYST_FAULTS: readonly MystPage[] = [
  page('a link to no page', '[a](no.md)', 'docs/missing-link 1:5'),
  page('a link to no page, with an anchor', '[a](no.md#b)', 'docs/missing-link 1:5'),
  page('a link to a page that is excluded', '[a](hidden/page.md)', 'docs/missing-link 1:5'),
  page('a link to the built page', '[a](sub/other.html)', 'docs/missing-link 1:5'),
  page('a link on the third line', 'a\nb\n[c](no.md)', 'docs/missing-link 3:5'),
  page('a link in an admonition', ':::{note}\n[a](no.md)\n:::', 'docs/missing-link 2:5'),
  page('a link in backquotes’ admonition', '```{note}\n[a](no.md)\n```', 'docs/missing-link 2:5'),
  page('a link in a list', '- a\n  - [b](no.md)', 'docs/missing-link 2:9'),
  page('a link in a table', '| a |\n|---|\n| [b](no.md) |', 'docs/missing-link 3:7'),
  page('a link to no file', '[a](data/b.py)', 'docs/missing-link 1:5'),
  page('a definition of a link', '[a][b]\n\n[b]: no.md', 'docs/missing-link 3:6'),
  page('project: of no page', '<project:no.md>', 'docs/missing-link 1:10'),
  page('project: of no place', '<project:#no-where>', 'docs/missing-anchor 1:11'),
  page('path: of no file', '[a](path:data/b.py)', 'docs/missing-link 1:10'),
  page('an anchor of no title', '[a](#no-title)', 'docs/missing-anchor 1:6'),
  page('an anchor of no title, without text', '[](#no-title)', 'docs/missing-anchor 1:5'),
  page(
    'an anchor of a title with a slip',
    '## My title\n\n[a](#my-titel)',
    'docs/missing-anchor 3:6',
  ),
  page('an anchor of another page', '[a](sub/other.md#a-prat)', 'docs/missing-anchor 1:18'),
  page(
    'a place of a page in reStructuredText',
    '[a](sub/old.rst#no-part)',
    'docs/missing-anchor 1:17',
  ),
  page(
    'a title that is too deep for anchors',
    '[a](sub/other.md#deep-er)',
    'docs/missing-anchor 1:18',
  ),
  page('{ref} to nothing', '{ref}`nowhere`', 'docs/undefined-label 1:7'),
  page('{ref} with a title', '{ref}`A <nowhere>`', 'docs/undefined-label 1:10'),
  page('{doc} to nothing', '{doc}`nowhere`', 'docs/undefined-document 1:7'),
  page('{term} of no glossary', '{term}`nowhere`', 'docs/undefined-term 1:8'),
  page('{download} of no file', '{download}`no.zip`', 'docs/missing-file 1:12'),
  page('an image', '![a](data/b.png)', 'docs/missing-file 1:6'),
  page('an image directive', '```{image} data/b.png\n```', 'docs/missing-file 1:12'),
  page('a figure', ':::{figure} data/b.png\n\na\n:::', 'docs/missing-file 1:13'),
  page('an include', '```{include} inc/no.md\n```', 'docs/missing-file 1:14'),
  page('code of no file', '```{literalinclude} data/b.py\n```', 'docs/missing-file 1:21'),
  page('an entry of a toctree', '```{toctree}\nnowhere\n```', 'docs/toctree-entry 2:1'),
  page(
    'an entry with a title',
    '```{toctree}\n:hidden:\n\nA <nowhere>\n```',
    'docs/toctree-entry 4:4',
  ),
  page('a second label', '(twice)=\n## A\n\n(twice)=\n## B', 'docs/duplicate-label 4:2'),
  page(
    'reStructuredText in Markdown',
    '```{eval-rst}\n:ref:`nowhere`\n```',
    'docs/undefined-label 2:7',
  ),
  page(
    'a directive within a directive',
    '::::{note}\n:::{tip}\n{ref}`nowhere`\n:::\n::::',
    'docs/undefined-label 3:7',
  ),
  page('a role in a title', '## A {ref}`nowhere`', 'docs/undefined-label 1:12'),
  page('a role in a definition list', 'a\n: {ref}`nowhere`', 'docs/undefined-label 2:9'),
  page('{numref} to nothing', '{numref}`nowhere`', 'docs/undefined-label 1:10'),
  page('a footnote without its note', 'a[^1]', 'docs/undefined-note 1:2'),
  page('an equation', '{eq}`nowhere`', 'docs/undefined-equation 1:6'),
  page('a term in text', 'a {option}`--no`', 'docs/undefined-option 1:12'),
];

/** Faults of which Sphinx says nothing, or not at this place. */
export const MYST_SILENT: readonly MystPage[] = [
  silent('a reference without definition', '[ab][cd]', 'docs/undefined-link 1:6'),
  silent('HTML: a link to no page', '<a href="no.html">b</a>', 'docs/missing-link 1:10'),
  silent('HTML: a link to a source', '<a href="sub/other.md">b</a>', 'docs/missing-link 1:10'),
  silent('HTML: a link to no place', '<a href="#no-place">b</a>', 'docs/missing-anchor 1:11'),
  silent('HTML: an image', '<img src="data/b.png">', 'docs/missing-file 1:11'),
];

/** What looks broken and is valid. */
export const MYST_CONTROLS: readonly MystPage[] = [
  page('a page', '[a](sub/other.md) [b](/sub/other.md) [](sub/other.md) <project:sub/other.md>'),
  page('a page without its suffix', '[a](sub/other) [b](/sub/other)'),
  page('a page in reStructuredText', '[a](sub/old.rst) [b](sub/old.rst#old-label)'),
  page('a label as an address', '[a](other-label) [b](old-label)'),
  page('a label by its anchor', '[](#other-label) [a](#old-label) <project:#other-label>'),
  page('a place of another page', '[a](sub/other.md#a-part) [b](sub/other.md#other-label)'),
  page('titles of this page', '## My title\n\n## My title\n\n[a](#my-title) [b](#my-title-1)'),
  page('a title with markup', '## `x.y` and *z*\n\n[a](#xy-and-z)'),
  page('a title with other letters', '## Über uns\n\n[a](#über-uns) [b](#%C3%BCber-uns)'),
  page('a file to download', '[a](data/a.py) [b](path:data/a.py) <path:data/a.py>'),
  page('a file with a blank', '[a](<data/with space.txt>) [b](data/with%20space.txt)'),
  page('a scheme of the project', '[a](gh:b/c) <gh:d>'),
  page('other addresses', '<https://x.invalid/no.md> [a](mailto:b@c.invalid)'),
  page('a link with the class external', '[a](https://x.invalid){.external}'),
  page('an id of an attribute list', '[a]{#my-id} [b](#my-id)'),
  page('an id on a line of its own', '{#my-block}\nText\n\n[a](#my-block)'),
  page('a label before text', '(before-text)=\nText\n\n[a](#before-text) [b](before-text)'),
  page('a name of a directive', ':::{note}\n:name: my-note\n\na\n:::\n\n[b](#my-note)'),
  page('a label in an include', '```{include} inc/part.md\n```\n\n[a](#in-part) [b](#included)'),
  page('a glossary', ':::{glossary}\nMy term\n  a\n:::\n\n{term}`My term` {term}`my TERM`'),
  page('footnotes', 'a[^1] b[^x]\n\n[^1]: c\n[^x]: d'),
  page('brackets in text', 'a [b] c[0] [ ] [x][] d[e][f]'),
  page('a reference with code', '[`ab`][] [c][`ab`]\n\n[`ab`]: sub/other.md'),
  page('code', '`[a](no.md)` ``{ref}`b` ``\n\n```\n[c](no.md)\n{doc}`d`\n```'),
  page('comments', '% [a](no.md)\n\n<!-- {ref}`b` [c](no.md) -->'),
  page('a role that is escaped', '\\{ref}`a`'),
  page('a suppressed role', '{py:func}`!a`'),
  page('pages that Sphinx makes', '{ref}`genindex` {ref}`search`'),
  page('a template', '---\nmyst:\n  substitutions:\n    x: y\n---\n\n# A\n\na {{ x }}'),
  page('a directive as code', '````\n```{toctree}\nno\n```\n````'),
  page('`:doc:` above the top', '{doc}`../../sub/other`'),
  page('a document from the top', '{doc}`/sub/other` {doc}`A <sub/old>`'),
  page('an address in a toctree', '```{toctree}\n:hidden:\n\nA <https://x.invalid>\n```'),
  page('an image of any format', '```{image} data/a.*\n```'),
  page('an image with attributes', '![a](data/a.png){w=100px}'),
  page('HTML: an image of the theme', '<img src="_static/x.png">'),
  page(
    'HTML: a built page',
    '<a href="sub/other.html">a</a> <a href="sub/other.html#a-part">b</a>',
  ),
  page('HTML: a page that Sphinx makes', '<a href="genindex.html">a</a>'),
  page('an anchor that HTML makes', '<a id="mine"></a>\n\n<a href="#mine">a</a>'),
  page('a check list', '- [ ] a\n- [x] b'),
];
