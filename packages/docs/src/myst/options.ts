import type { DirectiveOption } from '../document.ts';
import { trimEnd } from '../markdown/chars.ts';
import type { Lines } from '../markdown/lines.ts';

/** The options of a directive, and how many numbers of its lines they took. */
export interface DirectiveHead {
  readonly options: readonly DirectiveOption[];
  readonly taken: number;
}

const COLON = /^\s*:(?!::)([^\s:]+):?(?:\s+|$)/;
const KEY = /^(?:"([^"]+)"|'([^']+)'|([^\s#:'"][^\s:]*)):(?:\s+|$)/;

/** Reads `:key: value` lines or a block of YAML between `---` (myst_parser.parsers.directives). */
export function readOptions(text: string, lines: Lines): DirectiveHead {
  const first = text.slice(lines[0], lines[1]);
  if (first.startsWith('---')) return readYamlBlock(text, lines);
  let taken = 0;
  while (taken < lines.length && COLON.test(lineAt(text, lines, taken))) taken += 2;
  return { options: readPairs(text, lines, 0, taken, COLON), taken };
}

/** A line as far as a key may reach. */
const lineAt = (text: string, lines: Lines, n: number): string =>
  text.slice(lines[n], Math.min(lines[n + 1] ?? 0, (lines[n] ?? 0) + 300));

function readYamlBlock(text: string, lines: Lines): DirectiveHead {
  let end = 2;
  while (end < lines.length && !text.startsWith('---', lines[end])) end += 2;
  return { options: readPairs(text, lines, 2, end, KEY), taken: end + 2 };
}

/** A value goes on over lines that are indented or hold no key. */
function readPairs(
  text: string,
  lines: Lines,
  first: number,
  end: number,
  key: RegExp,
): readonly DirectiveOption[] {
  const options: DirectiveOption[] = [];
  let open: { name: string; start: number; from: number; to: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { name, start, from } = open;
    const to = Math.max(from, trimEnd(text, from, open.to));
    const quoted =
      to - from > 1 && /["']/.test(text.charAt(from)) && text.charAt(to - 1) === text.charAt(from);
    const valueSpan = quoted ? { start: from + 1, end: to - 1 } : { start: from, end: to };
    options.push({
      name,
      value: text.slice(valueSpan.start, valueSpan.end),
      span: { start, end: to },
      valueSpan,
    });
  };
  for (let n = first; n < end; n += 2) {
    const start = lines[n] ?? 0;
    const found = key.exec(lineAt(text, lines, n));
    if (found === null) {
      if (open !== undefined) open.to = lines[n + 1] ?? 0;
      continue;
    }
    close();
    const name = (found[1] ?? found[2] ?? found[3] ?? '').replace(/:$/, '');
    const from = Math.min(start + found[0].length, lines[n + 1] ?? 0);
    open = { name, start, from, to: lines[n + 1] ?? 0 };
  }
  close();
  return options;
}
