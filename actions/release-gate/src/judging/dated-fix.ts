import type { Fix, IsoDate } from '@pymaint/core';
import type { Release } from '@pymaint/changelog';

/** The edit that gives an entry its date, where a placeholder or the word for "unreleased" stands in its place. */
export function datedFix({ date, heading, unreleased }: Release, today: IsoDate): Fix | undefined {
  const range = date?.form === 'placeholder' ? date.range : unreleased;
  const { textRange, text } = heading;
  if (range === undefined) return undefined;
  const oldText =
    date?.form === 'placeholder'
      ? date.written
      : range.line === textRange.line && textRange.endLine === textRange.line
        ? text.slice(range.column - textRange.column, range.endColumn - textRange.column)
        : '';
  // Markup within a heading moves its words: then the place and the text do not belong together.
  return oldText.length === range.endColumn - range.column && oldText !== ''
    ? { title: `Write ${today}`, edits: [{ range, oldText, newText: today }] }
    : undefined;
}
