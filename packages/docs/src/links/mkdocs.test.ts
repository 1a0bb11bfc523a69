import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { pythonWith } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import {
  MKDOCS_CONFIG,
  MKDOCS_CONTROLS,
  MKDOCS_FAULTS,
  MKDOCS_FILES,
  MKDOCS_SILENT,
} from '../../test-support/mkdocs-site.ts';
import type { MystPage } from '../../test-support/myst-site.ts';
import { emptyDraft, finishDocument } from '../document.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { readMkdocsConfig } from '../mkdocs/config.ts';
import { checkMkdocs } from './mkdocs.ts';
import { fileTree, type TreeInput } from './tree.ts';

const PAGES: readonly (readonly [string, MystPage])[] = [
  ...MKDOCS_FAULTS.map((page, n) => [`fault-${n}.md`, page] as const),
  ...MKDOCS_SILENT.map((page, n) => [`silent-${n}.md`, page] as const),
  ...MKDOCS_CONTROLS.map((page, n) => [`control-${n}.md`, page] as const),
];

const NAV = `nav:\n  - index.md\n${PAGES.map(([path]) => `  - ${path}\n`).join('')}  - sub/index.md\n  - sub/other.md\n`;

const site: ReadonlyMap<string, string> = new Map([
  ['mkdocs.yml', `${MKDOCS_CONFIG}${NAV}  - no-page.md\n`],
  ['docs/index.md', '# Index\n'],
  ['docs/omitted.md', '# Omitted\n'],
  ...PAGES.map(([path, { text }]) => [`docs/${path}`, `# Page\n\n${text}\n`] as const),
  ...Object.entries(MKDOCS_FILES),
]);

const check = (
  files: ReadonlyMap<string, string>,
  tree: Partial<TreeInput> = {},
  shownFrom: () => readonly string[] = () => [],
) => {
  const text = files.get('mkdocs.yml') ?? '';
  const config = readMkdocsConfig(text);
  return checkMkdocs({
    configFile: finishDocument('mkdocs.yml', 'markdown', text, emptyDraft()),
    config,
    docsFolder: 'docs',
    documents: [...files]
      .filter(([path]) => path.startsWith('docs/') && path.endsWith('.md'))
      .map(([path, it]) =>
        readMarkdown(path, it, { flavour: 'mkdocs', extensions: config.extensions }),
      ),
    tree: fileTree({ files: files.keys(), ...tree }),
    shownFrom,
  });
};

const findings = check(site);

describe('the made site in MkDocs', () => {
  it.each(PAGES.map(([path, it]) => [path, it.what, it] as const))('%s: %s', (path, _, page) => {
    const found = findings.filter(({ place }) => place.path === `docs/${path}`);
    expect(
      found.map(({ rule, place }) => `${rule.slice(5)} ${place.line - 2}:${place.column}`),
    ).toEqual(page.expected);
  });

  it('has no other findings than an entry and a page too few', () => {
    const paths = new Set(PAGES.map(([path]) => `docs/${path}`));
    expect(
      findings
        .filter(({ place }) => !paths.has(place.path))
        .map(({ rule, level, place }) => `${rule} ${level} ${place.path}`),
    ).toEqual(['docs/nav-entry error mkdocs.yml', 'docs/nav-omitted notice docs/omitted.md']);
  });

  it('agrees with MkDocs, page by page', { timeout: 300_000 }, async () => {
    const ours = new Set(
      findings
        .filter(({ rule }) => !rule.includes('nav'))
        .map(({ place }) => place.path.replace('docs/', ''))
        .filter((path) => !path.startsWith('silent')),
    );
    expect([...ours].toSorted()).toEqual([...(await mkdocsWarnings(site))].toSorted());
  });
});

/** The pages about which MkDocs warns. */
async function mkdocsWarnings(files: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'pymaint-mkdocs-'));
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const python = await pythonWith('mkdocs==1.6.1', 'pymdown-extensions==13.1');
    const { stderr } = await promisify(execFile)(python, ['-m', 'mkdocs', 'build'], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: '1' },
      maxBuffer: 1 << 26,
    });
    return new Set(
      Array.from(stderr.matchAll(/WARNING.*Doc file '([^']+)'/gu), ([, path = '']) => path),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('what is not certain in MkDocs', () => {
  const broken = (extra: string) =>
    new Map([
      ['mkdocs.yml', `site_name: x\n${extra}nav:\n  - index.md\n  - gone.md\n`],
      ['docs/index.md', '# A\n\n[a](no.md) [b](#no)\n'],
    ]);
  it.each([
    ['a hook', 'hooks: [hook.py]\n', ['missing-link notice', 'missing-anchor error']],
    [
      'a plugin that makes pages',
      'plugins: [search, gen-files]\n',
      ['missing-link notice', 'missing-anchor error'],
    ],
    [
      'a plugin that is not known',
      'plugins:\n  - mine: {}\n',
      ['nav-entry notice', 'missing-link notice', 'missing-anchor error'],
    ],
    ['another file', 'INHERIT: ../base.yml\n', ['missing-link notice', 'missing-anchor error']],
    [
      'a slug function that is not known',
      'markdown_extensions:\n  - toc:\n      slugify: !!python/name:mine.slug\n',
      ['nav-entry error', 'missing-link error', 'missing-anchor warning'],
    ],
    [
      'the usual plugins',
      'plugins: [search, mkdocstrings, autorefs]\n',
      ['nav-entry error', 'missing-link error', 'missing-anchor error'],
    ],
    ['a level of the user', 'validation:\n  not_found: ignore\n', ['missing-anchor error']],
  ])('goes by %s', (_, extra, expected) => {
    expect(check(broken(extra)).map(({ rule, level }) => `${rule.slice(5)} ${level}`)).toEqual(
      expected,
    );
  });

  it.each([
    ['', ['missing-link warning']],
    ['hooks: [links.py]\n', []],
  ])('of a file beside the docs folder, with %j, tells %j', (extra, expected) => {
    const files = new Map([
      ['mkdocs.yml', `site_name: x\n${extra}`],
      ['docs/index.md', '# A\n\n[a](../setup.cfg)\n'],
      ['setup.cfg', ''],
    ]);
    expect(check(files).map(({ rule, level }) => `${rule.slice(5)} ${level}`)).toEqual(expected);
  });

  it('leaves alone references to objects, macros and pages that describe objects', () => {
    const files = new Map([
      ['mkdocs.yml', 'site_name: x\nplugins: [mkdocstrings]\n'],
      ['docs/index.md', '# A\n\n[B][pkg.B] [pkg.C][] {{ d("[e](no)") }}\n\n[f](api.md#pkg.f)\n'],
      ['docs/api.md', '# API\n\n::: pkg\n'],
    ]);
    expect(check(files)).toEqual([]);
  });

  it('judges redirects', () => {
    const files = new Map([
      [
        'mkdocs.yml',
        'site_name: x\nplugins:\n  - redirects:\n      redirect_maps:\n        old.md: index.md#a\n        b.md: c.md\n        d.md: https://e.invalid\n',
      ],
      ['docs/index.md', '# A\n'],
    ]);
    expect(check(files).map(({ rule, place }) => `${rule} ${place.line}:${place.column}`)).toEqual([
      'docs/nav-redirect 6:15',
    ]);
  });

  it('takes no way that only another place of the same text can go', () => {
    const files = new Map([
      ['mkdocs.yml', 'site_name: x\n'],
      ['docs/index.md', '# A\n'],
      ['docs/contributing.md', '[a](LICENSE.md) [b](Index.md)\n'],
      ['LICENSE.md', 'x\n'],
    ]);
    const found = check(files, {}, () => ['']);
    expect(found.map(({ level, fix }) => [level, fix?.safe])).toEqual([
      ['warning', undefined],
      ['error', true],
    ]);
  });

  it('takes an id with backslashes for both, as `pymdownx.escapeall` decides', () => {
    const files = new Map([
      ['mkdocs.yml', 'site_name: x\n'],
      ['docs/index.md', '# 9.0 {: #\\9.0 }\n\n[a](#9.0)\n'],
    ]);
    expect(check(files)).toEqual([]);
  });

  it('goes into no folder that it cannot see', () => {
    const files = new Map([
      ['mkdocs.yml', 'site_name: x\n'],
      ['docs/index.md', '[a](linked/b.md)\n'],
    ]);
    expect(check(files, { opaque: ['docs/linked'] })).toEqual([]);
  });
});
