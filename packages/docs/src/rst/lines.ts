import { SPACE } from './chars.ts';
import { type Source, skipSpaces } from './source.ts';

/** The start of a line in the block being read. */
export const fromOf = (source: Source, line: number): number => source.from[line] ?? 0;
/** The end of a line. */
export const toOf = (source: Source, line: number): number => source.to[line] ?? 0;
/** Whether a line holds whitespace at most. */
export const isBlank = (source: Source, line: number): boolean =>
  (source.head[line] ?? 0) >= (source.to[line] ?? 0);
/** Whether a line is not blank and starts with a space. */
export const isIndented = (source: Source, line: number): boolean =>
  !isBlank(source, line) && source.text.charCodeAt(fromOf(source, line)) === SPACE;
/** How much whitespace stands before a line's text. */
export const indentOf = (source: Source, line: number): number =>
  (source.head[line] ?? 0) - (source.from[line] ?? 0);

/** A block of indented lines, and the least indentation among them. */
export interface Indented {
  readonly end: number;
  readonly indent: number;
}

/**
 * The lines from `first` that are blank or start with a space, and the least indentation of those that are
 * not blank, 0 where there are none (docutils `StringList.get_indented`).
 */
export function indentedBlock(
  source: Source,
  first: number,
  end: number,
  untilBlank = false,
): Indented {
  let indent = Infinity;
  let line = first;
  for (; line < end; line += 1) {
    if (isBlank(source, line)) {
      if (untilBlank) break;
    } else if (isIndented(source, line)) indent = Math.min(indent, indentOf(source, line));
    else break;
  }
  return { end: line, indent: indent === Infinity ? 0 : indent };
}

/** The first line from `first` that is neither blank nor indented by at least `indent`. */
export function knownIndentEnd(source: Source, first: number, end: number, indent: number): number {
  let line = first;
  while (line < end && (isBlank(source, line) || indentOf(source, line) >= indent)) line += 1;
  return line;
}

/** Moves the start of some lines to the right, over whitespace only. */
export function trimLines(source: Source, first: number, end: number, indent: number): void {
  if (indent <= 0) return;
  const { from, to } = source;
  for (let line = first; line < end; line += 1)
    from[line] = Math.min((from[line] ?? 0) + indent, to[line] ?? 0);
}

/** Moves the start of one line behind its marker. */
export function startAt(source: Source, line: number, offset: number): void {
  const to = toOf(source, line);
  source.from[line] = Math.min(offset, to);
  source.head[line] = skipSpaces(source.text, offset, to);
}

/**
 * Prepares the block that starts behind a marker on its first line and goes on over indented lines: they
 * lose their own least indentation. Gives the line behind it (docutils `get_first_known_indented`).
 */
export function blockAfter(
  source: Source,
  line: number,
  offset: number,
  end: number,
  untilBlank = false,
): number {
  const block = indentedBlock(source, line + 1, end, untilBlank);
  startAt(source, line, offset);
  trimLines(source, line + 1, block.end, block.indent);
  return block.end;
}

/** The line behind the last one that is not blank. */
export function withoutBlankEnd(source: Source, first: number, end: number): number {
  let last = end;
  while (last > first && isBlank(source, last - 1)) last -= 1;
  return last;
}

/** The first line that is not blank. */
export function withoutBlankStart(source: Source, first: number, end: number): number {
  let line = first;
  while (line < end && isBlank(source, line)) line += 1;
  return line;
}
