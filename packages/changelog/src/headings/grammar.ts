import { readDateAt, type ReadDate } from '../dates.ts';
import { canonicalVersion } from '../version.ts';
import {
  datingAt,
  descriptionAt,
  introductionAt,
  likelyUnreleasedAt,
  mayBeUnreleased,
  unreleasedAt,
  versionWordAt,
  yankedAt,
} from './words.ts';

/** What a heading's words say; offsets are into those words. */
export interface HeadingReading {
  readonly version: ReadVersion | undefined;
  /** Further versions of the same heading: `4.12.0a1 and 4.12.0a2`. */
  readonly more: readonly ReadVersion[];
  readonly date: ReadDate | undefined;
  /** The words for "not released yet". */
  readonly unreleased: { readonly start: number; readonly end: number } | undefined;
  /** False where those words mean it only at the head of a changelog. */
  readonly certain: boolean;
  readonly yanked: boolean;
  /** Words before the version that are neither an introduction nor the project's name, in lower case. */
  readonly prefix: string;
  /** Words that the grammar does not know, behind a separator: a code name. */
  readonly tail: string;
}

/** A version in a heading. */
export interface ReadVersion {
  readonly written: string;
  readonly canonical: string;
  readonly start: number;
  readonly end: number;
}

/** PEP 440 with the separators of SemVer, and no other text glued to it. */
const VERSION =
  /(?:v\.?\s?)?((?:\d{1,9}!)?\d{1,9}(?:\.\d{1,9}){0,8}(?:[-_. ]?(?:alpha|beta|preview|pre|rc|a|b|c)[-_.]?\d{0,9})?(?:[-_.]?(?:post|rev|r)[-_.]?\d{0,9})?(?:[-_.]?dev[-_.]?\d{0,9})?(?:\+[a-z0-9]{1,40}(?:[-_.][a-z0-9]{1,40}){0,8})?)(?![\w]|[.+-]\w|-\d)/iy;

const SEPARATORS = /[\s()[\]{}<>,:;|/~=*"'“”.!·•–—―\p{Extended_Pictographic}\uFE0F-]+/uy;
/** `"The Big One"`: a name of the release behind its version. */
const QUOTED = /[\s,:–—-]*(?:"[^"\n]{1,60}"|“[^”\n]{1,60}”)/y;
const LEADING = /^[^\p{L}\p{N}%{]*/u;
const WORD = /[\p{L}][\p{L}\p{N}._'’-]{0,60}/uy;

/**
 * Reads the words of a heading as one that heads a release: an introduction or the project's name, a version, a date,
 * words for "unreleased" or "yanked", in the orders that changelogs use. Undefined for every other heading.
 */
export function readHeading(words: string, project: ProjectName): HeadingReading | undefined {
  if (!/\d/.test(words) && !mayBeUnreleased(words)) return undefined;
  const start = LEADING.exec(words)?.[0].length ?? 0;
  return (
    unreleasedFirst(words, start) ??
    dateFirst(words, start, project) ??
    versionFirst(words, start, project)
  );
}

/** The names of a project, compared as PEP 503 does. */
export type ProjectName = ReadonlySet<string>;

/** PEP 503 with blanks as separators: `Zope  Interface` is `zope.interface`. */
export const projectNames = (...names: readonly (string | undefined)[]): ProjectName =>
  new Set(names.flatMap((name) => (name === undefined ? [] : [normalised(name)])));

const normalised = (name: string): string => name.toLowerCase().replace(/[-_.\s]+/g, '-');

function unreleasedFirst(words: string, at: number): HeadingReading | undefined {
  const certain = unreleasedAt(words, at);
  const length = certain || likelyUnreleasedAt(words, at);
  if (length === 0) return undefined;
  const unreleased = { start: at, end: at + length };
  const after = skip(SEPARATORS, words, unreleased.end);
  const version = readVersionAt(words, skipIntroductions(words, after));
  const tail = readTail(words, version?.end ?? unreleased.end);
  const more: readonly ReadVersion[] = [];
  if (certain === 0 && (tail.rest !== '' || version !== undefined)) return undefined;
  if (version === undefined && tail.rest !== '' && !isSmall(tail.rest)) return undefined;
  return { ...tail, version, more, unreleased, certain: certain > 0, prefix: '', tail: tail.rest };
}

/** `Unreleased changes since …` still heads a release; a sentence does not. */
const isSmall = (rest: string): boolean => rest.length <= 40;

/** `2020-01-01 - 1.2.3`, `2020-01-01: Version 1.2.3`. */
function dateFirst(words: string, at: number, project: ProjectName): HeadingReading | undefined {
  if (!/^\d{4}[-/]\d{1,2}[-/]/.test(words.slice(at, at + 8))) return undefined;
  const date = readDateAt(words, at);
  if (date === undefined) return undefined;
  const reading = versionFirst(words, skip(SEPARATORS, words, date.end), project);
  return reading === undefined || reading.date !== undefined ? undefined : { ...reading, date };
}

function versionFirst(
  words: string,
  from: number,
  project: ProjectName,
): HeadingReading | undefined {
  const { at, prefix } = skipPrefix(words, from, project);
  const version = readVersionAt(words, at);
  if (version === undefined) return undefined;
  const introduced = at > from;
  const more = furtherVersions(words, version.end);
  const tail = readTail(words, more[more.length - 1]?.end ?? version.end);
  if (isYear(version.written) && !introduced && tail.date === undefined) return undefined;
  if (tail.rest !== '' && (!tail.separated || /^v?\d+\./i.test(tail.rest))) return undefined;
  return { ...tail, version, more, prefix, tail: tail.rest, certain: true };
}

/** `3.7.1 and 3.8.1 and 4.0.1`. */
function furtherVersions(words: string, from: number): readonly ReadVersion[] {
  const found: ReadVersion[] = [];
  let at = from;
  while (found.length < 8) {
    const next = skip(CONJUNCTION, words, at);
    const version = next === at ? undefined : readVersionAt(words, next);
    if (version === undefined) break;
    found.push(version);
    at = version.end;
  }
  return found;
}

const CONJUNCTION = /\s*(?:,\s*and|and|&|,)\s+(?=v?\d+\.\d)/iy;

/** A lone year groups releases; it is no version of its own. */
const isYear = (written: string): boolean => /^(?:19|20)\d\d$/.test(written);

function skipIntroductions(words: string, from: number): number {
  let at = from;
  for (let i = 0; i < 4; i += 1) {
    const length = introductionAt(words, at);
    if (length === 0) break;
    at = skip(SEPARATORS, words, at + length);
  }
  return at;
}

/** Skips up to five words before a version, and says which of them are not known to be harmless. */
function skipPrefix(
  words: string,
  from: number,
  project: ProjectName,
): { readonly at: number; readonly prefix: string } {
  let at = skipIntroductions(words, from);
  const named: string[] = [];
  while (named.length < 5 && !startsVersion(words, at)) {
    WORD.lastIndex = at;
    const word = WORD.exec(words)?.[0];
    if (word === undefined) break;
    named.push(word.replace(/[.'’-]+$/, ''));
    at = skip(SEPARATORS, words, at + word.length);
    at = skip(SEPARATORS, words, at + versionWordAt(words, at));
  }
  const prefix = normalised(named.join(' '));
  return { at, prefix: project.has(prefix) ? '' : prefix };
}

const startsVersion = (words: string, at: number): boolean =>
  /^v?\.?\s?\d/i.test(words.slice(at, at + 4));

function readVersionAt(words: string, at: number): ReadVersion | undefined {
  VERSION.lastIndex = at;
  const match = VERSION.exec(words);
  if (match === null || readFullDate(words, at)) return undefined;
  const written = (match[1] ?? '').replace(' ', '');
  const end = at + match[0].length;
  const start = end - (match[1] ?? '').length;
  const canonical = canonicalVersion(written);
  return canonical === undefined ? undefined : { written: match[1] ?? '', canonical, start, end };
}

/** `2024-01-15` would be a post-release by PEP 440; in a heading it is a date. */
const readFullDate = (words: string, at: number): boolean =>
  /^\d{4}([-/])\d{1,2}\1\d{1,2}(?!\d)/.test(words.slice(at, at + 12));

interface Tail {
  readonly date: ReadDate | undefined;
  readonly unreleased: { readonly start: number; readonly end: number } | undefined;
  readonly yanked: boolean;
  /** What is left unread. */
  readonly rest: string;
  /** True where something other than a blank stands before the unread rest. */
  readonly separated: boolean;
}

/** Reads what stands behind a version: dates and known words in any order, until something is not known. */
function readTail(words: string, from: number): Tail {
  let at = from;
  let date: ReadDate | undefined;
  let unreleased: Tail['unreleased'];
  let yanked = false;
  for (let i = 0; i < 12; i += 1) {
    const before = at;
    at = skip(SEPARATORS, words, skip(QUOTED, words, at));
    if (at >= words.length) break;
    const dated = readDateAt(words, at + datingAt(words, at));
    const open = unreleasedAt(words, at) || lastWordUnreleased(words, at);
    const withdrawn = yankedAt(words, at);
    if (open > 0) {
      unreleased ??= { start: at, end: at + open };
      at += open;
    } else if (dated !== undefined) {
      date ??= dated;
      at = dated.end;
    } else if (withdrawn > 0) {
      yanked = true;
      at += withdrawn;
    } else {
      const length = descriptionAt(words, at);
      const last = length === 0 && date === undefined ? dateBehindName(words, at) : undefined;
      if (last !== undefined) return { date: last, unreleased, yanked, rest: '', separated: true };
      if (length === 0) return { date, unreleased, yanked, ...rest(words, before, at) };
      at += length;
    }
  }
  return { date, unreleased, yanked, rest: '', separated: true };
}

/** `47.0.0 - main`: a branch's name, with nothing behind it, says that the version is still to come. */
function lastWordUnreleased(words: string, at: number): number {
  const length = likelyUnreleasedAt(words, at);
  return length > 0 && skip(SEPARATORS, words, at + length) >= words.length ? length : 0;
}

/** `5.0.0 Penny - July 4, 2020`: a name of the release, then a date that ends the heading. */
function dateBehindName(words: string, at: number): ReadDate | undefined {
  const name = /^[^\d()]{1,40}?(?: [-–—] |[,(])\s*/.exec(words.slice(at, at + 80))?.[0];
  if (name === undefined) return undefined;
  const start = at + name.length;
  const date = readDateAt(words, start + datingAt(words, start));
  return date !== undefined && skip(SEPARATORS, words, date.end) >= words.length ? date : undefined;
}

const rest = (words: string, before: number, at: number): Pick<Tail, 'rest' | 'separated'> => ({
  rest: words.slice(at).trim(),
  separated: /\S/.test(words.slice(before, at)),
});

function skip(pattern: RegExp, words: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(words)?.[0].length ?? 0);
}
