import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pythonWith } from '@pymaint/testing';
import { describe, expect, it } from 'vitest';
import {
  CONF,
  CONTROLS,
  FAULTS,
  FILES,
  type MadePage,
  SILENT_FAULTS,
} from '../../test-support/site.ts';
import { TRUTH } from '../../test-support/rst-truth.ts';
import { readRst } from '../rst/read-rst.ts';
import { sphinxConf } from '../sphinx/conf.ts';
import { resolveSphinx } from './resolve.ts';

const PAGES: readonly (readonly [string, MadePage])[] = [
  ...FAULTS.map((page, n) => [`fault-${n}.rst`, page] as const),
  ...SILENT_FAULTS.map((page, n) => [`silent-${n}.rst`, page] as const),
  ...CONTROLS.map((page, n) => [`control-${n}.rst`, page] as const),
];

/** All pages as one site. The title's line is taken off again from the lines found. */
const textOf = (path: string, { text }: MadePage): string =>
  `${path}\n${'#'.repeat(20)}\n\n${text}\n`;

const site: ReadonlyMap<string, string> = new Map([
  [
    'index.rst',
    'Index\n#####\n\n.. toctree::\n   :glob:\n\n   fault-*\n   silent-*\n   control-*\n   sub/*\n',
  ],
  ...PAGES.map(([path, page]) => [path, textOf(path, page)] as const),
  ...Object.entries(FILES),
]);

const resolve = (files: ReadonlyMap<string, string>, conf: string) =>
  resolveSphinx({
    sourceFolder: '',
    conf: sphinxConf('conf.py', conf),
    documents: [...files]
      .filter(([path]) => /\.(?:rst|txt)$/u.test(path))
      .map(([path, text]) => readRst(path, text)),
    hasFile: (path) => files.has(path),
    otherLabels: new Set(),
  });

const findings = resolve(site, CONF);

describe('the made site', () => {
  it.each(PAGES)('%s: $what', (path, page) => {
    const found = findings.filter(({ place }) => place.path === path);
    expect(found.map(({ rule, place }) => `${rule} ${place.line - 3}:${place.column}`)).toEqual(
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

  it('agrees with Sphinx, page by page', { timeout: 300_000 }, async () => {
    const warned = await sphinxWarnings(site, CONF);
    const ours = new Set(
      findings.map(({ place }) => place.path).filter((path) => !path.startsWith('silent')),
    );
    expect([...ours].toSorted()).toEqual([...warned].toSorted());
  });
});

/** The pages about which `sphinx-build -n` warns. */
async function sphinxWarnings(
  files: ReadonlyMap<string, string>,
  conf: string,
): Promise<ReadonlySet<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'pymaint-site-'));
  try {
    for (const [path, text] of [...files, ['conf.py', conf] as const]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const python = await pythonWith(...TRUTH);
    const child = spawn(
      python,
      ['-m', 'sphinx', '-b', 'html', '-n', '-q', '-E', folder, join(folder, '_build')],
      {
        env: { ...process.env, NO_COLOR: '1', PYTHONUTF8: '1' },
      },
    );
    let output = '';
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await new Promise((done) => child.on('close', done));
    const pages = new Set<string>();
    for (const line of output.split('\n')) {
      const path = /^(\S+?)(?::\d+|:<[^>]*>)?:(?:\d+:)? (?:WARNING|ERROR|SEVERE|CRITICAL): /u.exec(
        line,
      )?.[1];
      if (
        path !== undefined &&
        !/is not referenced|Document may not end|Lexing|Unknown interpreted/u.test(line)
      )
        pages.add(path.replace(`${folder}/`, '').replace(/:.*$/u, ''));
    }
    return pages;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('what is not certain', () => {
  const broken = new Map([
    ['index.rst', 'Index\n=====\n\n:ref:`nowhere` :doc:`nowhere` :ref:`other:nowhere`\n'],
  ]);
  it.each([
    [
      'extensions = ["sphinx.ext.intersphinx"]\nintersphinx_mapping = {"other": ("https://x.invalid/", None)}',
      'an inventory of other may hold it',
      2,
    ],
    ['extensions = ["sphinx.ext.intersphinx"]\nintersphinx_mapping = load()', '; not sure: ', 2],
    ['extensions = ["autoapi.extension"]', 'the extension `autoapi.extension` may make it', 3],
    ['def setup(app):\n    app.add_directive("x", X)', '`setup` in conf.py may make it', 3],
  ])('is a notice with its reason: %s', (conf, why, count) => {
    const found = resolve(broken, conf);
    expect(found.map(({ level }) => level)).toEqual(Array.from({ length: count }, () => 'notice'));
    expect(found.every(({ message }) => message.includes(why))).toBe(true);
  });

  it('leaves a label alone that a directive of an extension names', () => {
    const files = new Map([
      ['index.rst', 'Index\n=====\n\n.. conf::\n   :keys: nowhere\n\n:ref:`nowhere`\n'],
    ]);
    expect(resolve(files, '').map(({ level }) => level)).toEqual(['notice']);
  });

  it('names the label that was meant, and where it is', () => {
    const files = new Map([
      ['index.rst', 'Index\n=====\n\n.. _installing:\n\nA\n-\n\n:ref:`instaling`\n'],
    ]);
    const [finding] = resolve(files, '');
    expect(finding?.message).toContain('did you mean `installing`?');
    expect(finding?.related?.map(({ place }) => `${place.line}:${place.column}`)).toEqual(['4:5']);
  });

  it('finds pages in no toctree, but not what says `:orphan:` or is included', () => {
    const files = new Map([
      ['index.rst', 'Index\n=====\n\n.. include:: part.rst\n'],
      ['part.rst', 'Part\n'],
      ['lost.rst', 'Lost\n====\n'],
      ['free.rst', ':orphan:\n\nFree\n====\n'],
    ]);
    expect(resolve(files, '').map(({ rule, place }) => `${rule} ${place.path}`)).toEqual([
      'docs/orphan lost.rst',
    ]);
  });

  it('finds toctrees that go in circles', () => {
    const files = new Map([
      ['index.rst', 'Index\n=====\n\n.. toctree::\n\n   a\n'],
      ['a.rst', 'A\n=\n\n.. toctree::\n\n   b\n'],
      ['b.rst', 'B\n=\n\n.. toctree::\n\n   a\n'],
    ]);
    expect(
      resolve(files, '').map(({ rule, place }) => `${rule} ${place.path}:${place.line}`),
    ).toEqual(['docs/circular-toctree b.rst:6']);
  });

  it('finds labels that two pages define', () => {
    const files = new Map([
      ['index.rst', 'Index\n=====\n\n.. toctree::\n\n   a\n   b\n'],
      ['a.rst', '.. _x:\n\nA\n=\n'],
      ['b.rst', '.. _x:\n\nB\n=\n'],
    ]);
    expect(
      resolve(files, '').map(({ rule, place }) => `${rule} ${place.path}:${place.line}`),
    ).toEqual(['docs/duplicate-label b.rst:1']);
  });
});
