import { readInlineText } from './inline.ts';
import { labelsBeforeHeading } from './labels.ts';
import { fromOf, isBlank, isIndented, toOf, withoutBlankStart } from './lines.ts';
import { isAdornment } from './markers.ts';
import type { Block, Reader } from './reader.ts';
import { type Source, skipSpaces, spanOf } from './source.ts';
import { columnWidth } from './width.ts';

const adorns = (source: Source, line: number): boolean =>
  isAdornment(source.text, fromOf(source, line), toOf(source, line));
const lengthOf = (source: Source, line: number): number =>
  toOf(source, line) - fromOf(source, line);

/** Below this many characters an adornment that does not fit makes plain text. */
const LEAST = 4;

/**
 * A title with its underline, or undefined where the underline is too short to be one (docutils
 * `Text.underline`). Where no sections may be, docutils drops both lines.
 */
export function readUnderlined(block: Block, line: number): number | undefined {
  const { source } = block;
  const start = fromOf(source, line);
  const end = toOf(source, line);
  const width = lengthOf(source, line + 1);
  const short = columnWidth(source.text.slice(start, end)) > width;
  if (short && width < LEAST) return undefined;
  if (short)
    problem(block, 'short-underline', 'Unexpected title longer than its underline', line, line + 2);
  if (block.titles) section(block, start, end, source.text.charAt(fromOf(source, line + 1)));
  else
    problem(
      block,
      'unexpected-title',
      'Unexpected section title inside another element',
      line,
      line + 2,
    );
  return line + 2;
}

/**
 * What an adornment line starts: a title with an overline, a transition, or undefined for plain text
 * (docutils `states.Line`). Gives the line to go on from.
 */
export function readOverlined(block: Block, line: number): number | undefined {
  const { source, end } = block;
  const long = lengthOf(source, line) >= LEAST;
  if (!block.titles) {
    if (!long) return undefined;
    problem(block, 'unexpected-title', 'Unexpected section title or transition', line, line + 1);
    return line + 1;
  }
  if (line + 1 >= end || isBlank(source, line + 1))
    return long ? transition(block, line) : undefined;
  if (!isIndented(source, line + 1) && adorns(source, line + 1)) {
    if (!long) return undefined;
    problem(block, 'invalid-title', 'Unexpected adornment behind an adornment', line, line + 2);
    return line + 2;
  }
  return overlinedTitle(block, line, long);
}

function overlinedTitle(block: Block, line: number, long: boolean): number | undefined {
  const { source, end } = block;
  const start = skipSpaces(source.text, fromOf(source, line + 1), toOf(source, line + 1));
  const stop = toOf(source, line + 1);
  if (line + 2 >= end || isBlank(source, line + 2)) {
    if (!long) return undefined;
    problem(block, 'invalid-title', 'Unexpected overline without an underline', line, line + 2);
    return Math.min(end, line + 3);
  }
  const over = source.text.slice(fromOf(source, line), toOf(source, line));
  if (source.text.slice(fromOf(source, line + 2), toOf(source, line + 2)) !== over) {
    if (!long) return undefined;
    problem(
      block,
      'invalid-title',
      'Unexpected underline, expected one equal to the overline',
      line,
      line + 3,
    );
    return line + 3;
  }
  const width = columnWidth(source.text.slice(fromOf(source, line + 1), stop));
  if (width > over.length) {
    if (!long) return undefined;
    problem(block, 'short-underline', 'Unexpected title longer than its overline', line, line + 3);
  }
  section(block, start, stop, over.slice(0, 1).repeat(2));
  return line + 3;
}

function transition(block: Block, line: number): number {
  const { reader, source, end } = block;
  if (reader.depth === 1 && withoutBlankStart(source, line + 1, end) === end)
    problem(
      block,
      'last-transition',
      'Unexpected transition at the end of the document',
      line,
      line + 1,
    );
  reader.bodySeen = true;
  return line + 1;
}

/** Opens a section, if its style may follow the section before (docutils `check_subsection`). */
function section(block: Block, start: number, end: number, style: string): void {
  const { reader, source } = block;
  const found = reader.titleStyles.indexOf(style);
  const level = found < 0 ? reader.titleStyles.length + 1 : found + 1;
  const span = spanOf(source, start, end);
  if (level > reader.level + 1) {
    reader.draft.problems.push({
      kind: 'inconsistent-title',
      message: `Unexpected title style of level ${level} in a section of level ${reader.level}; docutils drops the title`,
      span,
    });
    return;
  }
  if (found < 0) reader.titleStyles.push(style);
  if (reader.level > 0) reader.bodySeen = true;
  reader.level = level;
  labelsBeforeHeading(reader, reader.draft.headings.length);
  const index = reader.draft.headings.length;
  const heading = {
    level: shownLevel(reader, style, level),
    text: '',
    span,
    ids: [],
    section: reader.sections,
  };
  reader.draft.headings.push(heading);
  const text = readInlineText(reader, source, start, end);
  reader.draft.headings[index] = { ...heading, text };
}

/** In an `only` directive a style has the level that it has around, if it has one. */
function shownLevel(reader: Reader, style: string, level: number): number {
  if (reader.outer === undefined) return level;
  const found = reader.outer.styles.indexOf(style);
  return found < 0 ? reader.outer.level + level : found + 1;
}

function problem(block: Block, kind: string, message: string, first: number, stop: number): void {
  const { reader, source } = block;
  const last = Math.min(stop, block.end) - 1;
  reader.draft.problems.push({
    kind,
    message,
    span: spanOf(source, fromOf(source, first), toOf(source, last)),
  });
}
