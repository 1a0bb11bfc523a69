import { type MadePage, page } from './made-page.ts';

/** A page that takes a part of a file by these options. */
const literal = (what: string, options: readonly string[], ...at: readonly string[]): MadePage =>
  directive('literalinclude:: data/code.py', what, options, at);

const include = (what: string, options: readonly string[], ...at: readonly string[]): MadePage =>
  directive('include:: data/code.py', what, ['code: python', ...options], at);

const directive = (
  name: string,
  what: string,
  options: readonly string[],
  at: readonly string[],
): MadePage =>
  page(
    what,
    [`.. ${name}`, ...options.map((option) => `   :${option}`)].join('\n'),
    ...at.map((it) => `docs/missing-excerpt ${it}`),
  );

/** Parts of files that are not there. */
export const EXCERPT_FAULTS: readonly MadePage[] = [
  literal('lines behind the end', ['lines: 1-99'], '2:12'),
  literal('none of the lines', ['lines: 98,99'], '2:12'),
  literal('lines from the last to the first', ['lines: 3-1'], '2:12'),
  literal('lines with a comma too much', ['lines: 1,2,'], '2:12'),
  literal('lines that are no numbers', ['lines: all'], '2:12'),
  literal('lines of an object behind its end', ['pyobject: Thing', 'lines: 1-6'], '3:12'),
  literal('a start-after that no line holds', ['start-after: # beginning'], '2:18'),
  literal('a start-at in another case', ['start-at: # Begin'], '2:15'),
  literal('an end-before that no line holds', ['end-before: # finish'], '2:17'),
  literal('an end-at that no line holds', ['end-at: # finish'], '2:13'),
  literal('an end-before in the first line alone', ['end-before: Doc'], '2:17'),
  literal('an end before the start', ['start-after: # end', 'end-before: # begin'], '3:17'),
  literal('a start outside of the object', ['pyobject: work', 'start-after: class'], '3:18'),
  literal('an object that is not there', ['pyobject: wrok'], '2:15'),
  literal('a function in a function', ['pyobject: work.inner'], '2:15'),
  literal('a method without its class', ['pyobject: use'], '2:15'),
  literal('two ways to start', ['start-after: # begin', 'start-at: # begin'], '3:15'),
  literal('lines of a difference', ['diff: /data/a.py', 'lines: 1'], '3:12'),
  literal('two ways to number', ['lineno-match:', 'lineno-start: 3'], '3:19'),
  literal('numbers of lines that are apart', ['lines: 1,3', 'lineno-match:'], '3:4'),
  literal('an emphasis behind the end', ['lines: 1-3', 'emphasize-lines: 4'], '3:22'),
  page(
    'a difference to a file that is not there',
    '.. literalinclude:: data/code.py\n   :diff: data/nowhere.py',
    'docs/missing-file 2:11',
  ),
  page(
    'a file in another encoding',
    '.. literalinclude:: data/umlaut.txt\n   :encoding: ascii',
    'docs/missing-excerpt 2:15',
  ),
  page(
    'an emphasis behind the end of code',
    '.. code-block:: python\n   :emphasize-lines: 1,3\n\n   a = 1\n   b = 2',
    'docs/missing-excerpt 2:22',
  ),
  include('an include from behind nothing', ['start-after: # beginning'], '3:18'),
  include('an include up to nothing', ['end-before: # finish'], '3:17'),
  include('an include from a line without number', ['start-line: one'], '3:17'),
  include('an include of lines without the text', ['end-line: 3', 'start-after: # begin'], '4:18'),
  include('an include to what is before', ['start-after: # end', 'end-before: # begin'], '4:17'),
];

/** Parts that are there. */
export const EXCERPT_CONTROLS: readonly MadePage[] = [
  literal('lines of several forms', ['lines: 1, 3 - 5, 8-']),
  literal('lines up to the fifth', ['lines: -5']),
  literal('lines in any order', ['lines: 9,1']),
  literal('the last line', ['lines: 17']),
  literal('the last line and what follows', ['lines: 17-']),
  literal('from a line to another', ['start-after: # begin', 'end-before: # end']),
  literal('a line alone', ['start-at: import', 'end-at: import']),
  literal('a part of a line', ['start-after: beg', 'end-before: en']),
  literal('up to the first line', ['end-at: Doc']),
  literal('an object', ['pyobject: work']),
  literal('a method, asynchronous', ['pyobject: Thing.use']),
  literal('a method of one line', ['pyobject: Thing.one']),
  literal('a decorator of the object', ['pyobject: work', 'start-at: @decorated', 'lines: 1-5']),
  literal('an emphasis of what is put before', [
    'lines: 1-3',
    'prepend: # a',
    'emphasize-lines: 4',
  ]),
  literal('numbers of lines that follow', ['lines: 2-4,5', 'lineno-match:']),
  literal('a difference', ['diff: /data/a.py']),
  page('a file in its encoding', '.. literalinclude:: data/umlaut.txt\n   :encoding: utf-8'),
  page('a file in any encoding', '.. literalinclude:: data/umlaut.txt\n   :encoding: latin-1'),
  page(
    'an emphasis of code',
    '.. code-block:: python\n   :emphasize-lines: 1-2,4\n\n   a = 1\n\n   b = 2\n   c = 3\n\n',
  ),
  include('an include of lines', ['start-line: 2', 'end-line: 99']),
  include('an include without the last lines', ['end-line: -2']),
  include('an include between texts', ['start-after: beg', 'end-before: # end']),
  include('an include between texts of one line', ['start-after: work(', 'end-before: )']),
  include('an include behind lines', ['start-line: 2', 'start-after: # begin']),
];
