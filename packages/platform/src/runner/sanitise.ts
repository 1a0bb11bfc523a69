import { visible } from '@pymaint/core';

/**
 * What a reader of the log does not see and the runner's text search may pass over: it compares by the rules of a
 * culture, in which such characters count for nothing, so that `#<U+200D>#[error]` may be found as `##[error]`.
 */
const UNSEEN = String.raw`[\p{Default_Ignorable_Code_Point}\p{Cf}]*`;

/** `##[` begins a command anywhere in a line. */
const INNER_COMMAND = new RegExp(`(#${UNSEEN}#)(?=${UNSEEN}\\[)`, 'gu');

/** `::` begins a command at the start of a line, blanks before it passed over. U+0085 is a blank to the runner alone. */
const LINE_COMMAND = new RegExp(
  String.raw`^([^\S\n]*(?:[\p{Default_Ignorable_Code_Point}\p{Cf}][^\S\n]*)*)(?=:${UNSEEN}:)`,
  'gmu',
);

/**
 * Text from outside made safe for a log that a runner reads, and the only way for such text to get there. Hidden
 * characters (terminal controls, a lone carriage return, bidirectional marks) become visible escapes, and nothing is
 * left that the runner could take for a command: a backslash stands before a `::` that begins a line, and within
 * `##[`, as the runner itself writes it. Line ends stay. Linear time.
 */
export const sanitise = (text: string): string =>
  visible(text).replace(INNER_COMMAND, '$1\\').replace(LINE_COMMAND, '$1\\');
