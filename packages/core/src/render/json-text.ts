import { jsonWithoutCommands } from './runner-commands.ts';

/** What JSON lets stand as it is although a terminal or a reader of lines obeys it; such can be in strings alone. */
const OBEYED = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

/** A value as JSON that holds the same and is safe to print: what a terminal or a runner would obey is escaped. */
export const jsonText = (value: unknown, indent?: number): string =>
  jsonWithoutCommands(JSON.stringify(value, undefined, indent)).replace(
    OBEYED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
