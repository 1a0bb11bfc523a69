import { type MadePage, page } from './made-page.ts';

/** What looks like the faults above and is right. */
export const BASIC_CONTROLS: readonly MadePage[] = [
  page('a label here', '.. _here:\n\nTitle\n=====\n\nSee :ref:`here` and :ref:`HERE`.'),
  page('a label there', 'See :ref:`other-label`.'),
  page(
    'two labels before one title',
    '.. _one-a:\n.. _one-b:\n\nTitle\n=====\n\n:ref:`one-a` :ref:`one-b`',
  ),
  page('a label of a figure', '.. _fig:\n\n.. figure:: data/a.png\n\n   Caption\n\n:ref:`fig`'),
  page(
    'a label of a code block',
    '.. _code:\n\n.. code-block:: text\n   :caption: Cap\n\n   x\n\n:ref:`code`',
  ),
  page('a label of a table', '.. _tab:\n\n.. list-table:: Title\n\n   * - a\n\n:ref:`tab`'),
  page('a label of a term', '.. _deflist:\n\nterm\n   text\n\n:ref:`deflist`'),
  page('a label of a field', '.. _fields:\n\n:name: text\n\n:ref:`fields`'),
  page('a label of a rubric', '.. _rub:\n\n.. rubric:: Title\n\n:ref:`rub`'),
  page('a label without a title, with one given', '.. _bare:\n\nText. :ref:`given <bare>`'),
  page(
    'a label named by an option',
    '.. figure:: data/a.png\n   :name: by-option\n\n   Caption\n\n:ref:`by-option`',
  ),
  page('a label in an included file', '.. include:: inc/part.txt\n\n|from part| `part link`_'),
  page(
    'names that the including page gives',
    '.. _given: https://x.invalid/\n\n.. include:: inc/context.txt',
  ),
  page('standard labels', ':ref:`genindex` :ref:`search`'),
  page('a suppressed role', ':ref:`!nowhere` :doc:`!nowhere` :term:`!nowhere`'),
  page('markup in literals', '``:ref:`nowhere``` and ::\n\n   :ref:`nowhere` |nowhere| nowhere_'),
  page('markup in code', '.. code-block:: rst\n\n   :ref:`nowhere`\n\n.. comment :ref:`nowhere`'),
  page('a document', ':doc:`sub/other` :doc:`/sub/other` :doc:`Title <sub/other>`'),
  page('a document above the root', ':doc:`../../sub/other`'),
  page(
    'a toctree of all kinds',
    '.. toctree::\n   :hidden:\n\n   https://x.invalid/\n   Title <sub/other>\n   self\n   genindex',
  ),
  page(
    'a term',
    '.. glossary::\n\n   My Term\n   Other name : key\n     Text.\n\n:term:`My Term` :term:`my term` :term:`the title <other name>`',
  ),
  page(
    'files',
    '.. image:: data/a.png\n\n.. image:: data/a.*\n\n.. literalinclude:: /data/a.py\n\n:download:`data/a.py`',
  ),
  page('an image elsewhere', '.. image:: https://x.invalid/a.png'),
  page('a csv file', '.. csv-table::\n   :file: data/with space.csv'),
  page('footnotes', 'A [1]_ [#]_ [#n]_ [#n]_ [*]_.\n\n.. [1] a\n.. [#] b\n.. [#n] c\n.. [*] d'),
  page('a citation of this page', 'A [KNOWN]_.\n\n.. [KNOWN] text'),
  page('substitutions', '|version| |release| |today| |here| |Here|\n\n.. |here| replace:: x'),
  page('substitutions of the epilog', '|everywhere| `everywhere link`_'),
  page(
    'names',
    'A x_, `a phrase`_, `a  Phrase`_, `y <https://x.invalid/>`_, y_, Title_, `in line`_, _`in line`.\n\n.. _x: https://x.invalid/\n.. _a phrase: x_\n\nTitle\n=====',
  ),
  page('anonymous references', 'A `b`__ c__.\n\n__ https://x.invalid/\n.. __: https://x.invalid/'),
  page('contents', '.. contents:: On this page\n\nSee `on this page`_.'),
  page(
    'words that look like references',
    'a snake_case word, __init__, _private, x*y, [1], [a], a|b|c',
  ),
  page('an escaped reference', String.raw`nowhere\_ and \|nowhere\| and \:ref:x`),
  page(
    'options',
    '.. program:: prog\n\n.. option:: -a, --all <n>\n\n:option:`-a` :option:`--all` :option:`prog --all` :option:`--all=3`',
  ),
  page('an equation', '.. math:: e = m\n   :label: energy\n\n:eq:`energy`'),
  page('a comment like a directive', '.. todo: think again\n\n.. see: x'),
  page('brackets and parentheses', 'f[0](x) and [a] (b) and ``[x](https://x.invalid/)``'),
  page('a role and a word', 'The field :name: `x` is fine in ``:ref: `x```.'),
  page('a default role', 'Plain `nowhere` text.'),
];
