import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pinnedSdists, unpackedSdist } from '@pymaint/testing';
import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from './markdown.ts';

/** Projects with enough Markdown to be worth reading; some of the files are MyST or for MkDocs. */
const PROJECTS = (
  'aiohttp anyio attrs black click coverage dask datasette dunamai fastapi flask hatch ' +
  'hatchling httpx loguru mkdocs myst-parser nbconvert numpy pillow pip pluggy poetry ' +
  'pybind11 pydantic pytest requests rich scrapy structlog tomli tomlkit twisted unearth ' +
  'urllib3'
).split(' ');

/**
 * Where the two differ, and why. cmark-gfm, GitHub's own parser (cmarkgfm 2025.10.22 was asked), counts as many links and
 * code blocks as this reader in the first two; in the third it makes no link of an address in brackets at all:
 * - numpy, Subprojects.md: remark takes paragraphs in list items for indented code;
 * - requests, HISTORY.md: remark cuts indented code in two behind an empty list item;
 * - numpy, CODE_OF_CONDUCT.md: a bare address in brackets, which remark takes further than the bracket; it is read here
 *   up to the bracket, as it is an address that someone may follow.
 */
const DIFFERENT = [
  'meson/docs/markdown/Subprojects.md',
  'requests-2.34.2/HISTORY.md',
  'x86-simd-sort/CODE_OF_CONDUCT.md',
];

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

describe('readMarkdown and remark', () => {
  it('are asked about at least 20 pinned projects', async () => {
    const pinned = new Set((await pinnedSdists()).map(({ name }) => name));
    expect(PROJECTS.filter((name) => !pinned.has(name))).toEqual([]);
    expect(PROJECTS.length).toBeGreaterThan(20);
  });

  it.each(PROJECTS)('find the same in all Markdown of %s, at the same offsets', async (name) => {
    const root = await unpackedSdist(name);
    const paths = (await readdir(root, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      if (DIFFERENT.some((end) => path.endsWith(end))) continue;
      const text = await readFile(path, 'utf8');
      const theirs = ofRemark(text);
      const file = relative(root, path);
      expect({ file, found: ofReader(text, theirs) }).toEqual({ file, found: theirs.found });
    }
  });

  it.each(DIFFERENT)('still differ in %s', async (end) => {
    const root = await unpackedSdist(end.startsWith('requests') ? 'requests' : 'numpy');
    const all = await readdir(root, { recursive: true });
    const path = all.find((name) => join('requests-2.34.2', name).endsWith(end)) ?? '';
    const text = await readFile(join(root, path), 'utf8');
    const theirs = ofRemark(text);
    expect(ofReader(text, theirs)).not.toEqual(theirs.found);
  });
});

interface Found {
  readonly found: readonly string[];
  /** Addresses that remark finds after parsing, without positions. */
  readonly placeless: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
}

function ofRemark(text: string): Found {
  const found: string[] = [];
  const placeless = new Set<string>();
  const labels = new Set<string>();
  const visit = (node: Nodes): void => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset ?? 0;
    if (node.type === 'definition') labels.add(node.identifier);
    if (start === undefined) {
      if (node.type === 'link') placeless.add(node.url);
    } else {
      const line = lineOf(text, start, end, node);
      if (line !== undefined) found.push(line);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(remark.parse(text));
  return { found: found.toSorted(), placeless, labels };
}

function lineOf(text: string, start: number, end: number, node: Nodes): string | undefined {
  switch (node.type) {
    case 'link':
      return `link ${start} ${end} ${node.url}`;
    case 'image':
      return node.url === '' ? undefined : `image ${start} ${end} ${node.url}`;
    case 'definition':
      return `definition ${start} ${end} ${node.url}`;
    case 'linkReference':
    case 'imageReference':
      return `reference ${start} ${end}`;
    case 'heading':
      return `heading ${node.depth} ${lineStart(text, start)} ${oneLine(textOf(node))}`;
    case 'footnoteReference':
      return `footnote reference ${start} ${end}`;
    case 'footnoteDefinition':
      return `footnote ${start}`;
    case 'code':
      return `code ${end} ${node.lang ?? ''}`;
    default:
      return undefined;
  }
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a reader sees of a heading: no image, tag or footnote. */
function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function ofReader(text: string, { found, placeless, labels }: Found): readonly string[] {
  const { links, files, targets, references, headings, code } = readMarkdown('x.md', text);
  return [
    ...links
      .filter(({ syntax }) => syntax !== 'attribute' && syntax !== 'definition')
      .map(({ syntax, span, url }) => ({
        syntax,
        url,
        line: `link ${span.start} ${span.end} ${url}`,
      }))
      .filter(
        ({ syntax, url, line }) =>
          found.includes(line) ||
          !(placeless.has(url) && (syntax === 'bare' || syntax === 'email')),
      )
      .map(({ line }) => line),
    ...files
      .filter(({ span }) => text.charAt(span.start) === '!')
      .map(({ span, path }) => `image ${span.start} ${span.end} ${path}`),
    ...targets
      .filter(({ kind }) => kind === 'uri')
      .map(({ span, value }) => `definition ${span.start} ${span.end} ${value ?? ''}`),
    ...targets
      .filter(({ kind }) => kind === 'footnote')
      .map(({ span }) => `footnote ${span.start}`),
    ...references
      .filter(({ kind, targetSpan }) => {
        const label = oneLine(text.slice(targetSpan.start, targetSpan.end)).toLowerCase();
        return kind === 'named' && (labels.has(label) || labels.has(`\`${label}\``));
      })
      .map(({ span }) => `reference ${span.start} ${span.end}`),
    ...references
      .filter(({ kind }) => kind === 'footnote')
      .map(({ span }) => `footnote reference ${span.start} ${span.end}`),
    ...headings.map(
      ({ level, span, text: title }) =>
        `heading ${level} ${lineStart(text, span.start)} ${oneLine(title)}`,
    ),
    ...code.map(({ span, language }) => `code ${span.end} ${language}`),
  ].toSorted();
}
