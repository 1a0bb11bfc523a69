import { objectIndex } from '@pymaint/python';
import { expect, it } from 'vitest';
import type { DocsProject } from '../graph/project.ts';
import { readRst } from '../rst/read-rst.ts';
import { sphinxConf } from '../sphinx/conf.ts';
import { publishedInventory, removedSince } from './published.ts';

const project = (
  pages: { readonly [path: string]: string },
  conf = '',
  source: { readonly [path: string]: string } = {},
): DocsProject => ({
  sourceFolder: '',
  conf: sphinxConf('conf.py', conf),
  documents: Object.entries(pages).map(([path, text]) => readRst(path, text)),
  hasFile: () => false,
  otherLabels: new Set(),
  source: objectIndex({
    files: Object.keys(source),
    read: (path) => source[path],
    mayAppear: () => false,
  }),
});

const PAGES = {
  'index.rst':
    'Index\n=====\n\n.. _Start Here:\n\nStart\n-----\n\n.. py:function:: pkg.work()\n\n.. glossary::\n\n   word\n     Text.\n\n.. envvar:: A_VAR\n',
  'sub/page.rst': 'Page\n====\n',
};
const before = publishedInventory(project(PAGES), 'pkg', '1.0');

it('holds what the pages define', () => {
  expect(
    [...before.objects].map(([type, names]) => `${type}: ${[...names].join(' ')}`).toSorted(),
  ).toEqual([
    'py:function: pkg.work,index.html#pkg-work',
    'std:doc: index,index.html sub/page,sub/page.html',
    'std:envvar: A_VAR,index.html#a-var',
    'std:label: start here,index.html#start-here',
    'std:term: word,index.html#word',
  ]);
});

const removed = (now: DocsProject): readonly string[] =>
  removedSince(now, before).map(
    ({ message, level, place }) =>
      `${level} ${place.path} ${/the (\w+ `[^`]+`)/u.exec(message)?.[1] ?? message}`,
  );

it.each([
  ['nothing where all is there', project(PAGES), []],
  [
    'what is gone',
    project({ 'index.rst': 'Index\n=====\n' }),
    [
      'warning conf.py document `sub/page`',
      'warning index.rst object `pkg.work`',
      'warning index.rst term `word`',
      'warning index.rst variable `A_VAR`',
      'warning index.rst label `start here`',
    ].toSorted(),
  ],
  [
    'no page that a redirect leads on from',
    project({ 'index.rst': PAGES['index.rst'] }, 'redirects = {"sub/page": "index.html"}'),
    [],
  ],
  [
    'no object that the source still has',
    project({ ...PAGES, 'index.rst': PAGES['index.rst'].replace('pkg.work()', 'other()') }, '', {
      'pkg/__init__.py': 'def work(): pass\n',
    }),
    [],
  ],
  [
    'with doubt what an extension may make',
    project({ 'index.rst': PAGES['index.rst'] }, 'extensions = ["autoapi.extension"]'),
    ['notice conf.py document `sub/page`'],
  ],
])('reports %s', (_, now, expected) => {
  expect([...removed(now)].toSorted()).toEqual(expected);
});
