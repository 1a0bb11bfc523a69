import { type Blocks, look, skip, type Start, toNext } from './block-state.ts';
import { openContainer } from './leaves.ts';
import { normalLabel, readLabel } from './link-parts.ts';
import { MAX_DEPTH } from './reader.ts';

/** `[^name]: …`, whose text goes on where it is indented by four columns (GFM; `markdown.extensions.footnotes`). */
export function readFootnoteStart(b: Blocks): Start {
  const { text, next, end } = b;
  if (text.charCodeAt(next + 1) !== 94 || b.stack.length >= MAX_DEPTH) return 'none';
  const label = readLabel(text, next, end);
  if (label === undefined || text.charCodeAt(label.next) !== 58 || label.next >= end) return 'none';
  const name = text.slice(label.from + 1, label.to);
  if (name === '' || /\s/.test(name)) return 'none';
  b.reader.footnotes.add(normalLabel(name));
  b.reader.draft.targets.push({
    kind: 'footnote',
    name,
    span: { start: next, end },
    nameSpan: { start: label.from + 1, end: label.to },
  });
  toNext(b);
  skip(b, label.next + 1 - next);
  // However far behind the mark its text stands, it is no indented code.
  look(b);
  toNext(b);
  return openContainer(b, { kind: 'indent', offset: 4, empty: true });
}
