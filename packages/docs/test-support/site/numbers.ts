import { type MadePage, page } from './made-page.ts';

const FIGURE = '.. figure:: data/a.png\n';

/** A reference to a label, and what stands behind that. */
const numref = (what: string, name: string, target: string, ...at: readonly string[]): MadePage =>
  page(what, `:numref:\`${name}\`\n\n${target}`, ...at.map((it) => `docs/unnumbered-label ${it}`));

const labelled = (what: string, name: string, behind: string, ...at: readonly string[]): MadePage =>
  numref(what, name, `.. _${name}:\n\n${behind}`, ...at);

/** References to a number where there is none. */
export const NUMBER_FAULTS: readonly MadePage[] = [
  labelled('the number of a figure without caption', 'n-figure', FIGURE, '1:10'),
  labelled('the number of a table without title', 'n-table', '.. list-table::\n\n   * - a', '1:10'),
  labelled('the number of a grid table', 'n-grid', '+---+\n| a |\n+---+', '1:10'),
  labelled('the number of a simple table', 'n-simple', '== ==\na  b\n== ==', '1:10'),
  labelled('the number of a section', 'n-section', 'Part of it\n----------\n\nText.', '1:10'),
  labelled('the number of code without caption', 'n-code', '.. code-block:: text\n\n   a', '1:10'),
  labelled('the number of an image', 'n-image', '.. image:: data/a.png', '1:10'),
  labelled('the number of a paragraph', 'n-text', 'Text.', '1:10'),
  labelled('the number of a note', 'n-note', '.. note:: Text.', '1:10'),
  numref(
    'the number of a named image',
    'n-named',
    '.. image:: data/a.png\n   :name: n-named',
    '1:10',
  ),
  page(
    'the number of a figure, with a title',
    ':numref:`Fig. %s <n-titled>`\n\n.. _n-titled:\n\n.. figure:: data/a.png',
    'docs/unnumbered-label 1:19',
  ),
];

/** References to numbers that there are. */
export const NUMBER_CONTROLS: readonly MadePage[] = [
  labelled('the number of a figure', 'n-right-figure', `${FIGURE}\n   Caption.`),
  labelled(
    'the number of a figure with options',
    'n-options',
    `${FIGURE}   :width: 3\n\n   Caption.`,
  ),
  labelled(
    'the number of a table',
    'n-right-table',
    '.. table:: Title\n\n   == ==\n   a  b\n   == ==',
  ),
  labelled('the number of a list-table', 'n-list', '.. list-table:: Title\n\n   * - a'),
  labelled('the number of a csv-table', 'n-csv', '.. csv-table:: Title\n\n   a, b'),
  labelled(
    'the number of code',
    'n-right-code',
    '.. code-block:: text\n   :caption: Title\n\n   a',
  ),
  labelled(
    'the number of a literalinclude',
    'n-literal',
    '.. literalinclude:: data/a.py\n   :caption: Title',
  ),
  numref('the number of a named figure', 'n-name', `${FIGURE}   :name: n-name\n\n   Caption.`),
  labelled(
    'the number by the first of two labels',
    'n-first',
    `.. _n-second:\n\n${FIGURE}\n   Caption.`,
  ),
  page(
    'the number with a title',
    ':numref:`Fig. {number}, {name} <n-format>`\n\n.. _n-format:\n\n.. figure:: data/a.png\n\n   Caption.',
  ),
];
