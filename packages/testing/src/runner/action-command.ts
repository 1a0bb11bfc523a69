/** A line that the runner takes for a command. */
export interface ReadCommand {
  /** In lower case: the runner compares names so. */
  readonly name: string;
  readonly properties: { readonly [name: string]: string };
  readonly data: string;
  /** `::name::` at the start of a line, or the older `##[name]` anywhere in it. */
  readonly form: '::' | '##[';
  /**
   * True where it is a command only to a search that passes over unseen characters, as the runner's does: it compares
   * texts by the rules of a culture.
   */
  readonly hidden: boolean;
  /** The line as it was printed. */
  readonly line: string;
}

/** The commands of the runner (extensions of `IActionCommandExtension`). */
export const COMMANDS: ReadonlySet<string> = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
]);

/** What a culture-sensitive comparison of .NET passes over: characters without a weight of their own. */
const WEIGHTLESS =
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu;

/** The blanks of .NET's `String.TrimStart`; unlike JavaScript's with U+0085 and without U+FEFF. */
const BLANKS = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** Reads one line as the runner does (ActionCommand.cs), or undefined where it is no command. */
export function readCommand(line: string, names: ReadonlySet<string>): ReadCommand | undefined {
  const plain = line.replace(WEIGHTLESS, '');
  const seen = parseLine(line, names);
  const found = seen ?? (plain === line ? undefined : parseLine(plain, names));
  return found === undefined ? undefined : { ...found, hidden: seen === undefined, line };
}

type Parsed = Omit<ReadCommand, 'hidden' | 'line'>;

const parseLine = (line: string, names: ReadonlySet<string>): Parsed | undefined =>
  parseColons(line, names) ?? parseBrackets(line, names);

/** `TryParseV2`: at the start of the line, blanks before it passed over. */
function parseColons(line: string, names: ReadonlySet<string>): Parsed | undefined {
  const text = line.replace(BLANKS, '');
  if (!text.startsWith('::')) return undefined;
  const end = text.indexOf('::', 2);
  if (end < 0) return undefined;
  const [name, properties] = splitInfo(text.slice(2, end));
  if (!names.has(name)) return undefined;
  return {
    name,
    form: '::',
    properties: readProperties(properties.trim(), ',', PROPERTY_ESCAPES),
    data: unescape(text.slice(end + 2), DATA_ESCAPES),
  };
}

/** `TryParse`: the first `##[` anywhere in the line. */
function parseBrackets(line: string, names: ReadonlySet<string>): Parsed | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  const [name, properties] = splitInfo(line.slice(start + 3, end));
  if (!names.has(name)) return undefined;
  return {
    name,
    form: '##[',
    properties: readProperties(properties, ';', BRACKET_ESCAPES),
    data: unescape(line.slice(end + 1), BRACKET_ESCAPES),
  };
}

/** The name up to the first blank, and what follows. Names are compared in any case. */
function splitInfo(info: string): readonly [name: string, properties: string] {
  const blank = info.indexOf(' ');
  return blank < 0
    ? [info.toLowerCase(), '']
    : [info.slice(0, blank).toLowerCase(), info.slice(blank + 1)];
}

type Escapes = readonly (readonly [escape: string, character: string])[];

/** In the runner's order: `%25` is the last, so that an escaped `%` begins no escape. */
const DATA_ESCAPES: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%25', '%'],
];
const PROPERTY_ESCAPES: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%3A', ':'],
  ['%2C', ','],
  ['%25', '%'],
];
const BRACKET_ESCAPES: Escapes = [
  ['%3B', ';'],
  ['%0D', '\r'],
  ['%0A', '\n'],
  ['%5D', ']'],
  ['%25', '%'],
];

const unescape = (text: string, escapes: Escapes): string =>
  escapes.reduce((done, [escape, character]) => done.replaceAll(escape, character), text);

/**
 * `Split(separator)`, then each `Split('=', 2)`, empty entries removed both times: so leading `=` are lost, from the
 * value too, and a part without a value counts for nothing.
 */
function readProperties(
  text: string,
  separator: string,
  escapes: Escapes,
): { readonly [name: string]: string } {
  const pairs = text.split(separator).flatMap((part) => {
    const [, name, value] = /^=*([^=]+)=+([^]+)$/.exec(part) ?? [];
    return name === undefined || value === undefined ? [] : [[name, unescape(value, escapes)]];
  });
  return Object.fromEntries(pairs) as { readonly [name: string]: string };
}
