/** `1 error`, `2 errors`, `1,204 errors`: a number with its noun. `many` is for irregular plurals. */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${withCommas(n)} ${n === 1 ? one : many}`;

/** `1204` → `1,204`; the same on every machine, whatever its locale. */
export const withCommas = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+(?!\d))/g, ',');

/** Milliseconds as a person reads them: `0.1 s`, `48.3 s`, `3 min 20 s`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole % 60 === 0 ? `${whole / 60} min` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** `a`, `a and b`, `a, b and c`. */
export const listed = (items: readonly string[], and = 'and'): string =>
  items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} ${and} ${items[items.length - 1]}`;

/**
 * The candidate that the user most likely meant, or undefined where none is near: at most a third of the
 * written letters may differ (insertion, deletion, exchange and swap of neighbours count one each).
 */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const wanted = written.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(Math.max(wanted.length, 3) / 3)) + 1;
  // What is longer than this is too far, but that a letter in lower case may be two.
  const rows = rowsFor(2 * (wanted.length + bestDistance) + 1);
  const letters = lettersOf(wanted);
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
    const lower = candidate.toLowerCase();
    // Each edit brings or takes one letter at most: most words are told apart by this alone.
    const most = Math.max(wanted.length, lower.length);
    if (most - inCommon(letters, lower) >= bestDistance) continue;
    const distance = editDistance(wanted, lower, bestDistance, rows);
    if (distance < bestDistance && candidate !== written)
      [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** How often each letter stands in a word; some letters share a counter, and so may be taken for one another. */
function lettersOf(word: string): Int32Array {
  const letters = new Int32Array(128);
  for (let at = 0; at < word.length; at += 1) change(letters, word, at, 1);
  return letters;
}

/** How many letters two words have in common, at most; wherever they stand. */
function inCommon(letters: Int32Array, word: string): number {
  let common = 0;
  for (let at = 0; at < word.length; at += 1) if (change(letters, word, at, -1) >= 0) common += 1;
  for (let at = 0; at < word.length; at += 1) change(letters, word, at, 1);
  return common;
}

const change = (letters: Int32Array, word: string, at: number, by: number): number => {
  const letter = word.charCodeAt(at) % 128;
  return (letters[letter] = (letters[letter] ?? 0) + by);
};

type Rows = readonly [Int32Array, Int32Array, Int32Array];

const rowsFor = (width: number): Rows => [
  new Int32Array(width),
  new Int32Array(width),
  new Int32Array(width),
];

/**
 * Optimal string alignment distance, given up once it must reach `limit`. Of each row only the cells that less than
 * `limit` edits can lead to are looked at (Ukkonen's band), in three rows that are used in turn.
 */
function editDistance(a: string, b: string, limit: number, rows: Rows): number {
  const width = b.length + 1;
  let [before, previous, current] = rows[0].length < width ? rowsFor(width) : rows;
  for (let j = 0; j < width; j += 1) previous[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    const [from, to] = [Math.max(1, i - limit), Math.min(b.length, i + limit)];
    const [letter, letterBefore] = [a.charCodeAt(i - 1), a.charCodeAt(i - 2)];
    current.fill(limit, 0, width);
    current[0] = Math.min(i, limit);
    let least = from === 1 ? current[0] : limit;
    for (let j = from; j <= to; j += 1) {
      const other = b.charCodeAt(j - 1);
      const diagonal = previous[j - 1] ?? 0;
      let value = letter === other ? diagonal : diagonal + 1;
      value = Math.min(value, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && letterBefore === other)
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      current[j] = value;
      if (value < least) least = value;
    }
    if (least >= limit) return limit;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] ?? limit;
}
