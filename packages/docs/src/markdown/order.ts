import type { Span, Target } from '../document.ts';
import type { MarkdownReader, Writable } from './reader.ts';

/**
 * Puts what was found into the order of the text: directives end after what is in them, and inline text is
 * read last. Directives themselves keep their order, for others count on their index. Then ties labels to
 * the headings behind them.
 */
export function orderDraft({ draft, labelled }: MarkdownReader): void {
  const { headings, targets, references, links, files, toctrees } = draft;
  const { code, comments, fields, slips, problems } = draft;
  const inText = [headings, targets, references, links, files, toctrees, code, comments, fields];
  for (const list of [...inText, slips, problems]) orderList(list);
  if (labelled.size === 0) return;
  const places = new Map(headings.map((heading, index) => [heading, index]));
  for (const [label, heading] of labelled) {
    const index = places.get(heading);
    const target: Writable<Target> = label;
    if (index !== undefined) target.heading = index;
  }
}

function orderList(list: { readonly span: Span }[]): void {
  const isOrdered = list.every(({ span }, n) => span.start >= (list[n - 1]?.span.start ?? 0));
  if (isOrdered) return;
  const ordered = list.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  for (const [n, one] of ordered.entries()) list[n] = one;
}
