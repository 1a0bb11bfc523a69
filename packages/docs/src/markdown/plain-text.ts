import { inSet, PUNCTUATION } from './chars.ts';
import type { Content } from './content.ts';
import { unescapeText } from './link-parts.ts';

/** A piece of text that a reader of the page does not see, or sees otherwise. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** On the end of a code span: where the code starts. Nothing in it is markup. */
  readonly code?: number;
}

/** The text of a heading as a reader sees it: without marks, character references decoded. */
export function plainText({ s, from, to }: Content, cuts: readonly Cut[]): string {
  const written = s.slice(from, to);
  if (cuts.length === 0 && !MARKED.test(written)) return written.trim();
  const ordered = cuts.toSorted((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let at = from;
  for (const { from: start, to: end, text, code } of ordered) {
    if (start < at) continue;
    if (start > at)
      pieces.push(
        code === undefined
          ? { text: s.slice(at, start), at }
          : { text: codeText(s.slice(at, start)), at: -1 },
      );
    if (text !== '') pieces.push({ text, at: -1 });
    // An escaped character is text: it stands right behind its backslash.
    const escaped = end - start === 1 && s.charCodeAt(start) === 92;
    if (escaped) pieces.push({ text: s.charAt(end), at: -1 });
    at = escaped ? end + 1 : end;
  }
  if (at < to) pieces.push({ text: s.slice(at, to), at });
  return withoutEmphasis(pieces, s, from, to)
    .replace(/\r\n?|\n/g, ' ')
    .trim();
}

const MARKED = /[*_~&\\\n\r]/;

/** Code goes without one space at each end, unless it is nothing but spaces (CommonMark 6.1). */
function codeText(written: string): string {
  const text = written.replace(/\r\n?|\n/g, ' ');
  return text.startsWith(' ') && text.endsWith(' ') && /[^ ]/.test(text) ? text.slice(1, -1) : text;
}

interface Piece {
  readonly text: string;
  /** Where it stands; -1 where it is shown as it is. */
  readonly at: number;
}

/** A run of `*`, `_` or `~` that may open or close emphasis. */
interface Run {
  readonly piece: number;
  readonly at: number;
  readonly mark: string;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  left: number;
}

/** Takes the marks of emphasis and strike-through away by the rules of CommonMark 6.2. */
function withoutEmphasis(pieces: readonly Piece[], s: string, from: number, to: number): string {
  const runs = pieces.map(({ text, at }, index) =>
    at < 0 || !/[*_~]/.test(text)
      ? []
      : Array.from(text.matchAll(/\*+|_+|~+/g), (found) => {
          const start = at + found.index;
          const behind = start + found[0].length;
          const before = start > from ? s.charAt(start - 1) : '';
          return runOf(found[0], before, behind < to ? s.charAt(behind) : '', index, found.index);
        }),
  );
  match(runs.flat());
  return pieces
    .map((piece, index) => shown(withoutMarks(piece.text, runs[index] ?? []), piece))
    .join('');
}

const shown = (text: string, { at }: Piece): string => (at < 0 ? text : unescapeText(text));

/** Unicode whitespace, or the end of the text. */
const isSpace = (character: string): boolean =>
  character <= ' ' || (character > '\x7f' && /^\s$/u.test(character));

/** Unicode punctuation or a symbol. */
const isPunctuation = (character: string): boolean =>
  character > '\x7f'
    ? /^[\p{P}\p{S}]$/u.test(character)
    : character !== '' && inSet(PUNCTUATION, character.charCodeAt(0));

function runOf(marks: string, before: string, after: string, piece: number, at: number): Run {
  const left =
    !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
  const right =
    !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
  const under = marks.startsWith('_');
  return {
    piece,
    at,
    mark: marks.charAt(0),
    length: marks.length,
    opens: left && (!under || !right || isPunctuation(before)),
    closes: right && (!under || !left || isPunctuation(after)),
    left: marks.length,
  };
}

/** Pairs openers with closers. */
function match(runs: readonly Run[]): void {
  const open = new Map<string, Run[]>();
  // Below these heights of its stack, a closer of this kind has found no opener before.
  const bottoms = new Map<string, number>();
  for (const run of runs) {
    const stack = open.get(run.mark) ?? [];
    open.set(run.mark, stack);
    if (run.closes) pair(run, stack, open, bottoms);
    if (run.opens && run.left > 0) stack.push(run);
  }
}

function pair(
  run: Run,
  stack: Run[],
  open: ReadonlyMap<string, Run[]>,
  bottoms: Map<string, number>,
): void {
  const kind = `${run.mark}${run.opens}${run.mark === '~' ? run.length : run.length % 3}`;
  while (run.left > 0) {
    const bottom = Math.min(bottoms.get(kind) ?? 0, stack.length);
    let n = stack.length - 1;
    while (n >= bottom && !fits(stack[n], run)) n -= 1;
    const opener = n < bottom ? undefined : stack[n];
    if (opener === undefined) {
      bottoms.set(kind, stack.length);
      return;
    }
    stack.length = n + 1;
    use(opener, run);
    // Openers of other marks between the two can no longer be closed from outside.
    for (const [mark, others] of open)
      if (mark !== run.mark) while (isBehind(others.at(-1), opener)) others.pop();
    if (opener.left === 0) stack.pop();
  }
}

function use(opener: Run, closer: Run): void {
  const used = closer.mark === '~' ? closer.left : opener.left >= 2 && closer.left >= 2 ? 2 : 1;
  opener.left -= used;
  closer.left -= used;
}

const isBehind = (run: Run | undefined, opener: Run): boolean =>
  run !== undefined &&
  (run.piece > opener.piece || (run.piece === opener.piece && run.at > opener.at));

/** The rule of three, and equal lengths for strike-through. */
function fits(opener: Run | undefined, closer: Run): boolean {
  if (opener === undefined) return false;
  if (closer.mark === '~') return opener.length === closer.length && opener.length < 3;
  const both = opener.closes || closer.opens;
  return (
    !both ||
    (opener.length + closer.length) % 3 !== 0 ||
    (opener.length % 3 === 0 && closer.length % 3 === 0)
  );
}

function withoutMarks(text: string, runs: readonly Run[]): string {
  let made = '';
  let at = 0;
  for (const run of runs) {
    made += text.slice(at, run.at) + run.mark.repeat(run.left);
    at = run.at + run.length;
  }
  return made + text.slice(at);
}
