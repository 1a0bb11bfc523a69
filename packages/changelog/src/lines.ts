/** A part of a text, by offsets in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text by lines, without copies. A line's end excludes its line break and trailing white space. */
export interface Lines {
  readonly text: string;
  readonly count: number;
  /** Offset of the line's first character; for a line past the end, the text's length. */
  readonly start: (line: number) => number;
  /** Offset just behind its last character that is not white space; equal to `start` for a blank line. */
  readonly end: (line: number) => number;
  readonly blank: (line: number) => boolean;
  /** Columns of leading white space; a tab goes to the next multiple of four. */
  readonly indent: (line: number) => number;
  /** Offset of the first character that is not white space. */
  readonly first: (line: number) => number;
  /** The line without its trailing white space. */
  readonly slice: (line: number) => string;
}

const SPACE = 32;
const TAB = 9;
const LF = 10;
const CR = 13;

/** Splits as {@link import('@pymaint/core').lineIndex} does: at `\n`, `\r\n` and a lone `\r`. */
export function splitLines(text: string): Lines {
  const starts = lineStarts(text);
  const count = starts.length;
  const start = (line: number): number => starts[line] ?? text.length;
  const end = (line: number): number => {
    const from = start(line);
    let at = start(line + 1);
    while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1;
    return at;
  };
  const first = (line: number): number => {
    const stop = start(line + 1);
    let at = start(line);
    while (at < stop && isSpace(text.charCodeAt(at))) at += 1;
    return at;
  };
  return {
    text,
    count,
    start,
    end,
    first,
    blank: (line) => first(line) === start(line + 1),
    indent: (line) => columns(text, start(line), start(line + 1)),
    slice: (line) => text.slice(start(line), end(line)),
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
  }
  return starts;
}

function columns(text: string, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE) column += 1;
    else if (code === TAB) column += 4 - (column % 4);
    else break;
  }
  return column;
}

const isSpace = (code: number): boolean =>
  code === SPACE || (code >= TAB && code <= CR) || code === 0xa0 || code === 0xfeff;
