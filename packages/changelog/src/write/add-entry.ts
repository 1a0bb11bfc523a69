import { lineIndex, type TextEdit } from '@pymaint/core';
import type { Category, Changelog, Entry, Release, Section } from '../model.ts';
import { adornedLike, insertAt, newlineOf, textAt, type Written } from './heading.ts';
import { headingFor } from './stamp.ts';

/** A change to be told. */
export interface NewEntry {
  /** Without list marker; several lines are indented alike. */
  readonly text: string;
  /** The kind of change; its section is made where the unreleased part has none, if the file has sections at all. */
  readonly category?: Category;
}

/** Where an entry goes, and its text as it would stand there. */
export interface EntryPlace {
  readonly edits: readonly TextEdit[];
  /** What is inserted, without the blank lines around it. */
  readonly snippet: string;
}

/**
 * Adds an entry to the unreleased part in the file's own dialect: list marker, indentation, section heading. Where the
 * file has no unreleased part one is made, headed as its releases are. No other character changes.
 */
export function addEntry(text: string, changelog: Changelog, entry: NewEntry): EntryPlace {
  const written = { text, index: lineIndex(changelog.path, text), changelog };
  const open = changelog.releases.find(({ kind }) => kind === 'unreleased');
  if (open === undefined || open.heading.range.path !== changelog.path)
    return newPart(written, entry);
  const section = sectionFor(open, entry.category);
  const siblings = open.entries.filter(
    (it) => section === undefined || it.section === open.sections.indexOf(section),
  );
  const last = siblings[siblings.length - 1];
  const item = itemLike(written, last ?? anyEntry(changelog), entry.text);
  const newline = newlineOf(written);
  if (last !== undefined)
    return insertion(written, endOf(written, last.range), `${newline}${item}`, item);
  if (section !== undefined)
    return insertion(written, endOf(written, section.range), `${newline}${newline}${item}`, item);
  const made = newSection(written, entry.category);
  const block = made === undefined ? item : `${made}${newline}${newline}${item}`;
  const after = open.entries[open.entries.length - 1]?.range ?? lastMark(open);
  return insertion(written, endOf(written, after), `${newline}${newline}${block}`, block);
}

const insertion = (
  written: Written,
  offset: number,
  newText: string,
  snippet: string,
): EntryPlace => ({
  edits: [insertAt(written, offset, newText)],
  snippet,
});

const endOf = ({ index }: Written, range: Release['body']): number =>
  index.offset(range.endLine, range.endColumn);

/** The heading, or the line below it that says "unreleased". */
const lastMark = ({ heading, unreleased }: Release): Release['body'] =>
  unreleased !== undefined && unreleased.line > heading.range.endLine ? unreleased : heading.range;

const sectionFor = ({ sections }: Release, category: Category | undefined): Section | undefined =>
  category === undefined
    ? sections[sections.length - 1]
    : sections.find((it) => it.category === category);

const anyEntry = ({ releases }: Changelog): Entry | undefined =>
  releases.find(({ entries }) => entries.length > 0)?.entries[0];

/** The text behind the list marker that another entry has. */
function itemLike(written: Written, sample: Entry | undefined, text: string): string {
  const start = sample === undefined ? undefined : written.index.offset(sample.range.line, 1);
  const head = start === undefined ? '' : written.text.slice(start, start + 40);
  const marker = /^\s*(?:[-*+•]|\d+[.)])\s+/.exec(head)?.[0] ?? '- ';
  const bullet = marker.replace(/\d+[.)]/, '-');
  const newline = newlineOf(written);
  return (
    bullet +
    text
      .trim()
      .split(/\r\n?|\n/)
      .join(`${newline}${' '.repeat(bullet.length)}`)
  );
}

/** A heading for the category as the file has it elsewhere; undefined where the file has no sections. */
function newSection(written: Written, category: Category | undefined): string | undefined {
  const sections = written.changelog.releases.flatMap((it) => it.sections);
  const same = sections.find((it) => category !== undefined && it.category === category);
  const [sample] = same === undefined ? sections : [same];
  if (sample === undefined || category === undefined) return undefined;
  const old = textAt(written, sample.range);
  if (same !== undefined) return old;
  const title = `${category.charAt(0).toUpperCase()}${category.slice(1)}`;
  const mark = /\n([^\w\s])\1+\s*$/.exec(old)?.[1];
  return mark === undefined
    ? old.replace(sample.title, () => title)
    : `${title}${newlineOf(written)}${mark.repeat(title.length)}`;
}

/** `Unreleased`, headed as the file's releases are, before the newest of them or where its tool inserts. */
function newPart(written: Written, entry: NewEntry): EntryPlace {
  const newline = newlineOf(written);
  const { changelog } = written;
  const sample = changelog.releases[0];
  const item = itemLike(written, anyEntry(changelog), entry.text);
  const section = newSection(written, entry.category);
  const heading =
    sample === undefined
      ? headingFor(written, 'Unreleased', undefined)
      : unreleasedLike(written, sample);
  const block = [heading, ...(section === undefined ? [] : [section]), item].join(
    newline + newline,
  );
  if (sample === undefined)
    return insertion(
      written,
      endOf(written, changelog.insertion),
      `${newline}${newline}${block}${newline}`,
      block,
    );
  const offset = written.index.offset(sample.heading.range.line, 1);
  return insertion(written, offset, `${block}${newline}${newline}`, block);
}

function unreleasedLike(written: Written, sample: Release): string {
  const words = textAt(written, sample.heading.textRange);
  const bracketed = words.startsWith('[') ? '[Unreleased]' : 'Unreleased';
  return adornedLike(written, sample, bracketed);
}
