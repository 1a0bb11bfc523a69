import { lineIndex, type IsoDate, type TextEdit } from '@pymaint/core';
import type { Changelog, Release } from '../model.ts';
import { dateLike } from './dates.ts';
import {
  adornedLike,
  editAt,
  insertAt,
  newlineOf,
  sampleOf,
  textAt,
  type Written,
} from './heading.ts';

/** What is released. */
export interface Stamp {
  readonly version: string;
  readonly date: IsoDate;
}

/**
 * The edits that turn the unreleased part into a release, in the file's own dialect: words for "unreleased" become the
 * date; a part without a version keeps its heading, and gets the release's heading below it. No other character changes.
 * Empty where there is no unreleased part.
 */
export function stampRelease(
  text: string,
  changelog: Changelog,
  stamp: Stamp,
): readonly TextEdit[] {
  const open = changelog.releases.find(({ kind }) => kind === 'unreleased');
  if (open === undefined || open.heading.range.path !== changelog.path) return [];
  const written = { text, index: lineIndex(changelog.path, text), changelog };
  return open.version === undefined ? below(written, open, stamp) : inPlace(written, open, stamp);
}

/** `9.9.2 (unreleased)` → `9.9.2 (2026-05-20)`; `Unreleased` below a heading → `Released 2026-05-20`. */
function inPlace(written: Written, open: Release, { version, date }: Stamp): readonly TextEdit[] {
  const sample = sampleOf(written);
  const day = dateLike(sample?.date?.written, date);
  const mark = open.date?.form === 'placeholder' ? open.date.range : open.unreleased;
  const { textRange } = open.heading;
  const within = (line: number): boolean => line === textRange.line;
  const words = rewritten(written, open, [
    ...(open.version === undefined ? [] : [{ range: open.version.range, text: version }]),
    ...(mark !== undefined && within(mark.line) ? [{ range: mark, text: day }] : []),
  ]);
  const heading = editAt(written, open.heading.range, adornedLike(written, open, words));
  const changed = heading.oldText === heading.newText ? [] : [heading];
  if (mark === undefined || within(mark.line)) return changed;
  return [...changed, editAt(written, mark, datedLike(written, sample, day))];
}

/** The heading's words with some of them replaced. */
function rewritten(
  written: Written,
  { heading }: Release,
  parts: readonly { readonly range: Release['body']; readonly text: string }[],
): string {
  let words = textAt(written, heading.textRange);
  const start = heading.textRange.column;
  for (const { range, text } of parts.toSorted((a, b) => b.range.column - a.range.column))
    words = `${words.slice(0, range.column - start)}${text}${words.slice(range.endColumn - start)}`;
  return words;
}

/** A line with a date as another release has it: `Released 2022-08-01`. */
function datedLike(written: Written, sample: Release | undefined, day: string): string {
  if (sample?.date === undefined || sample.date.range.line === sample.heading.textRange.line)
    return `Released ${day}`;
  const { range } = sample.date;
  const line = written.text.slice(
    written.index.offset(range.line, 1),
    written.index.offset(range.line, range.column),
  );
  return `${line.trimStart()}${day}`;
}

/** `## [Unreleased]` stays, and the release's heading comes below it, before what was unreleased. */
function below(written: Written, open: Release, { version, date }: Stamp): readonly TextEdit[] {
  const newline = newlineOf(written);
  const { range } = open.heading;
  const offset = written.index.offset(range.endLine, range.endColumn);
  return [insertAt(written, offset, `${newline}${newline}${headingFor(written, version, date)}`)];
}

/** A heading for a version and day, as the file's newest release has it. */
export function headingFor(written: Written, version: string, date: IsoDate | undefined): string {
  const sample = sampleOf(written);
  if (sample?.version === undefined) return plainHeading(written, version, date);
  const day = date === undefined ? undefined : dateLike(sample.date?.written, date);
  const dated =
    sample.date !== undefined && sample.date.range.line === sample.heading.textRange.line;
  const words = rewritten(written, sample, [
    { range: sample.version.range, text: version },
    ...(dated && day !== undefined && sample.date ? [{ range: sample.date.range, text: day }] : []),
  ]);
  const old = sample.version.written;
  // A link in the heading holds the version too.
  const renamed = words.includes('](') ? words.split(old).join(version) : words;
  const heading = adornedLike(written, sample, renamed);
  const newline = newlineOf(written);
  return dated || day === undefined || sample.date === undefined
    ? heading
    : `${heading}${newline}${newline}${datedLike(written, sample, day)}`;
}

function plainHeading(
  { changelog, text }: Written,
  version: string,
  date: IsoDate | undefined,
): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const day = date === undefined ? '' : ` - ${date}`;
  if (changelog.markup === 'markdown') return `## [${version}]${day}`;
  const words = date === undefined ? version : `${version} (${date})`;
  return `${words}${newline}${'-'.repeat(words.length)}`;
}
