/** JSON with places, as far as a reader wants to look into it. Strings stay as they are written. */
export type JsonNode =
  | { readonly kind: 'string'; readonly start: number; readonly end: number }
  | { readonly kind: 'other'; readonly start: number; readonly end: number }
  | {
      readonly kind: 'array';
      readonly items: readonly JsonNode[];
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'object';
      readonly entries: readonly JsonEntry[];
      readonly start: number;
      readonly end: number;
    };

/** A key of an object, unescaped, and its value. */
export interface JsonEntry {
  readonly key: string;
  readonly value: JsonNode;
}

interface Frame {
  readonly start: number;
  readonly items: JsonNode[];
  readonly entries: JsonEntry[] | undefined;
  key: string;
}

const SPACE = /[ \t\n\r,:]*/y;
const SCALAR = /[^\s,:[\]{}"]+/y;

/**
 * Reads JSON without recursion, forgiving what `JSON.parse` refuses: what is broken is left out, so that the
 * rest can still be read. Undefined where there is nothing.
 */
export function readJson(text: string): JsonNode | undefined {
  const stack: Frame[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
    const code = text.charCodeAt(at);
    if (at >= text.length) break;
    if (code === 123 || code === 91) {
      stack.push({ start: at, items: [], entries: code === 123 ? [] : undefined, key: '' });
      at += 1;
      continue;
    }
    const top = stack.at(-1);
    const node = code === 125 || code === 93 ? close(stack.pop(), at + 1) : readScalar(text, at);
    at = Math.max(at + 1, node?.end ?? at);
    if (node === undefined) continue;
    if (code === 34 && top?.entries !== undefined && isKey(text, at))
      top.key = unescapeJson(text, node);
    else if (stack.length === 0) return node;
    else add(stack.at(-1), node);
  }
  return unfinished(stack, text.length);
}

/** What is still open at the end of the text ends there. */
function unfinished(stack: Frame[], end: number): JsonNode | undefined {
  let node: JsonNode | undefined;
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    if (node !== undefined) add(frame, node);
    node = close(frame, end);
  }
  return node;
}

const KEY_END = /[ \t\n\r]*:/y;

function isKey(text: string, at: number): boolean {
  KEY_END.lastIndex = at;
  return KEY_END.test(text);
}

function add(frame: Frame | undefined, node: JsonNode): void {
  if (frame === undefined) return;
  if (frame.entries === undefined) frame.items.push(node);
  else frame.entries.push({ key: frame.key, value: node });
}

function close(frame: Frame | undefined, end: number): JsonNode | undefined {
  if (frame === undefined) return undefined;
  const { start, items, entries } = frame;
  return entries === undefined
    ? { kind: 'array', items, start, end }
    : { kind: 'object', entries, start, end };
}

function readScalar(text: string, at: number): JsonNode | undefined {
  if (text.charCodeAt(at) === 34)
    return { kind: 'string', start: at, end: stringEnd(text, at + 1) };
  SCALAR.lastIndex = at;
  if (!SCALAR.test(text)) return undefined;
  return { kind: 'other', start: at, end: SCALAR.lastIndex };
}

function stringEnd(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end >= 0) {
    let i = end;
    while (i > from && text.charCodeAt(i - 1) === 92) i -= 1;
    if ((end - i) % 2 === 0) return end + 1;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

/** The value of a key, if the node is an object that has it. */
export const jsonGet = (node: JsonNode | undefined, key: string): JsonNode | undefined =>
  node?.kind === 'object' ? node.entries.findLast((entry) => entry.key === key)?.value : undefined;

/** The text of a string, or undefined for anything else. */
export const jsonText = (text: string, node: JsonNode | undefined): string | undefined =>
  node?.kind === 'string' ? unescapeJson(text, node) : undefined;

function unescapeJson(text: string, { start, end }: JsonNode): string {
  const written = text.slice(start, end);
  if (!written.includes('\\'))
    return written.slice(1, written.endsWith('"') && written.length > 1 ? -1 : undefined);
  try {
    return String(JSON.parse(written));
  } catch {
    return written.slice(1, -1);
  }
}
