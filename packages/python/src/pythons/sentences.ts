/** A sentence of a document, line ends in it as spaces, and the offset at which it starts. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  /** For an item of a list, the line before the list, which says what it is of. */
  readonly head: string | undefined;
}

const FENCE = /^[ \t]*(?:```|~~~)/;
const ITEM = /^[ \t]*(?:[-*+•]|\d{1,2}[.)])[ \t]+/;
/** Headings, tables, directives, quotes and HTML: no prose, and a sentence ends before them. */
const APART = /^[ \t]*(?:#|\||\+-|\.\. |:\w+:|>|<|=+[ \t=]*$|-{3})/;

/** A paragraph or an item, by its offsets. */
type Unit = { readonly start: number; end: number; readonly head: string | undefined };

/** The sentences of reStructuredText or Markdown, read by their lines alone: paragraphs and items of lists, no code. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let unit: Unit | undefined;
  let [start, fenced, head] = [0, false, ''];
  const flush = (): void => {
    if (unit !== undefined) sentences.push(...split(text, unit));
    unit = undefined;
  };
  for (const line of text.split('\n')) {
    const at = start;
    start += line.length + 1;
    const fence = FENCE.test(line);
    if (fence) fenced = !fenced;
    const blank = fence || fenced || line.trim() === '';
    const apart = blank || APART.test(line);
    const item = ITEM.test(line);
    if (apart || item) flush();
    if (apart) {
      if (!blank && /\w/.test(line)) head = line;
      continue;
    }
    unit ??= { start: at, end: at, head: item ? head : undefined };
    unit.end = at + line.length;
    if (unit.head === undefined) head = line;
  }
  flush();
  return sentences;
}

/** Sentences end at a full stop before white space: not in `3.9` or `e.g.`. */
function split(text: string, { start, end, head }: Unit): readonly Sentence[] {
  const found: Sentence[] = [];
  const whole = text.slice(start, end).replaceAll(/[\r\n]/g, ' ');
  let from = 0;
  for (const { index } of whole.matchAll(/(?<=[^.\s][^.\s])[.!?;]\s/g)) {
    found.push({ text: whole.slice(from, index + 1), start: start + from, head });
    from = index + 1;
  }
  found.push({ text: whole.slice(from), start: start + from, head });
  return found;
}
