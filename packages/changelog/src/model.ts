import type { IsoDate, Range } from '@pymaint/core';

/** The markup a changelog is written in. Plain text is read by the rules of reStructuredText. */
export type Markup = 'markdown' | 'rst';

/** A changelog as its author wrote it: releases in file order, everything with its exact range. */
export interface Changelog {
  /** The file, or the folder where each release has a file of its own. */
  readonly path: string;
  readonly markup: Markup;
  /** The document's own heading (`Changelog`, `Release History`), where it has one. */
  readonly title: Title | undefined;
  readonly releases: readonly Release[];
  /** Markdown `[label]: url` and reStructuredText `.. _label: url`, in file order. */
  readonly linkReferences: readonly LinkReference[];
  /** What could not be understood, and where. */
  readonly problems: readonly ReadProblem[];
  /** Where a new release belongs although the file has none yet: after the start marker of a tool, or at the end. */
  readonly insertion: Range;
}

/** A document heading. */
export interface Title {
  readonly text: string;
  readonly range: Range;
}

/** `unreleased`: what comes next, with or without its number. `yanked`: released, then withdrawn (PEP 592). */
export type ReleaseKind = 'released' | 'unreleased' | 'yanked';

/** How a release is headed, as far as a writer needs it to head another one alike. */
export type HeadingStyle =
  | 'atx'
  | 'setext'
  | 'underline'
  | 'overline'
  | 'strong'
  | 'plain'
  | 'role'
  | 'directive'
  | 'file';

/** One release, or the part for what is not released yet. */
export interface Release {
  readonly kind: ReleaseKind;
  /** Undefined for an unreleased part that names no version. */
  readonly version: WrittenVersion | undefined;
  /** Further versions that share the heading: `4.12.0a1 and 4.12.0a2`. */
  readonly moreVersions: readonly WrittenVersion[];
  /** The day, as the heading, a line below it, a field or an option gives it. */
  readonly date: WrittenDate | undefined;
  /** The words that say "not released yet", in the heading or in a line, field or option below it. */
  readonly unreleased: Range | undefined;
  readonly heading: Heading;
  /** Everything from behind the heading to the next release's heading. */
  readonly body: Range;
  /** In file order; entries that stand before the first section have none. */
  readonly sections: readonly Section[];
  readonly entries: readonly Entry[];
}

/** A version where it stands. */
export interface WrittenVersion {
  /** As in the file, without a leading `v`. */
  readonly written: string;
  /** PEP 440's normal form of it. */
  readonly canonical: string;
  readonly range: Range;
}

/** A date where it stands. */
export interface WrittenDate {
  readonly written: string;
  /** Undefined where it is no full calendar day: a month, a placeholder such as `TBD`, or one that does not exist. */
  readonly iso: IsoDate | undefined;
  readonly form: DateForm;
  readonly range: Range;
}

/**
 * `day`: a calendar day. `month` and `year`: less than a day. `placeholder`: stands for a date to come (`TBD`,
 * `2024-xx-xx`). `ambiguous`: day and month cannot be told apart (`04-05-2020`). `invalid`: no day of the calendar.
 */
export type DateForm = 'day' | 'month' | 'year' | 'placeholder' | 'ambiguous' | 'invalid';

/** A release's heading. */
export interface Heading {
  readonly style: HeadingStyle;
  /** The nesting level within the document, 1 for the outermost; 0 where the style has none. */
  readonly level: number;
  /** The heading without its markup: `1.2.0 - 2024-05-01`. */
  readonly text: string;
  /** All of its lines, with underline and overline. */
  readonly range: Range;
  /** The words alone. */
  readonly textRange: Range;
  /** The character of an underline (`=`), the marks of an ATX heading (`##`), or empty. */
  readonly mark: string;
  /** Where the heading leads: `https://github.com/o/p/compare/…`. */
  readonly links: readonly string[];
}

/** The kinds of change that every vocabulary is mapped to: Keep a Changelog's six, and what projects add to them. */
export const CATEGORIES = [
  'breaking',
  'added',
  'changed',
  'deprecated',
  'removed',
  'fixed',
  'security',
  'performance',
  'documentation',
  'dependencies',
  'internal',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** A group of entries within a release: `### Fixed`, `**Bugfixes**`. */
export interface Section {
  /** As written, without markup and final colon. */
  readonly title: string;
  /** Undefined where the title is none that is known. */
  readonly category: Category | undefined;
  readonly range: Range;
}

/** One change: a list item with all it holds, a directive, or a paragraph where the release has no list. */
export interface Entry {
  /** As in the file, without the list marker. */
  readonly text: string;
  readonly range: Range;
  /** Index into the release's sections. */
  readonly section: number | undefined;
  readonly references: readonly Reference[];
}

/** What an entry points at. */
export interface Reference {
  readonly kind: 'issue' | 'pull-request' | 'author' | 'advisory' | 'link';
  /** `123` or `owner/repo#123`, a login, a `CVE-…` or `GHSA-…` id, a URL. */
  readonly id: string;
  /** Where it leads, as far as the text says so. */
  readonly url: string | undefined;
  readonly range: Range;
}

/** A link's label and its target, defined apart from the text. */
export interface LinkReference {
  readonly label: string;
  readonly url: string;
  readonly range: Range;
  readonly urlRange: Range;
}

/** Something that looks as if it belonged to the changelog and could not be read. */
export interface ReadProblem {
  readonly kind: 'version' | 'date' | 'pointer' | 'no-release';
  readonly message: string;
  readonly range: Range;
}
