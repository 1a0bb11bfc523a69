import type { LineIndex, Range, TextEdit } from '@pymaint/core';
import type { Changelog, Release } from '../model.ts';

/** A text with what was read in it: what every writer needs. */
export interface Written {
  readonly text: string;
  readonly index: LineIndex;
  readonly changelog: Changelog;
}

/** The text at a range. */
export const textAt = (
  { text, index }: Written,
  { line, column, endLine, endColumn }: Range,
): string => text.slice(index.offset(line, column), index.offset(endLine, endColumn));

/** An edit of the text at a range, with what stands there now. */
export const editAt = (written: Written, range: Range, newText: string): TextEdit => ({
  range,
  oldText: textAt(written, range),
  newText,
});

/** An insertion before an offset. */
export const insertAt = ({ index }: Written, offset: number, newText: string): TextEdit => ({
  range: index.range(offset, offset),
  oldText: '',
  newText,
});

/** `\r\n` where the text uses it. */
export const newlineOf = ({ text }: Written): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** The newest dated release of the file, whose heading a new one copies. */
export const sampleOf = ({ changelog }: Written): Release | undefined =>
  changelog.releases.find(
    ({ version, date, kind }) => kind === 'released' && version && date?.form === 'day',
  ) ?? changelog.releases.find(({ version, kind }) => kind === 'released' && version);

/** Lengthens or shortens the lines of punctuation that belong to a title, so that they reach just under it. */
export function adornedLike(written: Written, { heading }: Release, words: string): string {
  const newline = newlineOf(written);
  const { mark, style } = heading;
  const old = textAt(written, heading.range);
  const oldWords = textAt(written, heading.textRange);
  if (style !== 'underline' && style !== 'overline' && style !== 'setext')
    return old.replace(oldWords, () => words);
  const line = mark.repeat(Math.max(width(words), 1));
  const indent = /^[^\S\r\n]*/.exec(old.split(/\r\n?|\n/)[1] ?? '')?.[0] ?? '';
  return style === 'overline'
    ? `${mark.repeat(width(words) + 2 * indent.length)}${newline}${indent}${words}${newline}${mark.repeat(width(words) + 2 * indent.length)}`
    : `${words}${newline}${line}`;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** Columns of a text in a fixed-width font: East Asian wide characters take two (docutils' `column_width`). */
const width = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);
