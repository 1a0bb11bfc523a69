import { type MadePage, page } from './made-page.ts';

/** Files, entries of toctrees and Python objects that are not there. */
export const FILE_FAULTS: readonly MadePage[] = [
  page('an image in another case', '.. image:: data/A.png', 'docs/missing-file 1:12'),
  page('an image from the root', '.. image:: /nowhere/a.png', 'docs/missing-file 1:12'),
  page('an image of any format', '.. image:: data/nowhere.*', 'docs/missing-file 1:12'),
  page('an image in a list', '* .. image:: data/nowhere.png', 'docs/missing-file 1:14'),
  page(
    'an image in a note',
    '.. note::\n\n   .. image:: data/nowhere.png',
    'docs/missing-file 3:15',
  ),
  page(
    'a figure in a table',
    '.. list-table::\n\n   * - .. figure:: data/nowhere.png',
    'docs/missing-file 3:20',
  ),
  page(
    'an include in a note',
    '.. note::\n\n   .. include:: nowhere.txt',
    'docs/missing-file 3:17',
  ),
  page('an include from the root', '.. include:: /nowhere.txt', 'docs/missing-file 1:14'),
  page(
    'a literalinclude from the root',
    '.. literalinclude:: /data/nowhere.py\n   :language: python',
    'docs/missing-file 1:21',
  ),
  page('a download without a title', ':download:`data/nowhere.zip`', 'docs/missing-file 1:12'),
  page('a raw file', '.. raw:: html\n   :file: data/nowhere.html', 'docs/missing-file 2:11'),
  page(
    'a toctree entry with its suffix',
    '.. toctree::\n\n   nowhere.rst',
    'docs/toctree-entry 3:4',
  ),
  page('a toctree entry in a folder', '.. toctree::\n\n   sub/nowhere', 'docs/toctree-entry 3:4'),
  page('a toctree entry from the root', '.. toctree::\n\n   /nowhere', 'docs/toctree-entry 3:4'),
  page(
    'the second of three entries',
    '.. toctree::\n   :hidden:\n\n   sub/other\n   nowhere\n   sub/deep/leaf',
    'docs/toctree-entry 5:4',
  ),
  page(
    'an entry twice',
    '.. toctree::\n   :hidden:\n\n   sub/other\n   sub/other',
    'docs/toctree-duplicate 5:4',
  ),
  page(
    'an entry behind a pattern that has it',
    '.. toctree::\n   :hidden:\n   :glob:\n\n   sub/o*\n   sub/other',
    'docs/toctree-duplicate 6:4',
  ),
  page(':py:func: to nothing', ':py:func:`own.nowhere`', 'docs/undefined-object 1:11'),
  page(':func: with parentheses', ':func:`own.nowhere()`', 'docs/undefined-object 1:8'),
  page(':class: with a tilde', ':class:`~own.Nowhere`', 'docs/undefined-object 1:10'),
  page(':meth: of a class', ':meth:`own.Thing.nowhere`', 'docs/undefined-object 1:8'),
  page(':attr: with a title', ':attr:`the size <own.Thing.nowhere>`', 'docs/undefined-object 1:18'),
  page(':exc: to nothing', ':exc:`own.Nowhere`', 'docs/undefined-object 1:7'),
  page(':mod: to nothing', ':mod:`own.nowhere`', 'docs/undefined-object 1:7'),
  page(':data: to nothing', ':data:`own.NOWHERE`', 'docs/undefined-object 1:8'),
  page(':obj: to nothing', ':obj:`own.nowhere`', 'docs/undefined-object 1:7'),
  page(
    'a function twice',
    '.. py:function:: twice()\n\n.. py:function:: twice(a)',
    'docs/duplicate-object 3:18',
  ),
  page(
    'a method twice',
    '.. py:class:: Twice\n\n   .. py:method:: go()\n\n   .. py:method:: go()',
    'docs/duplicate-object 5:19',
  ),
  page(
    'a module twice',
    '.. py:module:: again\n\n.. py:module:: again',
    'docs/duplicate-object 3:16',
  ),
  page(
    'an entry that is a mail address',
    '.. toctree::\n   :hidden:\n\n   Mail <mailto:a@x.invalid>',
    'docs/toctree-entry 4:10',
  ),
  page(
    'a pattern with nothing left',
    '.. toctree::\n   :hidden:\n   :glob:\n\n   sub/other\n   sub/o*',
    'docs/toctree-glob 6:4',
  ),
];
