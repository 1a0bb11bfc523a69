/** One page of the made site: what stands in it, and the findings expected, as `rule line:column`. */
export interface MadePage {
  readonly what: string;
  readonly text: string;
  readonly expected: readonly string[];
}

const page = (what: string, text: string, ...expected: readonly string[]): MadePage => ({
  what,
  text,
  expected,
});

/** What `conf.py` of the made site says. */
export const CONF = `
rst_epilog = """
.. |everywhere| replace:: text
.. _everywhere link: https://x.invalid/
"""
exclude_patterns = ["hidden", "inc"]
`;

/** Files beside the pages. */
export const FILES: Readonly<Record<string, string>> = {
  'hidden/page.rst': 'Hidden\n======\n',
  'inc/part.txt':
    '.. _in-part:\n\n.. |from part| replace:: x\n\n.. _part link: https://x.invalid/\n',
  'inc/context.txt': 'Uses given_ here.\n',
  'sub/other.rst': 'Other\n=====\n\n.. _other-label:\n\nPart\n----\n',
  'data/a.png': '',
  'data/a.py': 'x = 1\n',
  'data/with space.csv': 'a,b\n',
};

/** Faults, each with the place at which it must be found. */
export const FAULTS: readonly MadePage[] = [
  page(':ref: to nothing', 'See :ref:`nowhere`.', 'docs/undefined-label 1:11'),
  page(':ref: with a title to nothing', 'See :ref:`Title <nowhere>`.', 'docs/undefined-label 1:18'),
  page(':ref: on the third line', 'One\ntwo\nthree :ref:`nowhere`.', 'docs/undefined-label 3:13'),
  page(
    ':ref: in a list in a note',
    '.. note::\n\n   * a\n\n     :ref:`nowhere`',
    'docs/undefined-label 5:12',
  ),
  page(
    ':ref: in a table',
    '+-----+----------------+\n| a   | :ref:`nowhere` |\n+-----+----------------+',
    'docs/undefined-label 2:15',
  ),
  page(
    ':ref: in a simple table',
    '===  ==============\na    :ref:`nowhere`\n===  ==============',
    'docs/undefined-label 2:12',
  ),
  page(
    ':ref: in a list-table',
    '.. list-table::\n\n   * - a\n     - :ref:`nowhere`',
    'docs/undefined-label 4:14',
  ),
  page(':ref: in a definition', 'term\n   See :ref:`nowhere`.', 'docs/undefined-label 2:14'),
  page(':ref: in a term', 'See :ref:`nowhere`\n   text', 'docs/undefined-label 1:11'),
  page(':ref: in a field', ':field: See :ref:`nowhere`.', 'docs/undefined-label 1:19'),
  page(':ref: in a footnote', 'A [1]_\n\n.. [1] See :ref:`nowhere`.', 'docs/undefined-label 3:18'),
  page(':ref: in `only`', '.. only:: latex\n\n   See :ref:`nowhere`.', 'docs/undefined-label 3:14'),
  page(':ref: in a line block', '| a\n| :ref:`nowhere`', 'docs/undefined-label 2:9'),
  page(
    ':ref: in a caption',
    '.. figure:: data/a.png\n\n   See :ref:`nowhere`.',
    'docs/undefined-label 3:14',
  ),
  page(
    ':ref: in versionadded',
    '.. versionadded:: 1.0\n   See :ref:`nowhere`.',
    'docs/undefined-label 2:14',
  ),
  page(':ref: in a title', 'See :ref:`nowhere`\n==================', 'docs/undefined-label 1:11'),
  page(
    ':ref: in an object',
    '.. py:function:: f()\n\n   See :ref:`nowhere`.',
    'docs/undefined-label 3:14',
  ),
  page(
    ':ref: without a title',
    '.. _plain:\n\nText.\n\nSee :ref:`plain`.',
    'docs/untitled-label 5:11',
  ),
  page(':numref: to nothing', 'See :numref:`nowhere`.', 'docs/undefined-label 1:14'),
  page(':doc: to nothing', 'See :doc:`nowhere`.', 'docs/undefined-document 1:11'),
  page(':doc: with a title', 'See :doc:`T </sub/nowhere>`.', 'docs/undefined-document 1:14'),
  page(':doc: to what is excluded', 'See :doc:`hidden/page`.', 'docs/undefined-document 1:11'),
  page(':doc: with a suffix', 'See :doc:`sub/other.rst`.', 'docs/undefined-document 1:11'),
  page('a toctree entry to nothing', '.. toctree::\n\n   nowhere', 'docs/toctree-entry 3:4'),
  page(
    'a toctree entry with a title',
    '.. toctree::\n\n   Title <nowhere>',
    'docs/toctree-entry 3:11',
  ),
  page(
    'a toctree entry to what is excluded',
    '.. toctree::\n\n   hidden/page',
    'docs/toctree-entry 3:4',
  ),
  page('a toctree pattern', '.. toctree::\n   :glob:\n\n   nowhere/*', 'docs/toctree-glob 4:4'),
  page(':term: to nothing', 'See :term:`nowhere term`.', 'docs/undefined-term 1:12'),
  page('an image', '.. image:: data/nowhere.png', 'docs/missing-file 1:12'),
  page(
    'an image in a substitution',
    'A |pic|.\n\n.. |pic| image:: data/nowhere.png',
    'docs/missing-file 3:18',
  ),
  page('a figure', '.. figure:: data/nowhere.png\n\n   Caption', 'docs/missing-file 1:13'),
  page('an include', '.. include:: data/nowhere.txt', 'docs/missing-file 1:14'),
  page('a literalinclude', '.. literalinclude:: data/nowhere.py', 'docs/missing-file 1:21'),
  page('a download', 'Get :download:`it <data/nowhere.zip>`.', 'docs/missing-file 1:20'),
  page('a csv-table', '.. csv-table::\n   :file: data/nowhere.csv', 'docs/missing-file 2:11'),
  page('a footnote', 'A [7]_.', 'docs/undefined-footnote 1:4'),
  page('a named footnote', 'A [#name]_.', 'docs/undefined-footnote 1:4'),
  page('too many auto footnotes', 'A [#]_ [#]_.\n\n.. [#] One.', 'docs/undefined-footnote 1:8'),
  page('a citation', 'A [CIT2001]_.', 'docs/undefined-citation 1:4'),
  page('a substitution', 'A |nowhere|.', 'docs/undefined-substitution 1:4'),
  page('a name', 'A nowhere_.', 'docs/undefined-target 1:3'),
  page('a phrase', 'A `no where`_.', 'docs/undefined-target 1:4'),
  page('an alias', 'A `text <nowhere_>`__.', 'docs/undefined-target 1:10'),
  page(
    'an image target',
    '.. image:: data/a.png\n   :target: nowhere_',
    'docs/undefined-target 2:13',
  ),
  page('too many anonymous references', 'A `b`__.', 'docs/anonymous-mismatch 1:3'),
  page(
    'a term twice',
    '.. glossary::\n\n   twice\n     One.\n\n   twice\n     Two.',
    'docs/duplicate-term 6:4',
  ),
];

/** Faults that Sphinx passes over without a word. */
export const SILENT_FAULTS: readonly MadePage[] = [
  page('a directive with one colon', '.. note: Hello.', 'docs/single-colon 1:1'),
  page('a code block with one colon', '.. code-block: python\n\n   x = 1', 'docs/single-colon 1:1'),
  page('a space behind a role', 'See :ref: `other-label`.', 'docs/role-space 1:5'),
  page(
    'a link without its underscore',
    'See `x <https://x.invalid/>`.',
    'docs/missing-underscore 1:5',
  ),
  page('a Markdown link', 'See [x](https://x.invalid/) here.', 'docs/markdown-link 1:5'),
  page('a note with one colon above its block', '.. note:\n\n   Hello.', 'docs/single-colon 1:1'),
];

/** What looks like the faults above and is right. */
export const CONTROLS: readonly MadePage[] = [
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
  page('a citation', 'A [KNOWN]_.\n\n.. [KNOWN] text'),
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
