import { skipStatement, stringEnd, stringStart } from './tokens.ts';

/** What a docstring describes. `attribute` is a string behind an assignment, `comment` is `#:` (Sphinx autodoc). */
export type DocstringKind = 'module' | 'class' | 'function' | 'attribute' | 'comment';

/** Where a docstring stands. */
export interface FoundDocstring {
  readonly kind: DocstringKind;
  /** The names of what it describes and of what that is in, joined by dots; empty for the module. */
  readonly name: string;
  /** The string literals, or the comments, whose text it is: offsets of the file. */
  readonly parts: readonly { readonly start: number; readonly end: number }[];
}

/** A class or function whose body is being read. */
interface Block {
  readonly kind: 'module' | 'class' | 'function';
  readonly name: string;
  readonly indent: number;
  /** Nothing stands in it yet, so that a string would be its docstring. */
  fresh: boolean;
}

interface Scan {
  readonly text: string;
  readonly found: FoundDocstring[];
  readonly blocks: Block[];
  /** What the statement before assigned to, at this indentation. */
  assigned: string;
  /** `#:` comments that stand before what comes. */
  comments: { start: number; end: number }[];
}

/**
 * Finds all docstrings of a Python source, by its logical lines (language reference, "Lexical analysis").
 * A tokenizer, no parser: ten times as fast, and a syntax error costs only what is near it.
 */
export function scanDocstrings(text: string): readonly FoundDocstring[] {
  const scan: Scan = {
    text,
    found: [],
    blocks: [{ kind: 'module', name: '', indent: -1, fresh: true }],
    assigned: '',
    comments: [],
  };
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) at = readLine(scan, at);
  return scan.found;
}

/** Reads a logical line, and gives the offset of the next. */
function readLine(scan: Scan, start: number): number {
  const { text } = scan;
  let at = start;
  let indent = 0;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32) indent += 1;
    else if (code === 9) indent += 8 - (indent % 8);
    else if (code === 12) indent = 0;
    else break;
  }
  const code = text.charCodeAt(at);
  if (code === 10 || code === 13) {
    scan.comments = [];
    return at + 1;
  }
  if (code === 35) return readComment(scan, at);
  while ((scan.blocks.at(-1)?.indent ?? -1) >= indent) scan.blocks.pop();
  return readStatement(scan, at, indent);
}

/** A comment on a line of its own. */
function readComment(scan: Scan, at: number): number {
  const end = lineEnd(scan.text, at);
  if (scan.text.charCodeAt(at + 1) === 58) scan.comments.push({ start: at, end });
  else scan.comments = [];
  return end + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  const stop = end < 0 ? text.length : end;
  return text.charCodeAt(stop - 1) === 13 && stop > at ? stop - 1 : stop;
}

const HEADER = /(?:async[ \t]+)?(def|class)[ \t]+([\p{L}_][\p{L}\p{N}\p{M}_]*)/uy;
const ASSIGNMENT =
  /((?:self\.)?[\p{L}_][\p{L}\p{N}\p{M}_]*)[ \t]*(?::[^=\n]*)?=(?!=)|([\p{L}_][\p{L}\p{N}\p{M}_]*)[ \t]*:/uy;
const COMPOUND =
  /(?:if|elif|else|for|while|try|except|finally|with|match|case|lambda|return|assert|del|raise|yield)\b/y;

function readStatement(scan: Scan, at: number, indent: number): number {
  const { text } = scan;
  const block = scan.blocks.at(-1);
  if (block === undefined) return lineEnd(text, at) + 1;
  if (stringStart(text, at) >= 0) return readString(scan, block, at);
  const { fresh } = block;
  block.fresh = false;
  scan.assigned = '';
  HEADER.lastIndex = at;
  const header = HEADER.exec(text);
  if (header !== null) return openBlock(scan, block, header, indent);
  COMPOUND.lastIndex = at;
  const target = COMPOUND.test(text) ? undefined : assignedAt(text, at);
  const end = skipStatement(text, at, false);
  if (target !== undefined && block.kind !== 'function')
    noteAssignment(scan, block, target, end.comment);
  else if (target !== undefined && target.startsWith('self.'))
    noteAssignment(scan, block, target, end.comment);
  else if (text.charCodeAt(at) === 64) block.fresh = fresh;
  scan.comments = [];
  return end.next;
}

function assignedAt(text: string, at: number): string | undefined {
  ASSIGNMENT.lastIndex = at;
  const found = ASSIGNMENT.exec(text);
  return found?.[1] ?? found?.[2];
}

/** What is assigned to may be described by `#:` above or behind it, or by a string below. */
function noteAssignment(
  scan: Scan,
  block: Block,
  target: string,
  comment: { readonly start: number; readonly end: number } | undefined,
): void {
  const owner = target.startsWith('self.') ? block.name.replace(/\.?[^.]*$/, '') : block.name;
  const name = joinName(owner, target.replace(/^self\./, ''));
  const behind = comment !== undefined && scan.text.startsWith('#:', comment.start);
  if (behind || scan.comments.length > 0)
    scan.found.push({ kind: 'comment', name, parts: behind ? [comment] : scan.comments });
  scan.assigned = name;
}

const joinName = (owner: string, name: string): string =>
  owner === '' ? name : `${owner}.${name}`;

/** `def` or `class`: its body may follow on the same line. */
function openBlock(scan: Scan, around: Block, header: RegExpExecArray, indent: number): number {
  const { text } = scan;
  scan.comments = [];
  const colon = skipStatement(text, header.index + header[0].length, true);
  if (!colon.colon) return colon.next;
  const block: Block = {
    kind: header[1] === 'def' ? 'function' : 'class',
    name: joinName(around.name, header[2] ?? ''),
    indent,
    fresh: true,
  };
  scan.blocks.push(block);
  let at = colon.next;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
  const code = text.charCodeAt(at);
  if (code === 10 || code === 13 || at >= text.length) return at + 1;
  if (code === 35) return lineEnd(text, at) + 1;
  if (stringStart(text, at) >= 0) return readString(scan, block, at);
  block.fresh = false;
  return skipStatement(text, at, false).next;
}

/** One or more strings that are a statement of their own. */
function readString(scan: Scan, block: Block, start: number): number {
  const { text, assigned } = scan;
  const parts: { start: number; end: number }[] = [];
  let at = start;
  let plain = true;
  while (stringStart(text, at) >= 0) {
    const end = stringEnd(text, at);
    plain &&= !/^[a-z]*[bft]/i.test(text.slice(at, at + 3));
    parts.push({ start: at, end });
    at = end;
    while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
  }
  const code = text.charCodeAt(at);
  const alone = at >= text.length || code === 10 || code === 13 || code === 35 || code === 59;
  if (alone && plain) {
    if (block.fresh) scan.found.push({ kind: block.kind, name: block.name, parts });
    else if (assigned !== '') scan.found.push({ kind: 'attribute', name: assigned, parts });
  }
  block.fresh = false;
  scan.assigned = '';
  scan.comments = [];
  return skipStatement(text, at, false).next;
}
