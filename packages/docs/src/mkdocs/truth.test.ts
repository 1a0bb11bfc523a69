import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pythonWith, unpackedSdist } from '@pymaint/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { normalLabel } from '../markdown/link-parts.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { headingIds } from '../slugs.ts';

/** Python-Markdown with the extensions of a MkDocs site: addresses, images and ids of titles of each page. */
const ORACLE = String.raw`
import json, re, sys
from html.parser import HTMLParser
from markdown import Markdown
extensions = ['abbr', 'admonition', 'attr_list', 'footnotes', 'md_in_html', 'meta', 'tables', 'toc', 'def_list',
              'pymdownx.details', 'pymdownx.superfences', 'pymdownx.tabbed', 'pymdownx.tasklist', 'pymdownx.tilde']
class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []
    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == 'a' and 'href' in a and 'footnote' not in a.get('class', ''):
            self.found.append('link ' + a['href'])
        if tag == 'img' and 'src' in a:
            self.found.append('image ' + a['src'])
        if re.fullmatch('h[1-6]', tag):
            self.found.append(f'title {tag[1]} {a.get("id", "")}')
answers = []
for text in json.load(sys.stdin):
    # The site's own hook reads what stands behind a fence's language before Markdown does.
    text = re.sub(r'(?m)^(\s*\x60\x60\x60\w+) .*$', r'\1', text)
    page = Page()
    page.feed(Markdown(extensions=extensions, extension_configs={'pymdownx.tabbed': {'alternate_style': True}}).convert(text))
    answers.append(sorted(page.found))
json.dump(answers, sys.stdout)
`;

let python = '';

beforeAll(async () => {
  python = await pythonWith('markdown==3.11.3', 'pymdown-extensions==13.1');
}, 300_000);

async function convert(texts: readonly string[]): Promise<readonly (readonly string[])[]> {
  const running = promisify(execFile)(python, ['-c', ORACLE], { maxBuffer: 1 << 28 });
  running.child.stdin?.end(JSON.stringify(texts));
  return JSON.parse((await running).stdout) as readonly (readonly string[])[];
}

function found(text: string): readonly string[] {
  const document = readMarkdown('x.md', text, { flavour: 'mkdocs' });
  const { links, references, files, headings, targets } = document;
  const urls = new Map(
    targets.filter(({ kind }) => kind === 'uri').map((it) => [normalLabel(it.name), it.value]),
  );
  const ids = headingIds('python-markdown', headings);
  return [
    ...links
      .filter(({ syntax }) => syntax !== 'definition' && syntax !== 'email')
      .map(({ url }) => `link ${url}`),
    ...references.flatMap(({ kind, target, span }) => {
      const url = kind === 'named' ? urls.get(normalLabel(target)) : undefined;
      if (url === undefined) return [];
      return [`${text.charAt(span.start) === '!' ? 'image' : 'link'} ${url}`];
    }),
    ...files.filter(({ kind }) => kind === 'image').map(({ path }) => `image ${path}`),
    ...headings.map(({ level }, n) => `title ${level} ${ids[n] ?? ''}`),
  ].toSorted();
}

describe('readMarkdown and Python-Markdown', () => {
  it('find the same in the docs of hatch', async () => {
    const root = join(await unpackedSdist('hatch'), 'docs');
    const paths = (await readdir(root, { recursive: true }))
      .filter((path) => path.endsWith('.md'))
      .toSorted();
    const texts = await Promise.all(paths.map((path) => readFile(join(root, path), 'utf8')));
    const theirs = await convert(texts);
    expect(paths.length).toBeGreaterThan(50);
    for (const [index, file] of paths.entries())
      expect({ file, found: found(texts[index] ?? '') }).toEqual({ file, found: theirs[index] });
  });
});
