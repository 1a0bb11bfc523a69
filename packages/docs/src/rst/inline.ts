import { contextOf } from '../directives/scope.ts';
import type { Reference, Slip } from '../document.ts';
import {
  BACKQUOTE,
  BACKSLASH,
  COLON,
  UNDERSCORE,
  enclose,
  isAlnum,
  isSeparator,
  isSpace,
  mayFollow,
  mayPrecede,
  simpleNameEnd,
} from './chars.ts';
import { bareLinks } from './implicit.ts';
import { angleStart, escaped, oneLine, unescape } from './inline-text.ts';
import type { Reader } from './reader.ts';
import { type Source, spanOf } from './source.ts';

/** One text being read: positions of docutils' `Inliner.parse`, on the source itself. */
interface Scan {
  readonly reader: Reader;
  readonly source: Source;
  readonly text: string;
  readonly end: number;
  /** Where docutils' `remaining` starts: nothing before it is looked at. */
  base: number;
  /** Where the text without markup starts that bare links are looked for in. */
  run: number;
  /** Whether the run holds a `:` or an `@`. */
  linkish: boolean;
  /** End-strings that are not to be found in the rest of the text: one search each is enough. */
  missing: number;
  /** The text without markup, where it is wanted. */
  readonly plain: string[] | undefined;
}

const EMPHASIS = 1;
const STRONG = 2;
const LITERAL = 4;
const TARGET = 8;
const SUBSTITUTION = 16;
const INTERPRETED = 32;

// Characters at which inline markup may start or end; 1 calls for a look, 2 is only noted.
const special = new Uint8Array(128);
for (const char of '\\*`_|[]') special[char.charCodeAt(0)] = 1;
for (const char of ':@') special[char.charCodeAt(0)] = 2;

/** Reads inline markup between two offsets of a source (docutils `states.Inliner`). */
export function readInline(reader: Reader, source: Source, start: number, end: number): void {
  scan(reader, source, start, end, undefined);
}

/** As {@link readInline}, and gives the text that a reader sees. */
export function readInlineText(reader: Reader, source: Source, start: number, end: number): string {
  const plain: string[] = [];
  scan(reader, source, start, end, plain);
  return oneLine(plain.join('')).trim();
}

function scan(
  reader: Reader,
  source: Source,
  start: number,
  end: number,
  plain: string[] | undefined,
): void {
  const { text } = source;
  const s: Scan = {
    reader,
    source,
    text,
    end,
    base: start,
    run: start,
    linkish: false,
    missing: 0,
    plain,
  };
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    const kind = code < 128 ? special[code] : 0;
    if (kind === 0) i += 1;
    else if (kind === 2) {
      s.linkish = true;
      i += 1;
    } else i = construct(s, i, code);
  }
  flush(s, end);
}

/** Looks at one special character and gives the offset to go on from. */
function construct(s: Scan, i: number, code: number): number {
  switch (code) {
    case BACKSLASH:
      return i + 2;
    case 42:
      return asterisk(s, i);
    case BACKQUOTE:
      return backquote(s, i);
    case UNDERSCORE:
      return s.text.charCodeAt(i + 1) === BACKQUOTE && i + 1 < s.end
        ? inlineTarget(s, i)
        : simpleReference(s, i);
    case 124:
      return substitution(s, i);
    case 91:
      return footnote(s, i);
    default:
      return closingBracket(s, i);
  }
}

/** Whether a start-string of this length may start here (the rules before and behind it). */
function mayStart(s: Scan, i: number, length: number): boolean {
  if (i !== s.base && !mayPrecede(s.text.charCodeAt(i - 1))) return false;
  const behind = i + length;
  return behind >= s.end || !isSpace(s.text.charCodeAt(behind));
}

/** Whether what stands around a start-string quotes it. At the end of the text nothing starts either. */
function quoted(s: Scan, i: number, length: number): boolean {
  if (i === s.base) return false;
  const behind = i + length;
  return behind >= s.end || enclose(s.text.charCodeAt(i - 1), s.text.charCodeAt(behind));
}

const follows = (s: Scan, i: number): boolean => i >= s.end || mayFollow(s.text.charCodeAt(i));

/** Ends the run of plain text and starts another behind a construct. */
function consume(s: Scan, start: number, end: number): number {
  flush(s, start);
  s.base = end;
  s.run = end;
  s.linkish = false;
  return end;
}

/** A start-string that starts nothing: what is before it and behind it is looked at apart. */
function skip(s: Scan, i: number, length: number): number {
  s.base = i + length;
  return s.base;
}

/** A start-string without its end: an error for docutils, which shows it as it is. */
function unended(s: Scan, i: number, length: number, what: string): number {
  s.reader.draft.problems.push({
    kind: 'no-end-string',
    message: `Unexpected ${what} start-string, expected an end-string in the same text`,
    span: spanOf(s.source, i, i + length),
  });
  const end = consume(s, i, i + length);
  s.plain?.push(s.text.slice(i, end));
  return end;
}

function flush(s: Scan, end: number): void {
  if (end <= s.run) return;
  if (s.linkish)
    for (const link of bareLinks(s.text, s.run, end)) {
      const span = spanOf(s.source, link.start, link.end);
      s.reader.draft.links.push({
        syntax: link.kind,
        url: unescape(s.text.slice(link.start, link.end)),
        span,
        urlSpan: span,
      });
    }
  s.plain?.push(unescape(s.text.slice(s.run, end)));
}

function asterisk(s: Scan, i: number): number {
  const strong = s.text.charCodeAt(i + 1) === 42 && i + 1 < s.end;
  const length = strong ? 2 : 1;
  if (!mayStart(s, i, length)) return i + length;
  if (quoted(s, i, length)) return skip(s, i, length);
  const flag = strong ? STRONG : EMPHASIS;
  const end = (s.missing & flag) === 0 ? endString(s, i + length, strong ? '**' : '*') : -1;
  if (end < 0) s.missing |= flag;
  if (end <= i + length) return unended(s, i, length, strong ? 'strong' : 'emphasis');
  consume(s, i, end + length);
  s.plain?.push(unescape(s.text.slice(i + length, end)));
  return end + length;
}

/** The first end-string that is not escaped, not behind whitespace, and before what may follow; or -1. */
function endString(s: Scan, start: number, mark: string): number {
  const { text } = s;
  const first = mark.charCodeAt(0);
  for (let i = start; i < s.end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i += 1;
    else if (
      code === first &&
      (mark.length === 1 || (text.charCodeAt(i + 1) === first && i + 1 < s.end)) &&
      (i === start || !isSpace(text.charCodeAt(i - 1))) &&
      follows(s, i + mark.length)
    )
      return i;
  }
  return -1;
}

function backquote(s: Scan, i: number): number {
  if (s.text.charCodeAt(i + 1) === BACKQUOTE && i + 1 < s.end) return literal(s, i);
  const role = rolePrefix(s, i);
  if (role < 0) {
    if (!mayStart(s, i, 1)) return i + 1;
    if (quoted(s, i, 1)) return skip(s, i, 1);
  } else if (i + 1 < s.end && isSpace(s.text.charCodeAt(i + 1))) return i + 1;
  const ended = (s.missing & INTERPRETED) === 0 ? interpretedEnd(s, i + 1) : undefined;
  if (ended === undefined) s.missing |= INTERPRETED;
  if (ended === undefined || ended.close <= i + 1) return unended(s, i, 1, 'interpreted text');
  return interpreted(s, i, role, ended);
}

/** The colon at which a role before this backquote starts, or -1. */
function rolePrefix(s: Scan, i: number): number {
  const { text } = s;
  if (i <= s.base || text.charCodeAt(i - 1) !== COLON || !isAlnum(text.charCodeAt(i - 2)))
    return -1;
  let found = -1;
  for (let k = i - 2; k >= s.base; k -= 1) {
    const code = text.charCodeAt(k);
    if (isAlnum(code)) continue;
    if (!isSeparator(code) || !isAlnum(text.charCodeAt(k + 1))) break;
    if (code === COLON && (k === s.base || mayPrecede(text.charCodeAt(k - 1)))) found = k;
    if (k > s.base && !isAlnum(text.charCodeAt(k - 1))) break;
  }
  return found;
}

/** How interpreted text ends: at `close`, with a role behind it or not, and underscores or not. */
interface Ending {
  readonly close: number;
  readonly roleStart: number;
  readonly roleEnd: number;
  readonly underscores: number;
  readonly end: number;
}

function interpretedEnd(s: Scan, start: number): Ending | undefined {
  const { text } = s;
  for (let i = start; i < s.end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i += 1;
    else if (
      code === BACKQUOTE &&
      (i === start || !isSpace(text.charCodeAt(i - 1)) || escaped(text, start, i - 1))
    ) {
      const ending = suffixAt(s, i);
      if (ending !== undefined) return ending;
    }
  }
  return undefined;
}

/** What stands behind a closing backquote: the longest role and the most underscores that may stand there. */
function suffixAt(s: Scan, close: number): Ending | undefined {
  const behind = close + 1;
  if (s.text.charCodeAt(behind) === COLON && behind < s.end) {
    let last = simpleNameEnd(s.text, behind + 1, s.end);
    while (last > behind + 1) {
      if (s.text.charCodeAt(last) === COLON && last < s.end) {
        const underscores = underscoresAt(s, last + 1);
        if (underscores >= 0)
          return {
            close,
            roleStart: behind + 1,
            roleEnd: last,
            underscores,
            end: last + 1 + underscores,
          };
      }
      last = s.text.lastIndexOf(':', last - 1);
    }
  }
  const underscores = underscoresAt(s, behind);
  return underscores < 0
    ? undefined
    : { close, roleStart: -1, roleEnd: -1, underscores, end: behind + underscores };
}

/** How many of at most two underscores stand here, so that an end-string may end behind them; or -1. */
function underscoresAt(s: Scan, i: number): number {
  let n = 0;
  while (n < 2 && i + n < s.end && s.text.charCodeAt(i + n) === UNDERSCORE) n += 1;
  while (n >= 0 && !follows(s, i + n)) n -= 1;
  return n;
}

function interpreted(s: Scan, i: number, role: number, ended: Ending): number {
  const { draft } = s.reader;
  const start = role < 0 ? i : role;
  const hasSuffix = ended.roleStart >= 0;
  if ((role >= 0 && hasSuffix) || ((role >= 0 || hasSuffix) && ended.underscores > 0)) {
    draft.problems.push({
      kind: 'role-mismatch',
      message: 'Unexpected second role or underscore, expected one role or one reference',
      span: spanOf(s.source, start, ended.end),
    });
    return consume(s, start, ended.end);
  }
  consume(s, start, ended.end);
  if (ended.underscores > 0) phraseReference(s, i, ended);
  else {
    const name = hasSuffix
      ? s.text.slice(ended.roleStart, ended.roleEnd)
      : role >= 0
        ? s.text.slice(role + 1, i - 1)
        : '';
    roleReference(s, name, start, i + 1, ended);
  }
  return ended.end;
}

/** Splits `title <target>` as Sphinx's ReferenceRole does, and notes `!` and `~`. */
function roleReference(s: Scan, role: string, start: number, from: number, ended: Ending): void {
  const { text, source } = s;
  const suppressed = text.charCodeAt(from) === 33;
  const first = suppressed ? from + 1 : from;
  const angle = angleStart(text, first, ended.close);
  const explicit = angle > first;
  let at = explicit ? angle + 1 : first;
  const end = explicit ? ended.close - 1 : ended.close;
  if (text.charCodeAt(at) === 126 && at + 1 < end) at += 1;
  const target = unescape(oneLine(text.slice(at, end)));
  const title = explicit ? unescape(oneLine(text.slice(first, angle).trimEnd())) : undefined;
  const span = spanOf(source, start, ended.end);
  const context = contextOf(s.reader.scope);
  const reference: Reference = {
    kind: role === '' ? 'default-role' : 'role',
    role,
    target,
    span,
    targetSpan: spanOf(source, at, end),
    ...(title === undefined ? {} : { title }),
    ...(suppressed ? { suppressed } : {}),
    ...(context === undefined ? {} : { context }),
  };
  s.reader.draft.references.push(reference);
  if (role === 'download' && !suppressed)
    s.reader.draft.files.push({
      kind: 'download',
      path: target,
      span,
      pathSpan: reference.targetSpan,
    });
  if (role === '') defaultRoleSlips(s, start, reference);
  s.plain?.push(title ?? (at > first ? target.slice(target.lastIndexOf('.') + 1) : target));
}

const ABSOLUTE = /^(?:https?|ftp):\/\/\S+$/u;

function defaultRoleSlips(s: Scan, start: number, reference: Reference): void {
  const slip = (kind: Slip['kind'], name: string, from: number): void => {
    s.reader.draft.slips.push({ kind, name, span: { start: from, end: reference.span.end } });
  };
  if (reference.title !== undefined && ABSOLUTE.test(reference.target))
    slip('missing-underscore', reference.target, reference.span.start);
  if (s.text.charCodeAt(start - 1) !== 32 || s.text.charCodeAt(start - 2) !== COLON) return;
  const before = /(?:^|[\s([{'"<]):([A-Za-z][A-Za-z0-9.+:_-]*): $/u.exec(
    s.text.slice(Math.max(0, start - 40), start),
  );
  const name = before?.[1];
  if (name !== undefined)
    slip('role-space', name, spanOf(s.source, start - name.length - 3, start).start);
}

/** `` `text`_ ``, `` `text <uri>`__ ``, `` `text <name_>`_ `` (docutils `phrase_ref`). */
function phraseReference(s: Scan, i: number, ended: Ending): void {
  const { text, source } = s;
  const { references, targets, links } = s.reader.draft;
  const from = i + 1;
  const angle = embeddedStart(text, from, ended.close);
  const span = spanOf(source, i, ended.end);
  if (angle < 0) {
    const anonymous = ended.underscores === 2;
    const target = unescape(oneLine(text.slice(from, ended.close)));
    references.push({
      kind: anonymous ? 'anonymous' : 'named',
      role: '',
      target,
      span,
      targetSpan: spanOf(source, from, ended.close),
    });
    s.plain?.push(target);
    return;
  }
  const inner = text.slice(angle + 1, ended.close - 1);
  const shown = unescape(oneLine(text.slice(from, angle).trimEnd()));
  const innerSpan = spanOf(source, angle + 1, ended.close - 1);
  const alias = inner.endsWith('_') && !inner.endsWith('\\_') && !isWholeUri(inner);
  const value = alias ? unescape(oneLine(inner.slice(0, -1))) : withoutSpace(inner);
  const title = shown === '' ? value : shown;
  s.plain?.push(title);
  if (alias) {
    const targetSpan = { start: innerSpan.start, end: innerSpan.end - 1 };
    references.push({ kind: 'named', role: '', target: value, title, span, targetSpan });
  } else links.push({ syntax: 'embedded', url: value, span, urlSpan: innerSpan, text: title });
  if (ended.underscores === 1)
    targets.push({
      kind: 'embedded',
      name: title,
      span,
      nameSpan: shown === '' ? innerSpan : spanOf(source, from, angle),
      value: alias ? `${value}_` : value,
      valueSpan: innerSpan,
    });
}

function isWholeUri(text: string): boolean {
  const [first] = bareLinks(text, 0, text.length);
  return first?.start === 0;
}

/** Unescaped whitespace goes; an escaped one stays as one space (docutils `split_escaped_whitespace`). */
export const withoutSpace = (text: string): string =>
  text
    .split(/\\[ \n]/u)
    .map((part) => unescape(part).replaceAll(/\s+/gu, ''))
    .join(' ')
    .trim();

/** The `<` of an embedded URI or alias at the end of a phrase: with whitespace or nothing before it. */
function embeddedStart(text: string, start: number, end: number): number {
  if (end - start < 3 || text.charCodeAt(end - 1) !== 62 || escaped(text, start, end - 1))
    return -1;
  if (isSpace(text.charCodeAt(end - 2))) return -1;
  for (let i = end - 2; i >= start; i -= 1) {
    const code = text.charCodeAt(i);
    if (code !== 60 && code !== 62) continue;
    if (escaped(text, start, i)) continue;
    if (code === 62 || i === end - 2 || isSpace(text.charCodeAt(i + 1))) return -1;
    const before = text.charCodeAt(i - 1);
    return i === start || before === 32 || before === 10 ? i : -1;
  }
  return -1;
}

function literal(s: Scan, i: number): number {
  if (!mayStart(s, i, 2)) return i + 1;
  if (quoted(s, i, 2)) return skip(s, i, 2);
  const end = (s.missing & LITERAL) === 0 ? literalEnd(s, i + 2) : -1;
  if (end < 0) s.missing |= LITERAL;
  if (end <= i + 2) return unended(s, i, 2, 'literal');
  consume(s, i, end + 2);
  s.plain?.push(s.text.slice(i + 2, end));
  return end + 2;
}

function literalEnd(s: Scan, start: number): number {
  let i = s.text.indexOf('``', start);
  while (i >= 0 && i + 2 <= s.end) {
    if ((i === start || !isSpace(s.text.charCodeAt(i - 1))) && follows(s, i + 2)) return i;
    i = s.text.indexOf('``', i + 1);
  }
  return -1;
}

function inlineTarget(s: Scan, i: number): number {
  if (!mayStart(s, i, 2)) return i + 1;
  if (quoted(s, i, 2)) return skip(s, i, 2);
  const end = (s.missing & TARGET) === 0 ? endString(s, i + 2, '`') : -1;
  if (end < 0) s.missing |= TARGET;
  if (end <= i + 2) return unended(s, i, 2, 'inline target');
  consume(s, i, end + 1);
  const name = unescape(oneLine(s.text.slice(i + 2, end)));
  s.plain?.push(name);
  s.reader.draft.targets.push({
    kind: 'inline',
    name,
    span: spanOf(s.source, i, end + 1),
    nameSpan: spanOf(s.source, i + 2, end),
  });
  return end + 1;
}

/** `name_` and `name__`, looked for from their underscore backwards. */
function simpleReference(s: Scan, i: number): number {
  const { text } = s;
  if (i <= s.base || !isAlnum(text.charCodeAt(i - 1))) return i + 1;
  const two = text.charCodeAt(i + 1) === UNDERSCORE && i + 1 < s.end;
  const end = two && follows(s, i + 2) ? i + 2 : i + 1;
  if (!follows(s, end)) return i + 1;
  const start = nameStart(s, i);
  if (start < 0) return i + 1;
  consume(s, start, end);
  const target = text.slice(start, i);
  s.plain?.push(target);
  s.reader.draft.references.push({
    kind: end === i + 2 ? 'anonymous' : 'named',
    role: '',
    target,
    span: spanOf(s.source, start, end),
    targetSpan: spanOf(s.source, start, i),
  });
  return end;
}

/** The leftmost place from which a simple name reaches to just before `end`, or -1. */
function nameStart(s: Scan, end: number): number {
  const { text } = s;
  let found = -1;
  for (let k = end - 1; k >= s.base; k -= 1) {
    if (!isAlnum(text.charCodeAt(k))) break;
    while (k > s.base && isAlnum(text.charCodeAt(k - 1))) k -= 1;
    if (k === s.base || mayPrecede(text.charCodeAt(k - 1))) found = k;
    k -= 1;
    if (k < s.base || !isSeparator(text.charCodeAt(k))) break;
  }
  return found;
}

function substitution(s: Scan, i: number): number {
  const { text } = s;
  if (text.charCodeAt(i + 1) === 124 && i + 1 < s.end) return i + 1;
  if (!mayStart(s, i, 1)) return i + 1;
  if (quoted(s, i, 1)) return skip(s, i, 1);
  const found = (s.missing & SUBSTITUTION) === 0 ? substitutionEnd(s, i + 1) : undefined;
  if (found === undefined) s.missing |= SUBSTITUTION;
  if (found === undefined || found.close <= i + 1) return unended(s, i, 1, 'substitution');
  const { close, underscores } = found;
  const end = close + 1 + underscores;
  consume(s, i, end);
  const target = unescape(oneLine(text.slice(i + 1, close)));
  const span = spanOf(s.source, i, end);
  const targetSpan = spanOf(s.source, i + 1, close);
  const { references } = s.reader.draft;
  references.push({ kind: 'substitution', role: '', target, span, targetSpan });
  if (underscores > 0)
    references.push({
      kind: underscores === 2 ? 'anonymous' : 'named',
      role: '',
      target,
      span,
      targetSpan,
    });
  s.plain?.push(target);
  return end;
}

function substitutionEnd(
  s: Scan,
  start: number,
): { readonly close: number; readonly underscores: number } | undefined {
  for (let i = start; i < s.end; i += 1) {
    const code = s.text.charCodeAt(i);
    if (code === BACKSLASH) i += 1;
    else if (code === 124 && (i === start || !isSpace(s.text.charCodeAt(i - 1)))) {
      const underscores = underscoresAt(s, i + 1);
      if (underscores >= 0) return { close: i, underscores };
    }
  }
  return undefined;
}

/** `[1]_`, `[#]_`, `[#name]_`, `[*]_`, `[CIT]_`. */
function footnote(s: Scan, i: number): number {
  const { text } = s;
  if (i !== s.base && !mayPrecede(text.charCodeAt(i - 1))) return i + 1;
  const close = labelEnd(text, i + 1, s.end);
  if (close < 0 || text.charCodeAt(close + 1) !== UNDERSCORE || close + 1 >= s.end) return i + 1;
  if (!follows(s, close + 2)) return i + 1;
  consume(s, i, close + 2);
  const target = text.slice(i + 1, close);
  s.reader.draft.references.push({
    kind: isFootnoteLabel(target) ? 'footnote' : 'citation',
    role: '',
    target,
    span: spanOf(s.source, i, close + 2),
    targetSpan: spanOf(s.source, i + 1, close),
  });
  return close + 2;
}

/** Whether a label in brackets is a footnote's: a number, `#`, `#name` or `*`. */
export const isFootnoteLabel = (label: string): boolean => /^(?:[0-9]+|#.*|\*)$/u.test(label);

/** The closing bracket behind a footnote's or citation's label, or -1. */
export function labelEnd(text: string, start: number, end: number): number {
  const code = text.charCodeAt(start);
  let last = start;
  if (code === 42) last = start + 1;
  else if (code === 35) last = Math.max(start + 1, simpleNameEnd(text, start + 1, end));
  else last = simpleNameEnd(text, start, end);
  return last > start && last < end && text.charCodeAt(last) === 93 ? last : -1;
}

const MARKDOWN_LINK = /\[([^\][\n`]{1,200})\]\(((?:https?:\/\/|#|\.{0,2}\/)?[^\s()<>]{1,500})\)$/u;

/** Notes a Markdown link, which reStructuredText shows as it is written. */
function closingBracket(s: Scan, i: number): number {
  if (s.text.charCodeAt(i + 1) !== 40 || i + 1 >= s.end) return i + 1;
  const most = Math.min(s.end, i + 500);
  let close = i;
  while (close < most && s.text.charCodeAt(close) !== 41) close += 1;
  if (close === most) return i + 1;
  const from = Math.max(s.run, i - 201);
  const found = MARKDOWN_LINK.exec(s.text.slice(from, close + 1));
  const url = found?.[2];
  if (found === null || url === undefined || !/[/.#]/u.test(url)) return i + 1;
  s.reader.draft.slips.push({
    kind: 'markdown-link',
    name: url,
    span: spanOf(s.source, from + found.index, close + 1),
  });
  return i + 1;
}
