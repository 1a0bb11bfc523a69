import { visible, withoutCommands } from '@pymaint/core';

/**
 * Text from outside made safe for a log that a runner reads, and the only way for such text to get there. Hidden
 * characters (terminal controls, a lone carriage return, bidirectional marks) become visible escapes, and nothing is
 * left that the runner could take for a command: a backslash stands before a `::` that begins a line, and within
 * `##[`, as the runner itself writes it. Line ends stay. Linear time.
 */
export const sanitise = (text: string): string => withoutCommands(visible(text));
