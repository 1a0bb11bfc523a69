import type { Target } from '../document.ts';
import { attributeListEnd, idsOf } from '../markdown/attributes.ts';
import type { Blocks, Start } from '../markdown/block-state.ts';
import { trimEnd } from '../markdown/chars.ts';
import { closeLeaf, closeUnmatched } from '../markdown/leaves.ts';

/** Tries what MyST alone knows (mdit-py-plugins `myst_blocks` and `attrs`). */
export function startMyst(b: Blocks, code: number): Start {
  switch (code) {
    case 37:
      return readComment(b);
    case 40:
      return readTarget(b);
    case 43:
      return readBreak(b);
    case 123:
      return b.reader.features.blockAttributes ? readAttributes(b) : 'none';
    default:
      return 'none';
  }
}

/** Ends what is open; labels before go on waiting for what they name. */
function endBlock(b: Blocks): void {
  closeUnmatched(b);
  closeLeaf(b);
}

/** `% text`, each line for itself. */
function readComment(b: Blocks): Start {
  endBlock(b);
  b.reader.draft.comments.push({
    text: b.text.slice(b.next + 1, b.end),
    span: { start: b.next, end: b.end },
  });
  return 'done';
}

/** `(name)=`: a label for what follows. */
function readTarget(b: Blocks): Start {
  const { text, next } = b;
  const last = trimEnd(text, next, b.end);
  if (last - next < 4 || !text.startsWith(')=', last - 2)) return 'none';
  endBlock(b);
  noteLabel(b, {
    kind: 'label',
    name: text.slice(next + 1, last - 2),
    span: { start: next, end: last },
    nameSpan: { start: next + 1, end: last - 2 },
  });
  return 'done';
}

function noteLabel(b: Blocks, label: Target): void {
  b.reader.draft.targets.push(label);
  b.reader.labels.push(label);
}

/** `+++` and what stands behind it: a break between blocks, or between cells. */
function readBreak(b: Blocks): Start {
  let count = 0;
  for (let i = b.next; i < b.end; i += 1) {
    const code = b.text.charCodeAt(i);
    if (code === 43) count += 1;
    else if (code !== 32 && code !== 9) break;
  }
  if (count < 3) return 'none';
  endBlock(b);
  return 'done';
}

/** `{#id .class}` on a line of its own belongs to the block below. */
function readAttributes(b: Blocks): Start {
  const { text, next } = b;
  const last = trimEnd(text, next, b.end);
  if (attributeListEnd(text, next, last) !== last) return 'none';
  endBlock(b);
  for (const { name, from, to } of idsOf(text, next, last))
    noteLabel(b, {
      kind: 'id',
      name,
      span: { start: next, end: last },
      nameSpan: { start: from, end: to },
    });
  return 'done';
}
