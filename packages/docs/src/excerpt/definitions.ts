import { skipStatement } from '../docstring/tokens.ts';

/** The lines of a definition, counted from 1, decorators with it. */
export interface Definition {
  readonly first: number;
  readonly last: number;
}

interface Block {
  readonly kind: 'def' | 'class' | 'other';
  readonly name: string;
  readonly indent: number;
  readonly first: number;
}

interface Scan {
  readonly found: Map<string, Definition>;
  readonly blocks: Block[];
  /** The last line that is neither blank nor a comment. */
  filled: number;
}

const HEADER = /(?:async[ \t]+)?(def|class)[ \t]+([\p{L}_][\p{L}\p{N}\p{M}_]*)/uy;

/**
 * The classes and functions of a Python source by their dotted names, as Sphinx finds what `:pyobject:` asks for
 * (`sphinx.pycode.parser.DefinitionFinder`): functions that stand directly in functions are left out, and of several
 * of one name the last counts. `text` has `\n` line ends.
 */
export function pythonDefinitions(text: string): ReadonlyMap<string, Definition> {
  const scan: Scan = { found: new Map(), blocks: [], filled: 0 };
  let decorator: number | undefined;
  let line = 1;
  for (let at = 0; at < text.length;) {
    const begun = indentAt(text, at);
    const code = text.charCodeAt(begun.at);
    const next =
      code === 10 || code === 35
        ? afterLine(text, begun.at)
        : skipStatement(text, begun.at, false).next;
    const lines = linesIn(text, at, next);
    if (code !== 10 && code !== 35 && begun.at < text.length) {
      close(scan, begun.indent);
      scan.filled = line + lines - 1;
      if (code === 64) decorator ??= line;
      else {
        open(scan, text, begun, next, decorator ?? line, line);
        decorator = undefined;
      }
    }
    line += lines;
    at = next;
  }
  close(scan, 0);
  return scan.found;
}

/** Ends the blocks that a statement of this indentation is no part of. */
function close({ found, blocks, filled }: Scan, indent: number): void {
  for (let top = blocks.at(-1); top !== undefined && top.indent >= indent; top = blocks.at(-1)) {
    const name = nameIn(blocks, '');
    blocks.pop();
    if (top.kind !== 'other')
      add(found, blocks, top.kind, name, { first: top.first, last: filled });
  }
}

function add(
  found: Map<string, Definition>,
  around: readonly Block[],
  kind: Block['kind'],
  name: string,
  lines: Definition,
): void {
  if (!(kind === 'def' && around.at(-1)?.kind === 'def')) found.set(name, lines);
}

/** Begins the block that a statement may be the header of; what stands behind its colon ends it at once. */
function open(
  { found, blocks }: Scan,
  text: string,
  { at, indent }: { readonly at: number; readonly indent: number },
  next: number,
  first: number,
  line: number,
): void {
  HEADER.lastIndex = at;
  const header = HEADER.exec(text);
  const [, kind, name = ''] = header ?? [];
  if (kind !== 'def' && kind !== 'class') {
    if (isHeader(text, at, next)) blocks.push({ kind: 'other', name: '', indent, first });
    return;
  }
  if (isHeader(text, HEADER.lastIndex, next)) blocks.push({ kind, name, indent, first });
  else add(found, blocks, kind, nameIn(blocks, name), { first, last: line });
}

/** Whether nothing but a comment stands behind the last colon of a logical line. */
const isHeader = (text: string, at: number, next: number): boolean => {
  const { colon, next: behind } = skipStatement(text, at, true);
  return colon && /^[ \t]*(?:#[^\n]*)?\n?$/u.test(text.slice(behind, next));
};

const nameIn = (blocks: readonly Block[], name: string): string =>
  [...blocks.map((block) => block.name), name].filter((part) => part !== '').join('.');

function indentAt(text: string, from: number): { readonly at: number; readonly indent: number } {
  let indent = 0;
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32) indent += 1;
    else if (code === 9) indent += 8 - (indent % 8);
    else if (code === 12) indent = 0;
    else return { at, indent };
  }
}

function afterLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    lines += 1;
  return Math.max(1, lines);
}
