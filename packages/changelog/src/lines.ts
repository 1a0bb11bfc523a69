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
  /** Offset just behind its last character that is not white space; its first character's for a blank line. */
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
  const { count, starts, firsts, ends, indents } = measure(text);
  const at = (list: Int32Array, line: number): number =>
    line < count ? (list[line] ?? text.length) : text.length;
  const start = (line: number): number => at(starts, line);
  const end = (line: number): number => at(ends, line);
  return {
    text,
    count,
    start,
    end,
    first: (line) => at(firsts, line),
    blank: (line) => at(firsts, line) >= at(ends, line),
    indent: (line) => (line < count ? (indents[line] ?? 0) : 0),
    slice: (line) => text.slice(start(line), end(line)),
  };
}

interface Measures {
  readonly count: number;
  readonly starts: Int32Array;
  readonly firsts: Int32Array;
  readonly ends: Int32Array;
  readonly indents: Int32Array;
}

/** All lines' measures in one pass over the text; a blank line's first character is its end. */
function measure(text: string): Measures {
  const count = countLines(text);
  const list = (): Int32Array => new Int32Array(count);
  const measures = { count, starts: list(), firsts: list(), ends: list(), indents: list() };
  let line = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && !isBreak(text, at)) continue;
    measureLine(measures, text, line, start, at);
    line += 1;
    start = at + 1;
  }
  return measures;
}

function measureLine(to: Measures, text: string, line: number, start: number, stop: number): void {
  let first = start;
  let column = 0;
  for (; first < stop; first += 1) {
    const code = text.charCodeAt(first);
    if (code === SPACE) column += 1;
    else if (code === TAB) column += 4 - (column % 4);
    else if (!isSpace(code)) break;
  }
  let end = stop;
  while (end > first && isSpace(text.charCodeAt(end - 1))) end -= 1;
  to.starts[line] = start;
  to.firsts[line] = first;
  to.ends[line] = end;
  to.indents[line] = column;
}

function countLines(text: string): number {
  let count = 1;
  for (let at = 0; at < text.length; at += 1) if (isBreak(text, at)) count += 1;
  return count;
}

/** The last character of a line break. */
const isBreak = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code === LF || (code === CR && text.charCodeAt(at + 1) !== LF);
};

const isSpace = (code: number): boolean =>
  code === SPACE || (code >= TAB && code <= CR) || code === 0xa0 || code === 0xfeff;
