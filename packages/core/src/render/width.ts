import measure from 'fast-string-truncated-width';

/** Columns that a line takes in a terminal: East Asian wide characters and emoji take two, marks none. */
export const displayWidth = (line: string): number => measure(line).width;

let graphemes: Intl.Segmenter | undefined;

/** The characters of a line as a reader sees them. Made at first use: the rules of Unicode take long to load. */
const charactersOf = (line: string): Iterable<Intl.SegmentData> =>
  (graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' })).segment(line);

/** Each character is one a reader sees, one column wide. */
const isPlain = (line: string): boolean => /^[\x20-\x7e]*$/.test(line);

/** Where a line must end to take at most `columns`: between whole characters as a reader sees them. */
function endWithin(line: string, columns: number): number {
  if (isPlain(line)) return Math.min(line.length, Math.max(0, columns));
  let used = 0;
  for (const { segment, index } of charactersOf(line)) {
    used += displayWidth(segment);
    if (used > columns) return index;
  }
  return line.length;
}

/** As much of a line as fits into `most` columns, ending in `…` where something was cut. */
export function fit(line: string, most: number): string {
  // Most lines are short and plain; a long one is looked at no further than it is shown.
  if (line.length <= most && displayWidth(line) <= most) return line;
  if (endWithin(line, most) === line.length) return line;
  return most < 1 ? '' : `${line.slice(0, endWithin(line, most - 1)).trimEnd()}…`;
}

/** Fills a line up to `columns` with spaces. */
export const padTo = (line: string, columns: number): string =>
  line + ' '.repeat(Math.max(0, columns - displayWidth(line)));

/**
 * Breaks a text into lines of at most `columns`, at spaces and line ends; a word that is longer is broken where
 * the line ends. Blank lines are dropped. The text must hold no escapes.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const most = Math.max(2, columns);
  return text.split('\n').flatMap((line) => wrapLine(line, most));
}

function wrapLine(line: string, most: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const word of line.split(' ')) {
    if (word === '') continue;
    for (const piece of pieces(word, most)) {
      const size = displayWidth(piece);
      if (current !== '' && used + 1 + size > most) {
        lines.push(current);
        current = '';
      }
      used = current === '' ? size : used + 1 + size;
      current = current === '' ? piece : `${current} ${piece}`;
    }
  }
  if (current !== '') lines.push(current);
  return lines;
}

/** A word in pieces that each fit into a line. */
function pieces(word: string, most: number): readonly string[] {
  const parts: string[] = [];
  let rest = word;
  while (rest !== '') {
    const end =
      rest.length <= most && displayWidth(rest) <= most ? rest.length : endWithin(rest, most);
    // At least one character a turn, so that this ends.
    const size = Math.max(end, (rest.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
    parts.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return parts;
}
