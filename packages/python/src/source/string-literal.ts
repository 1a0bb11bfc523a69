/** A string literal, taken apart. Offsets count from the start of the literal. */
export interface StringLiteral {
  readonly value: string;
  /** The text between the quotes. */
  readonly start: number;
  readonly end: number;
  /** True where the text between the quotes is not the value itself. */
  readonly escaped: boolean;
}

const SIMPLE: { readonly [letter: string]: string } = {
  '\n': '',
  '\r\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\u000b',
};

/**
 * Reads a Python string literal (language reference, "String and bytes literals"). Undefined for bytes, for
 * literals with replacement fields, and for `\N{…}`, whose names are not known here.
 */
export function readStringLiteral(literal: string): StringLiteral | undefined {
  const prefix = /^[a-z]*/i.exec(literal)?.[0].toLowerCase() ?? '';
  if (prefix.includes('b')) return undefined;
  const rest = literal.slice(prefix.length);
  const quotes = rest.startsWith('"""') || rest.startsWith("'''") ? 3 : 1;
  if (rest.length < 2 * quotes) return undefined;
  const [start, end] = [prefix.length + quotes, literal.length - quotes];
  const content = literal.slice(start, end);
  if (/[ft]/.test(prefix) && /[{}]/.test(content)) return undefined;
  if (content.includes('\\N{')) return undefined;
  const value = prefix.includes('r') ? content : unescaped(content);
  return { value, start, end, escaped: value !== content };
}

const unescaped = (content: string): string =>
  content.replace(
    /\\(\r\n|x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[0-7]{1,3}|[\s\S])/gi,
    (whole, what: string) => {
      const simple = SIMPLE[what];
      if (simple !== undefined) return simple;
      if (/^[xuU][0-9a-f]/.test(what)) return character(Number.parseInt(what.slice(1), 16), whole);
      if (/^[0-7]/.test(what)) return character(Number.parseInt(what, 8), whole);
      // An unknown escape stands for itself.
      return whole;
    },
  );

const character = (code: number, otherwise: string): string =>
  code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
