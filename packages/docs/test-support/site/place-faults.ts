import { type MadePage, page } from './made-page.ts';

/** One undefined label in every place that markup can stand in. */
export const PLACE_FAULTS: readonly MadePage[] = [
  page('a role in a block quote', 'Text.\n\n   Quote :ref:`nowhere`.', 'docs/undefined-label 3:16'),
  page('a role in a numbered list', '1. One\n#. Two :ref:`nowhere`', 'docs/undefined-label 2:14'),
  page(
    'a role in a list of the third depth',
    '* a\n\n  * b\n\n    * c :ref:`nowhere`',
    'docs/undefined-label 5:15',
  ),
  page('a role in an option list', '-a  :ref:`nowhere`', 'docs/undefined-label 1:11'),
  page(
    'a role in the title of an admonition',
    '.. admonition:: See :ref:`nowhere`\n\n   Text.',
    'docs/undefined-label 1:27',
  ),
  page('a role in a rubric', '.. rubric:: See :ref:`nowhere`', 'docs/undefined-label 1:23'),
  page(
    'a role in a topic',
    '.. topic:: Title\n\n   See :ref:`nowhere`.',
    'docs/undefined-label 3:14',
  ),
  page(
    'a role in a sidebar',
    '.. sidebar:: Title\n\n   See :ref:`nowhere`.',
    'docs/undefined-label 3:14',
  ),
  page(
    'a role in a container',
    '.. container:: box\n\n   See :ref:`nowhere`.',
    'docs/undefined-label 3:14',
  ),
  page('a role in `seealso`', '.. seealso:: :ref:`nowhere`', 'docs/undefined-label 1:20'),
  page(
    'a role in `deprecated`',
    '.. deprecated:: 1.0 Use :ref:`nowhere`.',
    'docs/undefined-label 1:31',
  ),
  page(
    'a role in a parsed literal',
    '.. parsed-literal::\n\n   See :ref:`nowhere`.',
    'docs/undefined-label 3:14',
  ),
  page(
    'a role in the definition of a term',
    '.. glossary::\n\n   a placed term\n     See :ref:`nowhere`.',
    'docs/undefined-label 4:16',
  ),
  page(
    'a role in a csv table',
    '.. csv-table::\n\n   a, See :ref:`nowhere`',
    'docs/undefined-label 3:17',
  ),
  page(
    'a role in the title of a table',
    '.. table:: See :ref:`nowhere`\n\n   ===  ===\n   a    b\n   ===  ===',
    'docs/undefined-label 1:22',
  ),
  page(
    'a role in the head of a grid table',
    '+----------------+---+\n| :ref:`nowhere` | b |\n+================+===+\n| c              | d |\n+----------------+---+',
    'docs/undefined-label 2:9',
  ),
  page(
    'a role in the legend of a figure',
    '.. figure:: data/a.png\n\n   Caption\n\n   See :ref:`nowhere`.',
    'docs/undefined-label 5:14',
  ),
  page(
    'a role in the description of a parameter',
    '.. py:function:: placed(a)\n\n   :param a: See :ref:`nowhere`.',
    'docs/undefined-label 3:24',
  ),
  page(
    'a role in a method of a class',
    '.. py:class:: Placed\n\n   .. py:method:: go()\n\n      See :ref:`nowhere`.',
    'docs/undefined-label 5:17',
  ),
  page('a role over two lines', 'See :ref:`no\nwhere`.', 'docs/undefined-label 1:11'),
  page(
    'a role in a citation',
    'A [PLACED]_.\n\n.. [PLACED] :ref:`nowhere`',
    'docs/undefined-label 3:19',
  ),
  page(
    'a role behind an escape',
    String.raw`a\ :ref:${'`nowhere`'}\ b`,
    'docs/undefined-label 1:10',
  ),
  page('a role behind a bracket', '(:ref:`nowhere`)', 'docs/undefined-label 1:8'),
  page('a role behind a tab', 'a\t:ref:`nowhere`', 'docs/undefined-label 1:9'),
  page('a role behind wide characters', '日本語 :ref:`nowhere`', 'docs/undefined-label 1:11'),
  page(
    'a role in a sub-section',
    'Part\n====\n\nSub\n---\n\n:ref:`nowhere`',
    'docs/undefined-label 7:7',
  ),
  page('a role in a header', '.. header:: :ref:`nowhere`', 'docs/undefined-label 1:19'),
  page('a role with the prefix of its domain', ':std:ref:`nowhere`', 'docs/undefined-label 1:11'),
  page(
    'two roles in one line',
    ':ref:`nowhere` :ref:`neither`',
    'docs/undefined-label 1:7',
    'docs/undefined-label 1:22',
  ),
];
