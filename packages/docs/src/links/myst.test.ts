import { describe, expect, it } from 'vitest';
import {
  MYST_CONF,
  MYST_CONTROLS,
  MYST_FAULTS,
  MYST_FILES,
  MYST_SILENT,
  type MystPage,
} from '../../test-support/myst-site.ts';
import { sphinxWarnings } from '../../test-support/sphinx-warnings.ts';
import { resolveSphinx } from '../graph/resolve.ts';
import { readMarkdown } from '../markdown/markdown.ts';
import { readRst } from '../rst/read-rst.ts';
import { settingOr, sphinxConf } from '../sphinx/conf.ts';

const PAGES: readonly (readonly [string, MystPage])[] = [
  ...MYST_FAULTS.map((page, n) => [`fault-${n}.md`, page] as const),
  ...MYST_SILENT.map((page, n) => [`silent-${n}.md`, page] as const),
  ...MYST_CONTROLS.map((page, n) => [`control-${n}.md`, page] as const),
];

/** The page with a title before it, whose two lines are taken off again from the lines found. */
const textOf = (path: string, { text }: MystPage): string =>
  text.startsWith('---') ? `${text}\n` : `# Page ${path}\n\n${text}\n`;

const site: ReadonlyMap<string, string> = new Map([
  ['index.md', '# Index\n\n```{toctree}\n:glob:\n\nfault-*\nsilent-*\ncontrol-*\nsub/*\n```\n'],
  ...PAGES.map(([path, page]) => [path, textOf(path, page)] as const),
  ...Object.entries(MYST_FILES),
]);

const conf = sphinxConf('conf.py', MYST_CONF);
const resolve = (files: ReadonlyMap<string, string>, of = conf) =>
  resolveSphinx({
    sourceFolder: '',
    conf: of,
    documents: [...files].flatMap(([path, text]) => {
      if (path.endsWith('.rst')) return [readRst(path, text)];
      if (!path.endsWith('.md')) return [];
      const extensions = settingOr(of.mystExtensions, []);
      return [readMarkdown(path, text, { flavour: 'myst', extensions })];
    }),
    hasFile: (path) => files.has(path),
    otherLabels: new Set(),
  });

const findings = resolve(site);

describe('the made site in MyST', () => {
  it.each(PAGES.map(([path, it]) => [path, it.what, it] as const))('%s: %s', (path, _, page) => {
    const found = findings.filter(({ place }) => place.path === path);
    expect(found.map(({ rule, place }) => `${rule} ${place.line - 2}:${place.column}`)).toEqual(
      page.expected,
    );
  });

  it('has no findings elsewhere', () => {
    const paths = new Set(PAGES.map(([path]) => path));
    expect(findings.filter(({ place }) => !paths.has(place.path))).toEqual([]);
  });

  it('agrees with Sphinx, page by page', { timeout: 300_000 }, async () => {
    const warned = await sphinxWarnings(site, MYST_CONF, ['myst-parser==5.2.0']);
    const ours = new Set(
      findings.map(({ place }) => place.path).filter((path) => !path.startsWith('silent')),
    );
    expect([...ours].toSorted()).toEqual([...warned].toSorted());
  });
});
