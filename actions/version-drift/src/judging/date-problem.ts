import type { Problem } from '@pymaint/core';
import type { ReleaseDate } from '@pymaint/python';

/** What is wrong with a day that should be another one, and the edit of exactly its characters. */
export const dateProblem = (
  { place, written, what }: ReleaseDate,
  day: string,
  why: string,
): Problem => ({
  message: `Unexpected \`${written}\` in ${what}, expected \`${day}\`${why}`,
  place,
  remedy: `write \`${day}\``,
  fix: { title: `Write ${day}`, edits: [{ range: place, oldText: written, newText: day }] },
  data: { kind: 'date', found: written, expected: day },
});
