import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { objectIndex } from '@pymaint/python';
import { describe, expect, it } from 'vitest';
import {
  CONF,
  CONTROLS,
  FAULTS,
  FILES,
  SILENT_FAULTS,
  SOURCE,
} from '../../test-support/site/index.ts';
import type { MadePage } from '../../test-support/site/index.ts';
import { sphinxSays } from '../../test-support/sphinx-says.ts';
import { readRst } from '../rst/read-rst.ts';
import { sphinxConf } from '../sphinx/conf.ts';
import { resolveSphinx } from './resolve.ts';

/** Every page under a name of its own, below a title. */
const PAGES: readonly (readonly [string, MadePage])[] = [
  ...FAULTS.map((page, n) => [`fault-${n}.rst`, page] as const),
  ...SILENT_FAULTS.map((page, n) => [`silent-${n}.rst`, page] as const),
  ...CONTROLS.map((page, n) => [`control-${n}.rst`, page] as const),
];
/** The lines above what the table says. */
const ABOVE = 3;

const site: ReadonlyMap<string, string> = new Map([
  [
    'index.rst',
    'Index\n#####\n\n.. toctree::\n   :glob:\n\n   fault-*\n   silent-*\n   control-*\n   sub/*\n',
  ],
  ...PAGES.map(([path, { text }]) => [path, `${path}\n${'#'.repeat(20)}\n\n${text}\n`] as const),
  ...Object.entries(FILES),
]);

const findings = resolveSphinx({
  sourceFolder: '',
  conf: { ...sphinxConf('conf.py', CONF), hasSetup: false },
  documents: [...site]
    .filter(([path]) => /\.(?:rst|txt)$/u.test(path))
    .map(([path, text]) => readRst(path, text)),
  hasFile: (path) => site.has(path),
  otherLabels: new Set(),
  texts: site,
  source: objectIndex({
    files: Object.keys(SOURCE),
    read: (path) => SOURCE[path],
    mayAppear: () => false,
  }),
});

describe('the made site', () => {
  it('is large enough to tell something', () => {
    expect(FAULTS.length + SILENT_FAULTS.length).toBeGreaterThanOrEqual(120);
    expect(CONTROLS.length).toBeGreaterThanOrEqual(100);
    expect(new Set(PAGES.map(([, { what }]) => what)).size).toBe(PAGES.length);
  });

  it.each(PAGES)('%s: $what', (path, page) => {
    const found = findings.filter(({ place }) => place.path === path);
    expect(found.map(({ rule, place }) => `${rule} ${place.line - ABOVE}:${place.column}`)).toEqual(
      page.expected,
    );
  });

  it('has no findings elsewhere, and is certain of all', () => {
    const paths = new Set(PAGES.map(([path]) => path));
    expect(findings.filter(({ place }) => !paths.has(place.path))).toEqual([]);
    expect(
      findings.filter(({ level, rule }) => level === 'notice' && rule !== 'docs/single-colon'),
    ).toEqual([]);
  });

  it('takes a remark behind `.. note:` for one, but not a block below it', () => {
    const levels = findings
      .filter(({ rule }) => rule === 'docs/single-colon')
      .map(({ level, place }) => [place.path, level]);
    expect(Object.fromEntries(levels)).toEqual({
      'silent-0.rst': 'notice',
      'silent-1.rst': 'warning',
      'silent-5.rst': 'warning',
    });
  });
});

/** What Sphinx says of each page of the table; written anew with `UPDATE=1`. */
const KEPT = fileURLToPath(new URL('../../test-support/site/sphinx-says.json', import.meta.url));

describe('Sphinx', () => {
  it('says of each page what the table tells', { timeout: 300_000 }, async () => {
    const said = await sphinxSays(site, CONF);
    const table = Object.fromEntries(
      PAGES.flatMap(([path, { what }]) => {
        const lines = said.get(path);
        return lines === undefined
          ? []
          : [[what, lines.map((it) => ({ ...it, line: it.line && it.line - ABOVE }))]];
      }),
    );
    if (process.env['UPDATE']) await writeFile(KEPT, `${JSON.stringify(table, null, 2)}\n`);
    expect(table).toEqual(JSON.parse(await readFile(KEPT, 'utf8')));
  });

  it('warns of all faults but the silent ones, and of no control', async () => {
    const kept = JSON.parse(await readFile(KEPT, 'utf8')) as Record<string, unknown>;
    expect(Object.keys(kept).toSorted()).toEqual(FAULTS.map(({ what }) => what).toSorted());
  });
});
