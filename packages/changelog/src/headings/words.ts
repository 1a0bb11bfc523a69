/** Words that head what is not released yet, wherever they stand. */
const CERTAIN =
  /(?:un-?released(?: changes| version)?|not (?:yet )?(?:been )?released(?: yet)?|to be released|upcoming(?: release| version| changes)?|in development|in progress|under development|development version|(?:next|current)(?:[ -](?:release|version|development))|latest changes|work in progress|wip|unpublished|pending release|tb[ad]|(?:release )?planned|expected)(?![\w-])/iy;

/** Words that do so only at the head of a changelog: elsewhere they may head anything. */
const LIKELY =
  /(?:next|dev|devel|development|main|master|trunk|head|latest|current|future|pending|draft|git)(?![\w-])/iy;

/** What a release is called that was withdrawn. */
const YANKED = /(?:yanked|withdrawn|retracted|recalled|redacted|broken release)(?![\w-])/iy;

/** Words before the version: they add nothing to it. */
const BEFORE =
  /(?:release notes(?: for)?|releases?|released|versions?|ver\.?|rev(?:ision)?\.?|changes?(?: in| for| to| of| with)?|what['’]?s new in|new in|news(?: for| in)?|change ?log(?: for)?|history(?: for| of)?|milestone|tag|update|patch)(?![\w-])/iy;

const VERSION_WORD = /(?:releases?|versions?|ver\.?)(?![\w-])/iy;

/** Words behind the version and date: they say what kind of release it is, and name no other thing. */
const BEHIND =
  /(?:release notes?|release|change ?log|final|stable|lts|highlights|hot-?fix|bug-?fix(?: release)?|initial(?: public)? release|first(?: public)? release|security(?: release| fix(?:es)?)?|pre-?release|maintenance release|major release|minor release|patch release|to pypi|(?:released )?by [^()]{1,60}|code-?names? [^()]{1,60})(?![\w-])/iy;

/** Words right before a date. */
const DATING =
  /(?:(?:re-?|first )?released?(?: date)?(?: on| at)?:?|dated?:?|on|published(?: on)?:?|expected|tagged)(?![\w-])\s*/iy;

const lengthAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

/** False where no words for "not released yet" can stand at the head of the text; quick. */
export const mayBeUnreleased = (text: string): boolean =>
  /^\W*(?:un|not |to be|upcoming|in |under|dev|next|current|latest|work|wip|pending|tb|release|planned|expected|main|master|trunk|head|future|draft|git)/i.test(
    text,
  );

/** How many characters at an offset say "not released yet", for certain or only at a changelog's head; 0 for none. */
export const unreleasedAt = (text: string, at: number): number => lengthAt(CERTAIN, text, at);
export const likelyUnreleasedAt = (text: string, at: number): number => lengthAt(LIKELY, text, at);
/** How many characters at an offset say that a release was withdrawn. */
export const yankedAt = (text: string, at: number): number => lengthAt(YANKED, text, at);
/** How many characters at an offset only introduce a version. */
export const introductionAt = (text: string, at: number): number => lengthAt(BEFORE, text, at);
/** The same between a name and a version: `Scrapy version 2.0`. */
export const versionWordAt = (text: string, at: number): number => lengthAt(VERSION_WORD, text, at);
/** How many characters at an offset only describe the release before them. */
export const descriptionAt = (text: string, at: number): number => lengthAt(BEHIND, text, at);
/** How many characters at an offset only introduce a date. */
export const datingAt = (text: string, at: number): number => lengthAt(DATING, text, at);
