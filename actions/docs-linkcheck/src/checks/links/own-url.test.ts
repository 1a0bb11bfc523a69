import { nodePorts } from '@pymaint/platform';
import { gitFixture } from '@pymaint/testing';
import { expect, it } from 'vitest';
import { linkcheck } from '../../testing.ts';
import { ownUrl } from './own-url.ts';

const PYPROJECT = `[project]
name = "x"
version = "1"
readme = "README.md"

[project.urls]
Changelog = "https://github.com/o/x/blob/main/CHANGES.md"
Source = "https://github.com/o/x"
Docs = "https://github.com/o/x/tree/HEAD/docs"
Old = "https://github.com/o/x/blob/v1/gone.md"
Other = "https://github.com/p/x/blob/main/gone.md"
`;

const README = `# X

[a](https://github.com/O/X/blob/main/docs/a.md#part) [b](https://github.com/o/x/blob/main/docs/a.md#no)
![c](https://raw.githubusercontent.com/o/x/main/no.png) [d](docs/a.md)
`;

it.each([
  [
    'main',
    [
      /^links\/own-url error pyproject\.toml:7:14 .*did you mean `CHANGELOG\.md`\?/u,
      /^links\/own-url warning README\.md:3:58 Unexpected anchor/u,
      /^links\/own-url warning README\.md:4:6 Unexpected address .*no\.png/u,
    ],
  ],
  ['8.1.x', []],
])(
  'judges addresses of the own repository on its default branch alone: %s',
  async (branch, expected) => {
    await using repository = await gitFixture({
      'pyproject.toml': PYPROJECT,
      'README.md': README,
      'CHANGELOG.md': '# Changes\n',
      'docs/a.md': '# A\n\n## Part\n',
    });
    await repository.git('remote', 'add', 'origin', 'https://github.com/o/x.git');
    if (branch !== 'main') await repository.branch(branch);
    await using ports = await nodePorts({ folder: repository.folder });
    const { findings } = await linkcheck([ownUrl], ports);
    expect(findings).toEqual(expected.map((it) => expect.stringMatching(it)));
  },
);

/** What is said of addresses of the own documentation, each on a line of a README of its own. */
async function saidOfSite(
  files: { readonly [path: string]: string },
  addresses: readonly string[],
): Promise<readonly string[]> {
  await using repository = await gitFixture({
    'pyproject.toml':
      '[project]\nname = "demo"\nversion = "1"\n[project.urls]\nDocs = "https://demo.readthedocs.io"\n',
    'README.md': addresses.map((it) => `<${it}>\n`).join('\n'),
    ...files,
  });
  await repository.git('remote', 'add', 'origin', 'https://github.com/o/demo.git');
  await using ports = await nodePorts({ folder: repository.folder });
  const { findings } = await linkcheck([ownUrl], ports);
  return findings.map((it) => it.replace(/^links\/own-url (\w+) README\.md:\d+:\d+ /u, '$1 '));
}

const SPHINX = {
  'docs/conf.py': 'extensions = ["sphinx.ext.autodoc"]\n',
  'docs/index.rst': 'Demo\n====\n\n.. toctree::\n\n   guide\n   api\n',
  'docs/guide.rst': 'Guide\n=====\n\n.. _way:\n\nFirst steps\n-----------\n\nx\n',
  'docs/api.rst': 'API\n===\n\n.. automodule:: demo\n',
};
const HERE = 'https://demo.readthedocs.io/en';

it('judges pages and anchors of the documentation at Read the Docs by its sources', async () => {
  const good = [
    `${HERE}/latest/`,
    `${HERE}/latest/index.html`,
    `${HERE}/latest/guide.html#first-steps`,
    `${HERE}/latest/guide.html#way`,
    `${HERE}/latest/api.html#demo.anything`,
    `${HERE}/latest/genindex.html`,
    `${HERE}/latest/_modules/demo.html`,
    `${HERE}/latest/downloads/x.pdf`,
    `${HERE}/latest/old/`,
    `${HERE}/1.0/old.html`,
    'https://demo.readthedocs.io/de/latest/old.html',
    'https://demo-other.readthedocs.io/en/latest/old.html',
  ];
  expect(await saidOfSite(SPHINX, good)).toEqual([]);
  expect(
    await saidOfSite(SPHINX, [
      `${HERE}/latest/old.html`,
      `${HERE}/latest/guide.html#second-steps`,
      `${HERE}/stable/old.html`,
    ]),
  ).toEqual([
    `warning Unexpected address \`${HERE}/latest/old.html\`, expected a page that is built`,
    `warning Unexpected anchor of \`${HERE}/latest/guide.html#second-steps\`, expected a title or label of \`docs/guide.rst\``,
    `warning Unexpected address \`${HERE}/stable/old.html\`, expected a page that is built, once it is built from this tree`,
  ]);
});

it.each([
  ['an extension', { 'docs/conf.py': 'extensions = ["autoapi.extension"]\n' }],
  ['code', { 'docs/conf.py': 'def setup(app):\n    app.connect("x", y)\n' }],
  [
    'a redirect',
    { 'docs/conf.py': 'extensions = ["sphinx_reredirects"]\nredirects = {"old": "guide.html"}\n' },
  ],
  [
    'a second documentation',
    { 'mkdocs.yml': 'site_name: x\ndocs_dir: more\n', 'more/index.md': '# X\n' },
  ],
])('says nothing where %s may make the page', async (_, files) => {
  expect(await saidOfSite({ ...SPHINX, ...files }, [`${HERE}/latest/old.html`])).toEqual([]);
});

const MKDOCS = {
  'mkdocs.yml': 'site_name: x\nsite_url: https://o.github.io/demo/\n',
  'docs/index.md': '# Demo\n',
  'docs/guide.md': '# Guide\n\n## First steps\n',
  'docs/part/index.md': '# Part\n',
  'docs/a.png': 'x',
};
const SITE = 'https://o.github.io/demo';

it('judges pages and anchors of an MkDocs site by its sources', async () => {
  const good = [
    `${SITE}/`,
    SITE,
    `${SITE}/guide/#first-steps`,
    `${SITE}/part/`,
    `${SITE}/a.png`,
    `${SITE}/search/`,
    `${SITE}/latest/old/`,
    'https://o.github.io/other/old/',
  ];
  expect(await saidOfSite(MKDOCS, good)).toEqual([]);
  expect(await saidOfSite(MKDOCS, [`${SITE}/old/`, `${SITE}/guide/#second`])).toEqual([
    `warning Unexpected address \`${SITE}/old/\`, expected a page that is built`,
    expect.stringMatching(/^warning Unexpected anchor of `.*#second`/),
  ]);
});

it.each([
  ['versions', 'plugins: [mike]\n'],
  ['a hook', 'hooks: [x.py]\n'],
  ['a redirect', 'plugins:\n  - redirects:\n      redirect_maps:\n        old.md: guide.md\n'],
])('says nothing of an MkDocs site where %s may make the page', async (_, more) => {
  const files = { ...MKDOCS, 'mkdocs.yml': MKDOCS['mkdocs.yml'] + more };
  expect(await saidOfSite(files, [`${SITE}/old/`])).toEqual([]);
});
