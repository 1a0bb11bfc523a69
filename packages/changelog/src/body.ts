import type { Block } from './blocks/block.ts';
import { readDateAt, type ReadDate } from './dates.ts';
import { datingAt, unreleasedAt, yankedAt } from './headings/words.ts';
import { plainText, type PlainText } from './headings/inline.ts';
import type { Markup } from './model.ts';
import type { Span } from './lines.ts';

/** What the lines below a heading say of the release as a whole. */
export interface BodyMark {
  readonly date: { readonly read: ReadDate; readonly span: Span } | undefined;
  readonly unreleased: Span | undefined;
  readonly yanked: boolean;
}

const NOTHING: BodyMark = { date: undefined, unreleased: undefined, yanked: false };
const DATE_FIELDS =
  /^(?:release-?date|release date|released|date|released on|publication date|status)$/i;

const COMMENTED_DATE =
  /^(?:\.\.|<!--)\s*(?:[\w.-]{1,40}[-_ ])?(?:release(?:d|-date| date)?|date)\s*:\s*/i;

/** How many blocks below the heading may hold the date; further down it would be an entry's. */
const REACH = 4;

/** Reads `Released 2024-05-01`, `Unreleased`, `:release-date: …`, `*May 1, 2024*` below a heading. */
export function readBodyMark(
  text: string,
  blocks: readonly Block[],
  from: number,
  to: number,
  markup: Markup,
): BodyMark {
  let found = NOTHING;
  for (let at = from; at < Math.min(to, from + REACH); at += 1) {
    const block = blocks[at];
    if (block === undefined || block.kind === 'item') break;
    const mark = blockMark(text, block, markup);
    if (mark !== undefined) found = joined(found, mark);
    else if (block.kind === 'heading') break;
  }
  return found;
}

const joined = (a: BodyMark, b: BodyMark): BodyMark => ({
  date: a.date ?? b.date,
  unreleased: a.unreleased ?? b.unreleased,
  yanked: a.yanked || b.yanked,
});

function blockMark(text: string, block: Block, markup: Markup): BodyMark | undefined {
  if (block.kind === 'field')
    return DATE_FIELDS.test(block.name) ? fieldMark(text, block.value, markup) : undefined;
  if (block.kind === 'directive') return directiveMark(text, block.content, block.name, markup);
  if (block.kind === 'comment') return commentMark(text, block);
  if (block.kind === 'heading') return lineMark(plainText(text, block.text, markup));
  return block.kind === 'paragraph'
    ? lineMark(plainText(text, firstLine(text, block), markup))
    : undefined;
}

const firstLine = (text: string, span: Span): Span => {
  const part = text.slice(span.start, Math.min(span.end, span.start + 200));
  const length = part.search(/[\r\n]/);
  return { start: span.start, end: length < 0 ? span.start + part.length : span.start + length };
};

/** A field's value is a date or words for one, whatever they are. */
export function fieldMark(text: string, value: Span, markup: Markup): BodyMark {
  const plain = plainText(text, firstLine(text, value), markup);
  if (plain.text.trim() === '') return { ...NOTHING, unreleased: value };
  const start = plain.text.search(/\S/);
  const open = unreleasedAt(plain.text, start) > 0;
  const read = readDateAt(plain.text, start + datingAt(plain.text, start));
  const unreleased = open || read?.form === 'placeholder' ? value : undefined;
  return { ...NOTHING, date: read && { read, span: place(plain, read) }, unreleased };
}

/** `.. falcon-release: 2026-09-30`, `<!-- release date: 2026-09-30 -->`: kept for a tool, and still the day. */
function commentMark(text: string, comment: Span): BodyMark | undefined {
  const line = firstLine(text, comment);
  const words = text.slice(line.start, line.end);
  const lead = COMMENTED_DATE.exec(words)?.[0].length;
  const read = lead === undefined ? undefined : readDateAt(words, lead);
  if (read?.form !== 'day' || !/^\s*(?:-->)?\s*$/.test(words.slice(read.end))) return undefined;
  const span = { start: line.start + read.start, end: line.start + read.end };
  return { ...NOTHING, date: { read, span } };
}

/** `.. note:: This version is not yet released and is under active development.` */
function directiveMark(
  text: string,
  content: Span,
  name: string,
  markup: Markup,
): BodyMark | undefined {
  if (!/^(?:note|warning|attention|admonition|important|tip)$/.test(name)) return undefined;
  const { text: words } = plainText(
    text,
    { start: content.start, end: Math.min(content.end, content.start + 200) },
    markup,
  );
  const open =
    /^\s*(?:this|the) (?:version|release) (?:is|has) not (?:yet )?(?:been )?released/i.test(words);
  return open ? { ...NOTHING, unreleased: content } : undefined;
}

const YANKED =
  /^\W*(?:(?:this|the) (?:release|version) (?:was|is|has been) )?(?:yanked|withdrawn|retracted)\b/i;
/** What may stand before the date: `(codename Malzeug, released …)`, `(bugfix release, released …)`. */
const LEAD =
  /^[\s()[\]{}.,:;>!-]*(?:(?:code-?name|(?:bug-?fix|security|minor|major|maintenance) release)\b[^,()]{0,60},\s*)?/i;

function lineMark(plain: PlainText): BodyMark | undefined {
  const words = plain.text;
  if (words.length > 160) return undefined;
  const start = LEAD.exec(words)?.[0].length ?? 0;
  const open = unreleasedAt(words, start);
  const led = datingAt(words, start + labelAt(words, start)) + labelAt(words, start);
  const read = readDateAt(words, start + led);
  if (read !== undefined && endsDate(words, read.end, led > 0)) {
    const unreleased = open > 0 || read.form === 'placeholder' ? place(plain, read) : undefined;
    return {
      ...NOTHING,
      date: { read, span: place(plain, read) },
      unreleased,
      yanked: saysYanked(words, read.end),
    };
  }
  if (open > 0 && rest(words, start + open) === '')
    return { ...NOTHING, unreleased: place(plain, { start, end: start + open }) };
  return YANKED.test(words) ? { ...NOTHING, yanked: true } : undefined;
}

/** `Release date: `, `Release Date - `. */
const labelAt = (words: string, start: number): number =>
  /^(?:release date|date of release|date|released)\s*[:-]\s*/i.exec(
    words.slice(start, start + 40),
  )?.[0].length ?? 0;

const rest = (words: string, at: number): string =>
  words.slice(at).replace(/^[\s()[\]{}.,:;!*-]+/, '');

/** Behind a date nothing may follow but punctuation; behind a led one (`Released …`) also more of the sentence. */
const endsDate = (words: string, at: number, led: boolean): boolean =>
  rest(words, at) === '' ||
  (led && /^\s*(?:[,.;()]|-|by\b|to\b|codename)/i.test(words.slice(at))) ||
  saysYanked(words, at);

const saysYanked = (words: string, at: number): boolean =>
  yankedAt(words, words.length - rest(words, at).length) > 0;

const place = (
  plain: PlainText,
  { start, end }: { readonly start: number; readonly end: number },
): Span => ({
  start: plain.offset(start),
  end: plain.offset(end - 1) + 1,
});
