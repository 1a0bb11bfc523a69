/** A regular expression as a tree. */
export type PatternNode =
  | { readonly kind: 'char'; readonly is: (character: string) => boolean }
  | { readonly kind: 'all'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'any'; readonly parts: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly of: PatternNode;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'start' | 'end' };

interface Reader {
  /** By code points. */
  readonly text: readonly string[];
  at: number;
  ignoreCase: boolean;
  depth: number;
  ok: boolean;
}

const CLASSES: { readonly [letter: string]: RegExp } = {
  d: /\d/,
  D: /\D/,
  w: /\w/,
  W: /\W/,
  s: /\s/,
  S: /\S/,
};
const ESCAPES: { readonly [letter: string]: string } = {
  n: '\n',
  r: '\r',
  t: '\t',
  f: '\f',
  v: '\v',
};
const UNBOUNDED = Number.POSITIVE_INFINITY;
const NOTHING: PatternNode = { kind: 'all', parts: [] };
const ANYTHING: PatternNode = {
  kind: 'repeat',
  of: { kind: 'char', is: () => true },
  least: 0,
  most: UNBOUNDED,
};
/** Groups within groups beyond this depth are no pattern that anyone wrote. */
const DEEPEST = 100;

/** Reads a pattern in the syntax that Python, JavaScript and Rust share; undefined where it is none. */
export function parsePattern(source: string): PatternNode | undefined {
  const reader: Reader = {
    text: Array.from(source),
    at: 0,
    ignoreCase: false,
    depth: 0,
    ok: true,
  };
  const tree = alternatives(reader);
  return reader.ok && reader.at >= reader.text.length ? tree : undefined;
}

const rest = (reader: Reader, length: number): string =>
  reader.text.slice(reader.at, reader.at + length).join('');

function eat(reader: Reader, wanted: string): boolean {
  if (!rest(reader, wanted.length).startsWith(wanted)) return false;
  reader.at += wanted.length;
  return true;
}

function fail(reader: Reader): PatternNode {
  reader.ok = false;
  reader.at = reader.text.length;
  return NOTHING;
}

function alternatives(reader: Reader): PatternNode {
  const first = sequence(reader);
  const parts = [first];
  while (eat(reader, '|')) parts.push(sequence(reader));
  return parts.length === 1 ? first : { kind: 'any', parts };
}

function sequence(reader: Reader): PatternNode {
  const parts: PatternNode[] = [];
  for (;;) {
    const next = reader.text[reader.at];
    if (next === undefined || next === '|' || next === ')') return { kind: 'all', parts };
    parts.push(repeated(reader));
  }
}

function repeated(reader: Reader): PatternNode {
  let node = atom(reader);
  for (;;) {
    const times = quantifier(reader);
    if (times === undefined) return node;
    node = { kind: 'repeat', of: node, ...times };
    // Lazy and possessive ones match the same texts, or fewer.
    if (!eat(reader, '?')) eat(reader, '+');
  }
}

function quantifier(reader: Reader): { readonly least: number; readonly most: number } | undefined {
  if (eat(reader, '*')) return { least: 0, most: UNBOUNDED };
  if (eat(reader, '+')) return { least: 1, most: UNBOUNDED };
  if (eat(reader, '?')) return { least: 0, most: 1 };
  const braces = /^\{(?:(\d{1,4})(,?)(\d{0,4})|,(\d{1,4}))\}/.exec(rest(reader, 12));
  if (braces === null) return undefined;
  reader.at += braces[0].length;
  const least = Number(braces[1] ?? 0);
  const upper = braces[4] ?? braces[3] ?? '';
  if (braces[1] !== undefined && braces[2] === '') return { least, most: least };
  return { least, most: upper === '' ? UNBOUNDED : Math.max(least, Number(upper)) };
}

function atom(reader: Reader): PatternNode {
  const character = reader.text[reader.at] ?? '';
  reader.at += 1;
  switch (character) {
    case '.':
      return { kind: 'char', is: (other) => other !== '\n' };
    case '^':
      return { kind: 'start' };
    case '$':
      return { kind: 'end' };
    case '[':
      return set(reader);
    case '(':
      return group(reader);
    case '*':
    case '+':
    case '?':
      return fail(reader);
    case '\\':
      return escape(reader);
    default:
      return literal(reader, character);
  }
}

function literal({ ignoreCase }: Reader, character: string): PatternNode {
  if (!ignoreCase) return { kind: 'char', is: (other) => other === character };
  const lower = character.toLowerCase();
  return { kind: 'char', is: (other) => other.toLowerCase() === lower };
}

function escape(reader: Reader): PatternNode {
  const letter = reader.text[reader.at];
  if (letter === undefined) return fail(reader);
  reader.at += 1;
  const known = CLASSES[letter];
  if (known !== undefined) return { kind: 'char', is: (other) => known.test(other) };
  if (letter === 'A') return { kind: 'start' };
  if (letter === 'Z' || letter === 'z') return { kind: 'end' };
  if (letter === 'b' || letter === 'B') return NOTHING;
  if (/[1-9]/.test(letter)) return ANYTHING;
  const named = /[kpP]/.test(letter) ? /^(?:\{[^}]*\}|<[^>]*>)/.exec(rest(reader, 80)) : null;
  if (named !== null) {
    reader.at += named[0].length;
    return ANYTHING;
  }
  return literal(reader, escaped(reader, letter));
}

function escaped(reader: Reader, letter: string): string {
  const digits = { x: 2, u: 4 }[letter];
  const hex = digits === undefined ? '' : rest(reader, digits);
  if (digits === undefined || hex.length !== digits || !/^[0-9a-f]+$/i.test(hex))
    return ESCAPES[letter] ?? letter;
  reader.at += digits;
  return String.fromCodePoint(Number.parseInt(hex, 16));
}

function group(reader: Reader): PatternNode {
  if (reader.depth >= DEEPEST) return fail(reader);
  const before = reader.ignoreCase;
  const looks = ['?=', '?!', '?<=', '?<!'].some((mark) => eat(reader, mark));
  const kind = looks ? 'looks' : groupKind(reader);
  if (kind === 'flags') return NOTHING;
  if (kind === 'strange') return fail(reader);
  reader.depth += 1;
  const node = alternatives(reader);
  reader.depth -= 1;
  if (!eat(reader, ')')) return fail(reader);
  reader.ignoreCase = before;
  return looks ? NOTHING : node;
}

/** What stands behind `(`: `flags` are `(?i)`, which hold for all that follows, and comments, which say nothing. */
function groupKind(reader: Reader): 'group' | 'flags' | 'strange' {
  if (!eat(reader, '?')) return 'group';
  const text = rest(reader, 200);
  const named = /^(?:[:>]|P?<\w+>)/.exec(text);
  const flags = /^([a-zA-Z]*)(?:-[a-z]+)?([:)])/.exec(text);
  const comment = /^#[^)]*\)/.exec(text);
  reader.at += (named ?? flags ?? comment)?.[0].length ?? 0;
  if (named !== null) return 'group';
  if (flags?.[1]?.includes('i') === true) reader.ignoreCase = true;
  if (flags !== null) return flags[2] === ')' ? 'flags' : 'group';
  return comment === null ? 'strange' : 'flags';
}

type Test = (character: string) => boolean;

function set(reader: Reader): PatternNode {
  const negated = eat(reader, '^');
  const tests: Test[] = [];
  for (let first = true; first || reader.text[reader.at] !== ']'; first = false) {
    const from = member(reader);
    if (from === undefined) return fail(reader);
    tests.push(typeof from === 'string' ? rangeFrom(reader, from) : from);
  }
  reader.at += 1;
  const has: Test = (other) => tests.some((test) => test(other));
  const isIn: Test = reader.ignoreCase
    ? (other) => has(other.toLowerCase()) || has(other.toUpperCase())
    : has;
  return { kind: 'char', is: negated ? (other) => !isIn(other) : isIn };
}

function rangeFrom(reader: Reader, from: string): Test {
  const behind = reader.text[reader.at + 1];
  if (reader.text[reader.at] !== '-' || behind === ']' || behind === undefined)
    return (other) => other === from;
  reader.at += 1;
  const to = member(reader);
  if (typeof to === 'string') return (other) => from <= other && other <= to;
  return (other) => other === from || other === '-' || to?.(other) === true;
}

/** One character of a set, or a class; undefined at the end of the text. */
function member(reader: Reader): string | Test | undefined {
  const character = reader.text[reader.at];
  if (character === undefined) return undefined;
  reader.at += 1;
  if (character !== '\\') return character;
  const letter = reader.text[reader.at];
  if (letter === undefined) return undefined;
  reader.at += 1;
  const known = CLASSES[letter];
  if (known !== undefined) return (other) => known.test(other);
  return letter === 'b' ? '\b' : escaped(reader, letter);
}
