import { asciiSet, inSet, PUNCTUATION } from './chars.ts';
import { closingRun, cut, type Inline } from './inline-state.ts';
import { readAngleLink, readBareEmail, readBareLink } from './autolinks.ts';
import { readAttributeList } from './attributes.ts';
import { closeBracket } from './brackets.ts';
import { type Content, spanIn } from './content.ts';
import { noteComment, noteTag, rawEnd, readTag, startsHtml } from './html.ts';
import { decodeReferences } from './link-parts.ts';
import type { Cut } from './plain-text.ts';
import { noteCodeSlip } from './slips.ts';
import { readRole } from '../myst/roles.ts';
import type { MarkdownReader } from './reader.ts';

const SPECIAL = asciiSet('\\`[]<!@:wW{$');

/**
 * Reads inline markup (CommonMark 6, GFM 6.9, MyST roles): only what points somewhere or can be pointed at.
 * Emphasis is left to `plainText`, for it decides nothing about links.
 */
export function readInline(reader: MarkdownReader, content: Content, cuts?: Cut[]): void {
  const { s, from, to: end } = content;
  const inline: Inline = {
    reader,
    draft: reader.draft,
    content,
    s,
    end,
    brackets: [],
    inactive: 0,
    floor: from,
    missing: new Set(),
    cuts,
  };
  let i = from;
  while (i < end) {
    const code = s.charCodeAt(i);
    i = code < 128 && SPECIAL[code] === 1 ? readSpecial(inline, i, code) : i + 1;
  }
}

/** Reads what starts at `at`, and gives the offset behind it. */
function readSpecial(inline: Inline, at: number, code: number): number {
  const { s, end, brackets } = inline;
  switch (code) {
    case 92:
      return at + 1 < end && inSet(PUNCTUATION, s.charCodeAt(at + 1))
        ? cut(inline, at, 1) + 1
        : at + 1;
    case 96:
      return readCode(inline, at);
    case 91:
      return openBracket(inline, at, at + 1);
    case 33:
      return s.charCodeAt(at + 1) === 91 && at + 1 < end ? openBracket(inline, at, at + 2) : at + 1;
    case 93:
      return brackets.length === 0 ? at + 1 : closeBracket(inline, at);
    case 60:
      return at + 1 < end && startsHtml(s.charCodeAt(at + 1)) ? readAngle(inline, at) : at + 1;
    case 123:
      return readBrace(inline, at);
    case 36:
      return inline.reader.features.dollarMath ? readMath(inline, at) : at + 1;
    case 64:
      return inline.reader.features.bareLinks ? readEmail(inline, at) : at + 1;
    default:
      return inline.reader.features.bareLinks ? readBare(inline, at) : at + 1;
  }
}

function openBracket(inline: Inline, at: number, next: number): number {
  const { brackets, draft } = inline;
  const outer = brackets.at(-1);
  if (outer !== undefined) outer.inner = true;
  brackets.push({
    at,
    next,
    image: next - at === 2,
    inner: false,
    links: draft.links.length,
    cuts: inline.cuts?.length ?? 0,
  });
  return next;
}

/** A code span ends at a run of backquotes of the same length; without one the run is text. */
function readCode(inline: Inline, at: number): number {
  const { s, end } = inline;
  let next = at + 1;
  while (next < end && s.charCodeAt(next) === 96) next += 1;
  const close = closingRun(inline, next, next - at);
  if (close < 0) return next;
  const after = close + next - at;
  noteCodeSlip(inline, at, next, close, after);
  inline.cuts?.push(
    { from: at, to: next, text: '' },
    { from: close, to: after, text: '', code: next },
  );
  inline.floor = after;
  return after;
}

/** `<https://…>`, a tag, a comment or another raw construct. */
function readAngle(inline: Inline, at: number): number {
  const { s, end, content, reader, draft, missing } = inline;
  const link = readAngleLink(s, at, end);
  if (link !== undefined) {
    const url = s.slice(link.from, link.to);
    draft.links.push({
      syntax: link.email ? 'email' : 'autolink',
      url: link.email ? `mailto:${url}` : url,
      span: spanIn(content, at, link.next),
      urlSpan: spanIn(content, link.from, link.to),
    });
    if (inline.cuts !== undefined) inline.cuts.push(hidden(at, at + 1), hidden(link.to, link.next));
    return (inline.floor = link.next);
  }
  const raw = rawEnd(s, at);
  if (raw !== undefined) {
    const found = missing.has(raw) ? -1 : s.indexOf(raw, at + 2);
    if (found < 0 || found + raw.length > end) {
      missing.add(raw);
      return at + 1;
    }
    const next = found + raw.length;
    if (raw === '-->') noteComment(reader, content, at, next);
    inline.cuts?.push(hidden(at, next));
    return (inline.floor = next);
  }
  const tag = readTag(s, at, end);
  if (tag === undefined) return at + 1;
  noteTag(reader, content, at, tag);
  inline.cuts?.push(hidden(at, tag.next));
  return (inline.floor = tag.next);
}

const hidden = (from: number, to: number): Cut => ({ from, to, text: '' });

function readBare(inline: Inline, at: number): number {
  const { s, end, floor } = inline;
  const code = s.charCodeAt(at + 1);
  if (code !== 47 && code !== 119 && code !== 87) return at + 1;
  // Within open brackets an address ends where the brackets may.
  const link = readBareLink(s, at, floor, end, inline.brackets.length > 0);
  if (link === undefined) return at + 1;
  const written = s.slice(link.from, link.to);
  const url = /^www\./i.test(written) ? `http://${written}` : written;
  return noteBare(inline, 'bare', decodeReferences(url), link.from, link.to);
}

function readEmail(inline: Inline, at: number): number {
  const { s, end, floor } = inline;
  const link = readBareEmail(s, at, floor, end);
  if (link === undefined) return at + 1;
  return noteBare(inline, 'email', `mailto:${s.slice(link.from, link.to)}`, link.from, link.to);
}

function noteBare(
  inline: Inline,
  syntax: 'bare' | 'email',
  url: string,
  from: number,
  to: number,
): number {
  const span = spanIn(inline.content, from, to);
  inline.draft.links.push({ syntax, url, span, urlSpan: span });
  return (inline.floor = to);
}

/** A role, a template or an attribute list. */
function readBrace(inline: Inline, at: number): number {
  const { s, end, reader } = inline;
  const { features } = reader;
  const next = s.charCodeAt(at + 1);
  if (at + 1 >= end) return at + 1;
  if (next === 123 || next === 37) return readTemplate(inline, at, next === 123 ? '}}' : '%}');
  if (features.myst) {
    const role = readRole(inline, at);
    if (role > 0) return (inline.floor = role);
  }
  return features.inlineAttributes ? readAttributeList(inline, at) : at + 1;
}

/** What a template engine or MyST's substitutions fill in. */
function readTemplate(inline: Inline, at: number, close: string): number {
  const { s, end, missing, content, reader, draft } = inline;
  if (missing.has(close)) return at + 2;
  const found = s.indexOf(close, at + 2);
  if (found < 0 || found + 2 > end) {
    missing.add(close);
    return at + 2;
  }
  const target = s.slice(at + 2, found).trim();
  if (reader.features.substitutions && close === '}}' && target !== '') {
    const from = s.indexOf(target, at + 2);
    draft.references.push({
      kind: 'substitution',
      role: '',
      target,
      span: spanIn(content, at, found + 2),
      targetSpan: spanIn(content, from, from + target.length),
    });
  }
  return (inline.floor = found + 2);
}

/** `$…$` and `$$…$$`: no markup within. */
function readMath(inline: Inline, at: number): number {
  const { s, end, missing } = inline;
  const double = s.charCodeAt(at + 1) === 36;
  const open = double ? '$$' : '$';
  const blank = s.charCodeAt(at + open.length);
  if (missing.has(open) || (!double && (blank === 32 || blank === 10))) return at + open.length;
  const found = s.indexOf(open, at + open.length);
  if (found < 0 || found >= end) {
    missing.add(open);
    return at + open.length;
  }
  return (inline.floor = found + open.length);
}
