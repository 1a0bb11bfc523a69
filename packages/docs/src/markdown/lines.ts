/**
 * Lines as pairs of offsets: line `n` goes from `pairs[2 * n]` to just before `pairs[2 * n + 1]`, its end
 * (`\n`, `\r\n` or a lone `\r`) left out. Nested blocks are other pairs into the same text.
 */
export type Lines = readonly number[];

/** The lines of `text` from `start` to `end`. A last line without an end counts, an empty one does not. */
export function splitLines(text: string, start = 0, end: number = text.length): Lines {
  const pairs: number[] = [];
  let from = start;
  const next = text.includes('\r') ? anyLineEnd : lineFeed;
  while (from < end) {
    const to = next(text, from, end);
    pairs.push(from, to);
    from = to + (text.charCodeAt(to) === 13 && text.charCodeAt(to + 1) === 10 ? 2 : 1);
  }
  return pairs;
}

function lineFeed(text: string, from: number, end: number): number {
  const to = text.indexOf('\n', from);
  return to < 0 || to > end ? end : to;
}

function anyLineEnd(text: string, from: number, end: number): number {
  for (let i = from; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return i;
  }
  return end;
}
