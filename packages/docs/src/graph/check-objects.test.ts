import { objectIndex } from '@pymaint/python';
import { describe, expect, it } from 'vitest';
import { type Inventory, readInventory } from '../inventory/inventory.ts';
import { readRst } from '../rst/read-rst.ts';
import { sphinxConf } from '../sphinx/conf.ts';
import { resolveSphinx } from './resolve.ts';

const SOURCE: { readonly [path: string]: string } = {
  'pkg/__init__.py': 'from ._core import Base\nfrom . import _core\n',
  'pkg/_core.py': 'class Base:\n    def method(self): pass\n    attr = 1\n',
};

function found(
  text: string,
  conf = '',
  inventories: ReadonlyMap<string, Inventory> = new Map(),
  page = 'index.rst',
): readonly string[] {
  const findings = resolveSphinx({
    sourceFolder: '',
    conf: sphinxConf('conf.py', conf),
    documents: [readRst(page, `Title\n=====\n\n${text}\n`)],
    hasFile: () => true,
    otherLabels: new Set(),
    source: objectIndex({
      files: Object.keys(SOURCE),
      read: (path) => SOURCE[path],
      mayAppear: () => false,
    }),
    inventories,
  });
  return findings
    .filter(({ rule }) => /object|inventory/u.test(rule))
    .map(({ rule, level, place }) => `${rule} ${level} ${place.line}:${place.column}`);
}

const inventory = (entries: string): Inventory =>
  readInventory(
    { version: 2, project: 'x', release: '', compressed: false, lines: 4, end: 0 },
    entries,
  );

describe('roles of the Python domain', () => {
  it.each([
    [':func:`pkg.nowhere`', ['docs/undefined-object warning 4:8']],
    [':py:meth:`~pkg.Base.nowhere()`', ['docs/undefined-object warning 4:12']],
    [':class:`title <pkg.Nowhere>`', ['docs/undefined-object warning 4:16']],
    [':mod:`pkg.nowhere`', ['docs/undefined-object warning 4:7']],
    [':meth:`pkg.Base.method` :attr:`.Base.attr` :class:`pkg.Base` :mod:`pkg._core`', []],
    [':func:`!pkg.nowhere` :func:`other.nowhere` :class:`Unknown` :exc:`ValueError`', []],
    [':class:`list[pkg.nowhere]`', []],
    ['.. py:function:: pkg.added()\n\n:func:`pkg.added` :func:`pkg.added()`', []],
    ['.. py:module:: pkg.made\n.. py:function:: f\n\n:func:`pkg.made.f` :func:`f`', []],
    ['.. py:currentmodule:: pkg\n\n:meth:`Base.method`', []],
    ['.. default-domain:: c\n\n:func:`pkg.nowhere`', []],
    ['.. default-domain:: c\n\n:py:func:`pkg.nowhere`', ['docs/undefined-object warning 6:11']],
  ])('judges %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['nitpick_ignore = [("py:func", "pkg.nowhere")]', []],
    ['nitpick_ignore_regex = [("py:.*", r"pkg\\.no.*")]', []],
    ['nitpick_ignore_regex = [("py:.*", r"pkg\\.no")]', ['error']],
    ['nitpick_ignore = read_them()', ['notice']],
  ])('are left alone as far as %s says', (ignore, levels) => {
    const conf = `nitpicky = True\n${ignore}\n`;
    expect(found(':func:`pkg.nowhere`', conf).map((it) => it.split(' ')[1])).toEqual(levels);
  });

  it('are errors where the project asks Sphinx to be nitpicky', () => {
    expect(found(':func:`pkg.nowhere`', 'nitpicky = True')).toEqual([
      'docs/undefined-object error 4:8',
    ]);
  });

  it('may name what is gone on a page that tells of the past', () => {
    expect(found(':func:`pkg.nowhere`', '', new Map(), 'changelog.rst')).toEqual([]);
  });

  it('are a doubt where an extension may describe objects of its own', () => {
    expect(found(':func:`pkg.nowhere`', 'extensions = ["breathe"]')).toEqual([
      'docs/undefined-object notice 4:8',
    ]);
    expect(found(':func:`pkg.nowhere`', 'extensions = ["sphinx.ext.autodoc"]')).toEqual([
      'docs/undefined-object warning 4:8',
    ]);
  });
});

describe('objects of other projects', () => {
  const conf =
    'extensions = ["sphinx.ext.intersphinx"]\nintersphinx_mapping = {"python": ("https://docs.invalid/", None)}';
  it('are counted in one notice where their inventory is not at hand', () => {
    expect(found(':func:`os.getcwd` :class:`pathlib.Path`', conf)).toEqual([
      'docs/unread-inventory notice 1:1',
    ]);
  });

  it('are known where it is', () => {
    const python = inventory('os.getcwd py:function 1 library/os.html#$ -\n');
    expect(found(':func:`os.getcwd`', conf, new Map([['python', python]]))).toEqual([]);
  });
});

describe('descriptions', () => {
  it.each([
    ['.. py:function:: f()\n\n.. py:function:: f(x)', ['docs/duplicate-object warning 6:18']],
    ['.. py:function:: f()\n                 f(x)', []],
    ['.. py:function:: f()\n\n.. py:function:: f(x)\n   :no-index:', []],
    ['.. class:: C\n\n.. class:: C\n   :noindex:', []],
    ['.. py:function:: f()\n\n.. py:module:: m\n.. py:function:: f()', []],
  ])('judges %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
