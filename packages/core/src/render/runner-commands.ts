/**
 * What a reader of the log does not see and the runner's text search may pass over: it compares by the rules of a
 * culture, in which such characters count for nothing, so that `#<U+200D>#[error]` may be found as `##[error]`.
 */
const UNSEEN = String.raw`[\p{Default_Ignorable_Code_Point}\p{Cf}]*`;

/** `##[` begins a command anywhere in a line. */
const INNER_COMMAND = new RegExp(`(#${UNSEEN}#)(?=${UNSEEN}\\[)`, 'gu');

/** The same, of which the second `#` can be written otherwise. */
const SECOND_HASH = new RegExp(`(?<=#${UNSEEN})#(?=${UNSEEN}\\[)`, 'gu');

/** `::` begins a command at the start of a line, blanks before it passed over. U+0085 is a blank to the runner alone. */
const LINE_COMMAND = new RegExp(
  String.raw`^([^\S\n]*(?:[\p{Default_Ignorable_Code_Point}\p{Cf}][^\S\n]*)*)(?=:${UNSEEN}:)`,
  'gmu',
);

/**
 * A text in which a runner that reads it as a log finds no command: a backslash stands before a `::` that begins
 * a line, and within `##[`, as the runner itself writes it. Line ends stay, and so do controls: see `visible`.
 */
export const withoutCommands = (text: string): string =>
  text.replace(INNER_COMMAND, '$1\\').replace(LINE_COMMAND, '$1\\');

/** JSON of the same value in which a runner finds no command; a line of JSON never begins with `::`. */
export const jsonWithoutCommands = (json: string): string =>
  json.replace(SECOND_HASH, String.raw`\u0023`);
