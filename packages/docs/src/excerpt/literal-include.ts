import type { DirectiveOption } from '../document.ts';
import { pythonDefinitions } from './definitions.ts';
import { lineSpecFault, readLineSpec } from './line-spec.ts';

/** An option that asks for what the file does not hold. */
export interface ExcerptFault {
  readonly option: DirectiveOption;
  /** What stands behind `Unexpected … option`. */
  readonly expected: string;
  /** What may have been meant. */
  readonly names?: Iterable<string>;
}

/** Options that exclude one another (Sphinx `LiteralIncludeReader.INVALID_OPTIONS_PAIR`). */
const PAIRS =
  `lineno-match lineno-start,lineno-match append,lineno-match prepend,start-after start-at,end-before end-at,
  diff pyobject,diff lineno-start,diff lineno-match,diff lines,diff start-after,diff end-before,diff start-at,diff end-at`
    .split(',')
    .map((pair) => pair.trim().split(' '));

/** What Python's `str.splitlines` takes for the end of a line. */
const LINE_END = /(?<=\r\n|[\n\v\f\x1c-\x1e\x85\u2028\u2029]|\r(?!\n))/u;

/** The lines of a text as Python reads them from a file: without the end of the last. */
export const linesOf = (text: string): readonly string[] =>
  text === '' ? [] : text.replaceAll(/\r\n?/gu, '\n').split(LINE_END);

type Options = (name: string) => DirectiveOption | undefined;

/** Two options of which Sphinx takes one, if both are given: the second is at fault. */
export function excludedOption(options: readonly DirectiveOption[]): ExcerptFault | undefined {
  for (const pair of PAIRS) {
    const both = options.filter(({ name }) => pair.includes(name));
    const [first, second] = both;
    if (first !== undefined && second !== undefined)
      return { option: second, expected: `none beside \`:${first.name}:\`` };
  }
  return undefined;
}

/**
 * What of a `literalinclude` asks for what its file does not hold, in the order of Sphinx, which gives up at the first
 * (`sphinx.directives.code.LiteralIncludeReader`): an object, a text that a line holds, lines by their numbers.
 */
export function literalIncludeFault(
  options: readonly DirectiveOption[],
  text: string,
): ExcerptFault | undefined {
  const option: Options = (name) => options.find((it) => it.name === name && it.value !== '');
  let lines = linesOf(text);
  const object = option('pyobject');
  if (object !== undefined) {
    const definitions = pythonDefinitions(text.replaceAll(/\r\n?/gu, '\n'));
    const found = definitions.get(object.value);
    if (found === undefined)
      return {
        option: object,
        expected: 'a class or function that the file defines',
        names: definitions.keys(),
      };
    lines = lines.slice(found.first - 1, found.last);
  }
  const started = fromStart(option, lines);
  if ('option' in started) return started;
  const ended = toEnd(option, started);
  return 'option' in ended ? ended : linesFault(option, options, ended.length);
}

const NO_LINE = 'a text that a line of the file holds';

function fromStart(option: Options, lines: readonly string[]): readonly string[] | ExcerptFault {
  const at = option('start-at');
  const start = at ?? option('start-after');
  if (start === undefined) return lines;
  const found = lines.findIndex((line) => line.includes(start.value));
  if (found < 0) return { option: start, expected: NO_LINE };
  return lines.slice(at === undefined ? found + 1 : found);
}

function toEnd(option: Options, lines: readonly string[]): readonly string[] | ExcerptFault {
  const at = option('end-at');
  const end = at ?? option('end-before');
  if (end === undefined) return lines;
  // The first line is none to end before.
  const found = lines.findIndex(
    (line, n) => line.includes(end.value) && (at !== undefined || n > 0),
  );
  if (found < 0) return { option: end, expected: `${NO_LINE} behind the start` };
  return lines.slice(0, at === undefined ? found : found + 1);
}

function linesFault(
  option: Options,
  options: readonly DirectiveOption[],
  total: number,
): ExcerptFault | undefined {
  const spec = option('lines');
  const wrong = spec && lineSpecFault(spec.value, total);
  if (spec !== undefined && wrong !== undefined) return { option: spec, expected: wrong };
  const ranges = spec === undefined ? undefined : readLineSpec(spec.value, total);
  const count = ranges?.reduce((sum, { first, last }) => sum + last - first + 1, 0) ?? total;
  const added = ['prepend', 'append'].filter((name) => option(name) !== undefined).length;
  const marked = option('emphasize-lines');
  const odd = marked && lineSpecFault(marked.value, count + added);
  if (marked !== undefined && odd !== undefined) return { option: marked, expected: odd };
  const match = options.find(({ name }) => name === 'lineno-match');
  const joined = ranges?.every(
    ({ first }, n) => n === 0 || first === (ranges[n - 1]?.last ?? 0) + 1,
  );
  return match !== undefined && joined === false
    ? { option: match, expected: '`:lines:` that follow one another' }
    : undefined;
}
