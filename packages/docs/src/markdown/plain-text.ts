import type { Content } from './content.ts';
import { unescapeText } from './link-parts.ts';

/** A piece of text that a reader of the page does not see, or sees otherwise. */
export interface Cut {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** On the end of a code span: where the code starts. Nothing within is markup. */
  readonly code?: number;
}

/** The text of a heading as a reader sees it: without marks, character references decoded. */
export function plainText({ s, from, to }: Content, cuts: readonly Cut[]): string {
  const ordered = cuts.toSorted((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let at = from;
  for (const { from: start, to: end, text, code } of ordered) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: s.slice(at, start), code: code !== undefined });
    if (text !== '') pieces.push({ text, code: true });
    // An escaped character is text: it stands right behind its backslash.
    const escaped = end - start === 1 && s.charCodeAt(start) === 92;
    if (escaped) pieces.push({ text: s.charAt(end), code: true });
    at = escaped ? end + 1 : end;
  }
  if (at < to) pieces.push({ text: s.slice(at, to), code: false });
  return withoutEmphasis(pieces)
    .replace(/\r\n?|\n/g, ' ')
    .trim();
}

interface Piece {
  readonly text: string;
  /** Shown as it is. */
  readonly code: boolean;
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
  before: number;
  after: number;
}

/** Takes the marks of emphasis and strike-through away by the rules of CommonMark 6.2. */
function withoutEmphasis(pieces: readonly Piece[]): string {
  const whole = pieces.map((piece) => piece.text).join('');
  if (!/[*_~]/.test(whole)) return pieces.map(shown).join('');
  const runs = findRuns(pieces, whole);
  match(runs.flat());
  return pieces
    .map((piece, index) => shown({ ...piece, text: withoutMarks(piece.text, runs[index] ?? []) }))
    .join('');
}

const shown = (piece: Piece): string => (piece.code ? piece.text : unescapeText(piece.text));

/** The runs of each piece. */
function findRuns(pieces: readonly Piece[], whole: string): readonly (readonly Run[])[] {
  let offset = 0;
  return pieces.map(({ text, code }, piece) => {
    const start = offset;
    offset += text.length;
    if (code) return [];
    return Array.from(text.matchAll(/\*+|_+|~+/g), (found) =>
      runOf(whole, start + found.index, found[0], piece, found.index),
    );
  });
}

const SPACE = /^[\s]?$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

function runOf(whole: string, start: number, marks: string, piece: number, at: number): Run {
  const before = whole.charAt(start - 1);
  const after = whole.charAt(start + marks.length);
  const left =
    !SPACE.test(after) &&
    (!PUNCTUATION.test(after) || SPACE.test(before) || PUNCTUATION.test(before));
  const right =
    !SPACE.test(before) &&
    (!PUNCTUATION.test(before) || SPACE.test(after) || PUNCTUATION.test(after));
  const under = marks.startsWith('_');
  return {
    piece,
    at,
    mark: marks.charAt(0),
    length: marks.length,
    opens: left && (!under || !right || PUNCTUATION.test(before)),
    closes: right && (!under || !left || PUNCTUATION.test(after)),
    left: marks.length,
    before: 0,
    after: 0,
  };
}

/** Pairs openers with closers. Headings are short, yet a stack for each mark keeps this linear. */
function match(runs: readonly Run[]): void {
  const open = new Map<string, Run[]>();
  for (const run of runs) {
    const stack = open.get(run.mark) ?? [];
    open.set(run.mark, stack);
    if (run.closes) pair(run, stack, open);
    if (run.opens && run.left > 0) stack.push(run);
  }
}

function pair(run: Run, stack: Run[], open: ReadonlyMap<string, Run[]>): void {
  while (run.left > 0) {
    const opener = stack.at(-1);
    if (opener === undefined || !fits(opener, run)) return;
    const used = run.mark === '~' ? run.left : opener.left >= 2 && run.left >= 2 ? 2 : 1;
    opener.left -= used;
    opener.after += used;
    run.left -= used;
    run.before += used;
    // Openers of other marks between the two can no longer be closed from outside.
    for (const [mark, others] of open)
      if (mark !== run.mark) while (isBehind(others.at(-1), opener)) others.pop();
    if (opener.left === 0) stack.pop();
  }
}

const isBehind = (run: Run | undefined, opener: Run): boolean =>
  run !== undefined &&
  (run.piece > opener.piece || (run.piece === opener.piece && run.at > opener.at));

/** The rule of three, and equal lengths for strike-through. */
function fits(opener: Run, closer: Run): boolean {
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
