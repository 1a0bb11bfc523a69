import { expect, it } from 'vitest';
import { sphinxSays } from '../../test-support/sphinx-says.ts';
import { readRst } from '../rst/read-rst.ts';
import { sphinxConf } from '../sphinx/conf.ts';
import { resolveSphinx } from './resolve.ts';

const FIGURE = '.. _fig:\n\n.. figure:: data:image/png;base64,AAAA\n\n   Caption.\n';

/** The messages about numbers of a site of these pages. */
const found = (pages: ReadonlyMap<string, string>, conf: string): readonly string[] =>
  resolveSphinx({
    sourceFolder: '',
    conf: sphinxConf('conf.py', conf),
    documents: [...pages].map(([path, text]) => readRst(path, text)),
    hasFile: () => true,
    otherLabels: new Set(),
  })
    .filter(({ rule }) => rule === 'docs/unnumbered-label')
    .map(({ level, message, place }) => `${level} ${place.path}:${place.line} ${message}`);

const SECTION = '.. toctree::\n   NUMBERED\n\n   part\n';
const PART = 'Part\n====\n\n:numref:`sec`\n\n.. _sec:\n\nInner\n-----\n';

it.each([
  [
    'a figure while numbers are off',
    new Map([['index.rst', `Title\n=====\n\n:numref:\`fig\`\n\n${FIGURE}`]]),
    '',
    [
      'error index.rst:4 Unexpected `:numref:` `fig` to a figure, expected `numfig = True` in conf.py, or `:ref:`',
    ],
  ],
  [
    'a section of no numbered toctree',
    new Map([
      ['index.rst', `Title\n=====\n\n${SECTION.replace('NUMBERED', ':maxdepth: 1')}`],
      ['part.rst', PART],
    ]),
    'numfig = True',
    [
      'error part.rst:4 Unexpected `:numref:` `sec` to a section, expected a toctree with `:numbered:` around it',
    ],
  ],
  [
    'a section of a numbered toctree, whether numbers of figures are off or not',
    new Map([
      ['index.rst', `Title\n=====\n\n${SECTION.replace('NUMBERED', ':numbered:')}`],
      ['part.rst', PART],
    ]),
    '',
    [],
  ],
])('agrees with Sphinx on %s', { timeout: 120_000 }, async (_, pages, conf, expected) => {
  expect(found(pages, conf)).toEqual(expected);
  const said = await sphinxSays(pages, conf);
  expect(
    [...said].map(([path, lines]) => `${path}:${lines.map(({ line }) => line).join()}`),
  ).toEqual(expected.map((it) => it.split(' ')[1]));
});

it('is not sure where an extension may set `numfig`', () => {
  const pages = new Map([['index.rst', `:numref:\`fig\`\n\n${FIGURE}`]]);
  expect(found(pages, 'extensions = ["sphinx_book"]')).toEqual([
    'notice index.rst:1 Unexpected `:numref:` `fig` to a figure, expected `numfig = True` in conf.py, or `:ref:`; not sure: the extension `sphinx_book` may make it',
  ]);
});
