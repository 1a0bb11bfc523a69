import { describe, expect, it } from 'vitest';
import { readInventory } from '../inventory/inventory.ts';
import { readRst } from '../rst/read-rst.ts';
import { sphinxConf } from '../sphinx/conf.ts';
import type { DocsProject } from './project.ts';
import { resolveSphinx } from './resolve.ts';

const DESCRIBED = `
.. c:function:: int box_open(struct box *it)
.. js:function:: box.open(it)
`;

function found(
  text: string,
  conf = '',
  more: Partial<DocsProject> = {},
  page = 'index.rst',
): readonly string[] {
  return resolveSphinx({
    sourceFolder: '',
    conf: sphinxConf('conf.py', conf),
    documents: [readRst(page, `${text}\n${DESCRIBED}`)],
    hasFile: () => true,
    otherLabels: new Set(),
    ...more,
  })
    .filter(({ rule }) => rule === 'docs/undefined-object')
    .map(({ level, message, place }) => `${level} ${place.line}:${place.column} ${message}`);
}

describe('objects of other languages', () => {
  it('tells of a likely slip where Sphinx would be silent, and of nothing else', () => {
    expect(found(':c:func:`box_opne()` :c:func:`PyErr_Occurred` :js:func:`box.opn`')).toEqual([
      'notice 1:10 Unexpected `c:func` object `box_opne()`, expected one that a page describes; did you mean `box_open`?',
      'notice 1:57 Unexpected `js:func` object `box.opn`, expected one that a page describes; did you mean `box.open`?',
    ]);
  });

  it('are errors where the project asks Sphinx to be nitpicky', () => {
    const text = ':c:func:`PyErr_Occurred` :js:func:`box.open`';
    expect(found(text, 'nitpicky = True')).toEqual([
      'error 1:10 Unexpected `c:func` object `PyErr_Occurred`, expected one that a page describes',
    ]);
    expect(found(text, 'nitpicky = True\nnitpick_ignore = [("c:func", "PyErr_Occurred")]')).toEqual(
      [],
    );
  });

  const WITH_INVENTORY =
    'nitpicky = True\nextensions = ["sphinx.ext.intersphinx"]\nintersphinx_mapping = {"python": ("https://docs.python.org/3", None)}';

  it('may be of an inventory that is not at hand, and are where one holds them', () => {
    const text = ':c:func:`PyErr_Occurred` :c:func:`PyErr_Nothing`';
    expect(found(text, WITH_INVENTORY)).toEqual([
      'notice 1:10 Unexpected `c:func` object `PyErr_Occurred`, expected one that a page describes; not sure: an inventory of python may hold it',
      'notice 1:35 Unexpected `c:func` object `PyErr_Nothing`, expected one that a page describes; not sure: an inventory of python may hold it',
    ]);
    const head = {
      version: 2 as const,
      project: 'x',
      release: '',
      compressed: false,
      lines: 4,
      end: 0,
    };
    const python = readInventory(head, 'PyErr_Occurred c:function 1 c-api/exceptions.html -\n');
    expect(found(text, WITH_INVENTORY, { inventories: new Map([['python', python]]) })).toEqual([
      'error 1:35 Unexpected `c:func` object `PyErr_Nothing`, expected one that a page describes',
    ]);
  });

  it('are left alone in the history, where an extension may describe them, and where a directive names them', () => {
    const text = ':c:func:`box_opne()`';
    expect(found(text, '', {}, 'changelog.rst')).toEqual([]);
    expect(found(text, 'extensions = ["breathe"]')).toEqual([]);
    expect(found(`.. doxygenfunction:: box_opne\n\n${text}`)).toEqual([]);
  });
});
