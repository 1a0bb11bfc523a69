import type { Link } from '../document.ts';
import { spanIn } from './content.ts';
import { isTemplate } from './html.ts';
import { type Bracket, cut, type Inline } from './inline-state.ts';
import { addressOf, normalLabel, type Part, readLabel, readResource } from './link-parts.ts';

/** Reads on from a `]` that has an open bracket (CommonMark, appendix: look for link or image). */
export function closeBracket(inline: Inline, at: number): number {
  const { brackets, s, end } = inline;
  const open = brackets.pop();
  if (open === undefined) return at + 1;
  const active = open.image || brackets.length >= inline.inactive;
  inline.inactive = Math.min(inline.inactive, brackets.length);
  if (!active) return at + 1;
  // A footnote that has its note goes before a link: `[^1](text)`.
  const note = s.charCodeAt(open.next) === 94 && !open.inner && isNote(inline, open, at);
  if (!note && s.charCodeAt(at + 1) === 40 && at + 1 < end) {
    const part = readResource(s, at + 1, end);
    if (part !== undefined) return noteResource(inline, open, at, part);
  }
  return readReference(inline, open, at);
}

/** A link holds no other link: brackets around it open none, and bare addresses within are text. */
function settle(inline: Inline, open: Bracket, at: number, next: number): number {
  const { draft, brackets, cuts } = inline;
  if (!open.image) inline.inactive = brackets.length;
  if (draft.links.length > open.links) {
    const inner = draft.links.splice(open.links);
    for (const link of inner)
      if (link.syntax !== 'bare' && link.syntax !== 'email') draft.links.push(link);
  }
  if (cuts !== undefined) {
    // A reader of a heading sees a link's text, and no word of an image.
    if (open.image) cuts.splice(open.cuts, cuts.length, { from: open.at, to: next, text: '' });
    else {
      cut(inline, open.at, 1);
      cut(inline, at, next - at);
    }
  }
  return (inline.floor = next);
}

function noteResource(inline: Inline, open: Bracket, at: number, part: Part): number {
  const { draft, content, s } = inline;
  const url = addressOf(s, part);
  const span = spanIn(content, open.at, part.next);
  const urlSpan = spanIn(content, part.from, part.to);
  const next = settle(inline, open, at, part.next);
  if (isTemplate(url)) return next;
  if (open.image) {
    if (url !== '') draft.files.push({ kind: 'image', path: url, span, pathSpan: urlSpan });
    return next;
  }
  const link: Link = { syntax: 'inline', url, span, urlSpan, text: s.slice(open.next, at) };
  draft.links.push(link);
  return next;
}

/** `[text][label]`, `[label][]`, `[label]` and `[^footnote]`. */
function readReference(inline: Inline, open: Bracket, at: number): number {
  const { s, end, reader } = inline;
  if (s.charCodeAt(open.next) === 94 && !open.inner) {
    const footnote = readFootnote(inline, open, at);
    if (footnote > 0) return footnote;
  }
  const second =
    s.charCodeAt(at + 1) === 91 && at + 1 < end ? readLabel(s, at + 1, end) : undefined;
  const full = second !== undefined && second.to > second.from;
  if (!full && (open.inner || at - open.next > 999)) return at + 1;
  const label = full ? second : { from: open.next, to: at, next: second?.next ?? at + 1 };
  const known = reader.definitions.has(normalLabel(s.slice(label.from, label.to)));
  if (!known && (second === undefined || !isReferenceLike(inline, open, at, label))) return at + 1;
  noteNamed(inline, open, at, label, full);
  return known ? settle(inline, open, at, label.next) : at + 1;
}

/**
 * Whether an undefined reference looks meant as one: `x[0][1]`, `[ ][]` and a label with a link of its own
 * do not. Those of mkdocstrings are always undefined.
 */
function isReferenceLike(inline: Inline, open: Bracket, at: number, label: Part): boolean {
  const { s, end, content } = inline;
  const before = open.at > content.from ? s.charAt(open.at - 1) : ' ';
  if (/[\p{L}\p{N}_\])"'`]/u.test(before)) return false;
  if (open.next === at && label.next !== at + 1) return false;
  const after = label.next < end ? s.charAt(label.next) : ' ';
  return !/[[(\p{L}\p{N}_]/u.test(after) && /\S/.test(s.slice(label.from, label.to));
}

function noteNamed(inline: Inline, open: Bracket, at: number, label: Part, full: boolean): void {
  const { draft, content, s } = inline;
  const title = full ? { title: s.slice(open.next, at) } : {};
  const target = s.slice(label.from, label.to);
  // `` [`pkg.Class`][] `` points at `pkg.Class` (mkdocs-autorefs).
  const code = !full && /^`[^`]+`$/.test(target) ? 1 : 0;
  draft.references.push({
    kind: 'named',
    role: '',
    target: code === 0 ? target : target.slice(1, -1),
    ...title,
    span: spanIn(content, open.at, label.next),
    targetSpan: spanIn(content, label.from + code, label.to - code),
  });
}

const isNote = ({ s, reader }: Inline, open: Bracket, at: number): boolean =>
  reader.footnotes.size > 0 && reader.footnotes.has(normalLabel(s.slice(open.next + 1, at)));

function readFootnote(inline: Inline, open: Bracket, at: number): number {
  const { draft, content, s, end } = inline;
  const target = s.slice(open.next + 1, at);
  if (target === '' || /[\s[]/.test(target)) return -1;
  const known = isNote(inline, open, at);
  // Without a note it may be the text of a link: `[^1][label]`.
  if (!known && s.charCodeAt(at + 1) === 91 && at + 1 < end) {
    const label = readLabel(s, at + 1, end);
    if (
      label !== undefined &&
      inline.reader.definitions.has(normalLabel(s.slice(label.from, label.to)))
    )
      return -1;
  }
  draft.references.push({
    kind: 'footnote',
    role: '',
    target,
    span: spanIn(content, open.next - 1, at + 1),
    targetSpan: spanIn(content, open.next + 1, at),
  });
  // One without a note is shown as it is written.
  if (known) inline.cuts?.push({ from: open.next - 1, to: at + 1, text: '' });
  return (inline.floor = at + 1);
}
