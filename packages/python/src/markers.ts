import type { SyntaxFault } from './specifiers.ts';

/** The variables of environment markers, by the dependency specifiers specification (PEP 508, 685, 751). */
export const MARKER_VARIABLES = [
  'python_version',
  'python_full_version',
  'os_name',
  'sys_platform',
  'platform_release',
  'platform_system',
  'platform_version',
  'platform_machine',
  'platform_python_implementation',
  'implementation_name',
  'implementation_version',
  'extra',
  'extras',
  'dependency_groups',
] as const;
export type MarkerVariable = (typeof MARKER_VARIABLES)[number];

/** Older spellings that installers still read: `os.name`, `python_implementation` and their like. */
const OLD_SPELLINGS: ReadonlyMap<string, MarkerVariable> = new Map([
  ['os.name', 'os_name'],
  ['sys.platform', 'sys_platform'],
  ['platform.version', 'platform_version'],
  ['platform.machine', 'platform_machine'],
  ['platform.python_implementation', 'platform_python_implementation'],
  ['python_implementation', 'platform_python_implementation'],
]);

/** What can stand between the two sides of a comparison. */
export type MarkerOperator = '===' | '==' | '!=' | '<=' | '>=' | '~=' | '<' | '>' | 'in' | 'not in';

/** One side of a comparison. */
export type MarkerValue =
  | { readonly type: 'variable'; readonly name: MarkerVariable }
  | { readonly type: 'string'; readonly value: string };

/** A marker as a tree; offsets count from the start of the requirement. */
export type Marker =
  | { readonly type: 'and' | 'or'; readonly left: Marker; readonly right: Marker }
  | {
      readonly type: 'compare';
      readonly left: MarkerValue;
      readonly operator: MarkerOperator;
      readonly right: MarkerValue;
      readonly start: number;
      readonly end: number;
    };

type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'string' | 'word' | 'operator' | '(' | ')'; readonly text: string }
  | { readonly kind: 'end' | 'bad'; readonly text: string }
);

const TOKEN =
  /[ \t]*(?:(\()|(\))|("[^"]*"|'[^']*')|(===|==|~=|!=|<=|>=|<|>)|([a-z_][a-z0-9_.]*))/giy;
const KINDS = ['(', ')', 'string', 'operator', 'word'] as const;

/** Deeper nesting than any real marker has is refused, so that no text can exhaust the stack. */
const DEEPEST = 64;

/** Where the reading is; the first fault stays. */
interface Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  at: number;
  fault: SyntaxFault | undefined;
}

/** Reads the marker that starts at `offset` of the text and must reach to its end. */
export function parseMarker(
  text: string,
  offset = 0,
): { readonly ok: true; readonly marker: Marker } | SyntaxFault {
  const cursor: Cursor = { text, tokens: tokenize(text, offset), at: 0, fault: undefined };
  const marker = either(cursor, 0);
  if (marker !== undefined && peek(cursor).kind !== 'end') fail(cursor, '`and`, `or` or the end');
  return cursor.fault ?? (marker === undefined ? fallback(text) : { ok: true, marker });
}

const peek = (cursor: Cursor): Token => cursor.tokens[cursor.at] ?? endToken(cursor.text);

function fail(cursor: Cursor, expected: string): undefined {
  const { start, end, text: found } = peek(cursor);
  cursor.fault ??= { ok: false, offset: start, end, found, expected };
  return undefined;
}

/** Steps over this word if it is next. */
function word(cursor: Cursor, name: string): boolean {
  const { kind, text } = peek(cursor);
  const found = kind === 'word' && text === name;
  if (found) cursor.at += 1;
  return found;
}

const either = (cursor: Cursor, depth: number): Marker | undefined =>
  chain(cursor, 'or', both, depth);

const both = (cursor: Cursor, depth: number): Marker | undefined =>
  chain(cursor, 'and', atom, depth);

function chain(
  cursor: Cursor,
  type: 'and' | 'or',
  next: (cursor: Cursor, depth: number) => Marker | undefined,
  depth: number,
): Marker | undefined {
  let left = next(cursor, depth);
  while (left !== undefined && word(cursor, type)) {
    const right = next(cursor, depth);
    left = right === undefined ? undefined : { type, left, right };
  }
  return left;
}

function atom(cursor: Cursor, depth: number): Marker | undefined {
  if (peek(cursor).kind !== '(') return comparison(cursor);
  if (depth >= DEEPEST) return fail(cursor, 'fewer parentheses');
  cursor.at += 1;
  const inner = either(cursor, depth + 1);
  if (inner === undefined) return undefined;
  if (peek(cursor).kind !== ')') return fail(cursor, '`and`, `or` or `)`');
  cursor.at += 1;
  return inner;
}

function comparison(cursor: Cursor): Marker | undefined {
  const { start } = peek(cursor);
  const left = value(cursor);
  const operator = left && comparator(cursor);
  const right = operator && value(cursor);
  if (left === undefined || operator === undefined || right === undefined) return undefined;
  const end = cursor.tokens[cursor.at - 1]?.end ?? start;
  return { type: 'compare', left, operator, right, start, end };
}

function comparator(cursor: Cursor): MarkerOperator | undefined {
  const token = peek(cursor);
  if (word(cursor, 'in')) return 'in';
  if (word(cursor, 'not')) return word(cursor, 'in') ? 'not in' : fail(cursor, '`in` after `not`');
  if (token.kind !== 'operator') return fail(cursor, 'a comparison such as `==`, `<`, `in`');
  cursor.at += 1;
  return token.text as MarkerOperator;
}

function value(cursor: Cursor): MarkerValue | undefined {
  const token = peek(cursor);
  const name = token.kind === 'word' ? variable(token.text) : undefined;
  if (token.kind !== 'string' && name === undefined)
    return fail(cursor, 'a marker variable such as `python_version`, or a quoted text');
  cursor.at += 1;
  return name === undefined
    ? { type: 'string', value: token.text.slice(1, -1) }
    : { type: 'variable', name };
}

const variable = (word: string): MarkerVariable | undefined =>
  MARKER_VARIABLES.find((name) => name === word) ?? OLD_SPELLINGS.get(word);

function tokenize(text: string, offset: number): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = offset;
  for (let done = offset; ;) {
    const match = TOKEN.exec(text);
    if (match === null) {
      const rest = text.slice(done);
      const start = done + (rest.length - rest.trimStart().length);
      if (start < text.length)
        tokens.push({ kind: 'bad', text: text.slice(start), start, end: text.length });
      return tokens;
    }
    const group = match.findIndex((part, position) => position > 0 && part !== undefined);
    const found = match[group] ?? '';
    done = match.index + match[0].length;
    tokens.push({
      kind: KINDS[group - 1] ?? 'bad',
      text: found,
      start: done - found.length,
      end: done,
    });
  }
}

const endToken = (text: string): Token => ({
  kind: 'end',
  text: '',
  start: text.length,
  end: text.length,
});

const fallback = (text: string): SyntaxFault => ({
  ok: false,
  offset: text.length,
  end: text.length,
  found: '',
  expected: 'a marker',
});
