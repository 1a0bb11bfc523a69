import { parseTOML, type AST } from 'toml-eslint-parser';
import { describeError } from './errors.ts';
import type { Json, Problem } from './finding.ts';
import { lineIndex, type LineIndex } from './line-index.ts';
import type { Range } from './place.ts';

/** A string; `content` covers the text between its quotes, exactly `value` unless `escaped`. */
export interface TomlString {
  readonly type: 'string';
  readonly value: string;
  readonly range: Range;
  readonly content: Range;
  /** True where the written text differs from the value: escapes, or a first newline that is dropped. */
  readonly escaped: boolean;
}

/** An integer, float or boolean. */
export interface TomlScalar<T extends string, V> {
  readonly type: T;
  readonly value: V;
  /** As the user wrote it: `1.0`, `0x_ff`. */
  readonly written: string;
  readonly range: Range;
}

/** An array; an array of tables (`[[x]]`) is one too, whose range is its first header. */
export interface TomlArray {
  readonly type: 'array';
  readonly items: readonly TomlNode[];
  readonly range: Range;
}

/** A key of a table, as written, with its value. */
export interface TomlEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: TomlNode;
}

/** A table, in the order of writing. The range of one with a header is the key in its header. */
export interface TomlTable {
  readonly type: 'table';
  readonly entries: ReadonlyMap<string, TomlEntry>;
  readonly range: Range;
}

/** A value of a TOML document with its place. A `date` holds any of the four date and time types, as written. */
export type TomlNode =
  | TomlString
  | TomlScalar<'integer', number>
  | TomlScalar<'float', number>
  | TomlScalar<'boolean', boolean>
  | TomlScalar<'date', string>
  | TomlArray
  | TomlTable;

/** A TOML file as a tree of values with places. Where it could not be read it is empty and says why. */
export interface TomlDocument {
  readonly path: string;
  /** False where the text is no TOML: `problems` then holds one problem and `root` is empty. */
  readonly ok: boolean;
  readonly root: TomlTable;
  readonly problems: readonly Problem[];
  /** The value under these keys (and array positions, from 0), or undefined. */
  readonly get: (...keys: readonly (string | number)[]) => TomlNode | undefined;
  /** The same with its key's place; undefined for an array position too. */
  readonly entry: (...keys: readonly (string | number)[]) => TomlEntry | undefined;
}

/** The types of {@link TomlNode} in words, for messages: `a string`, `an array`. */
export const tomlKind = (node: TomlNode): string =>
  node.type === 'integer' || node.type === 'array' ? `an ${node.type}` : `a ${node.type}`;

/**
 * Reads a TOML text. Accepts TOML 1.1 (which allows more than 1.0), so that no file is called broken which
 * some build tool of today can read. Never throws; linear in the text.
 */
export function tomlDocument(path: string, text: string): TomlDocument {
  const index = lineIndex(path, text);
  try {
    const program = parseTOML(text, { tomlVersion: '1.1' });
    return documentOf(path, true, buildTree(program.body[0], text, index), []);
  } catch (error) {
    const empty: TomlTable = { type: 'table', entries: new Map(), range: index.range(0, 0) };
    return documentOf(path, false, empty, [syntaxProblem(error, text, index)]);
  }
}

/** The plain value of a node, for what asks for values alone, such as a schema. Dates are their text. */
export function tomlValue(node: TomlNode): Json {
  if (node.type === 'array') return node.items.map(tomlValue);
  if (node.type !== 'table') return node.value;
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, tomlValue(entry.value)]));
}

function documentOf(
  path: string,
  ok: boolean,
  root: TomlTable,
  problems: readonly Problem[],
): TomlDocument {
  const get = (...keys: readonly (string | number)[]): TomlNode | undefined =>
    keys.reduce<TomlNode | undefined>(stepInto, root);
  return {
    path,
    ok,
    root,
    problems,
    get,
    entry(...keys) {
      const table = get(...keys.slice(0, -1));
      const last = keys[keys.length - 1];
      return table?.type === 'table' && typeof last === 'string'
        ? table.entries.get(last)
        : undefined;
    },
  };
}

function stepInto(node: TomlNode | undefined, key: string | number): TomlNode | undefined {
  if (node?.type === 'table') return node.entries.get(String(key))?.value;
  if (node?.type === 'array' && typeof key === 'number') return node.items[key];
  return undefined;
}

function syntaxProblem(error: unknown, text: string, index: LineIndex): Problem {
  // The parser hands a text's characters over as arguments, of which there may be some hundred thousand.
  if (error instanceof RangeError)
    return {
      message: 'Unexpected text of more than 100,000 characters, or depth of arrays, expected less',
      place: index.range(0, 0),
      remedy: 'Move the text to a file of its own.',
    };
  const offset = error instanceof SyntaxError && 'index' in error ? Number(error.index) : 0;
  const words = describeError(error);
  const found = text[offset];
  const at = found === undefined ? 'end of the file' : `\`${JSON.stringify(found).slice(1, -1)}\``;
  const binary = text.includes('\0');
  return {
    message: binary
      ? `Unexpected binary content, expected TOML text`
      : `Unexpected ${at}, expected TOML: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
    place: index.range(offset, Math.min(offset + 1, text.length)),
    remedy: binary ? 'Save the file as UTF-8 text.' : 'Mend the syntax of this line.',
  };
}

interface OpenTable {
  readonly type: 'table';
  readonly entries: Map<string, TomlEntry>;
  readonly range: Range;
}

interface OpenArray {
  readonly type: 'array';
  readonly items: TomlNode[];
  readonly range: Range;
}

function buildTree(top: AST.TOMLTopLevelTable, text: string, index: LineIndex): TomlTable {
  const root: OpenTable = { type: 'table', entries: new Map(), range: index.range(0, 0) };
  for (const node of top.body) {
    if (node.type === 'TOMLKeyValue') addPair(root, node, text, index);
    else addTable(root, node, text, index);
  }
  return root;
}

/** `[a.b]` and `[[a.b]]`: `resolvedKey` holds, after each array's name, the position that is meant. */
function addTable(root: OpenTable, node: AST.TOMLTable, text: string, index: LineIndex): void {
  const steps = node.resolvedKey;
  let at: OpenTable | OpenArray = root;
  let named = -1;
  for (const [position, step] of steps.entries()) {
    if (typeof step === 'string') named += 1;
    const key = node.key.keys[named] ?? node.key;
    at = child(at, step, typeof steps[position + 1] === 'number', index.range(...key.range));
  }
  if (at.type === 'table') for (const pair of node.body) addPair(at, pair, text, index);
}

/** The table or array under one step, made where it is not there yet. The parser has refused any clash. */
function child(
  at: OpenTable | OpenArray,
  step: string | number,
  isArray: boolean,
  range: Range,
): OpenTable | OpenArray {
  const made: OpenTable | OpenArray = isArray
    ? { type: 'array', items: [], range }
    : { type: 'table', entries: new Map(), range };
  if (at.type === 'array') {
    const item = at.items[Number(step)];
    if (item?.type === 'table' || item?.type === 'array') return item as OpenTable | OpenArray;
    at.items.push(made);
    return made;
  }
  const there = at.entries.get(String(step))?.value;
  if (there?.type === 'table' || there?.type === 'array') return there as OpenTable | OpenArray;
  at.entries.set(String(step), { key: String(step), keyRange: range, value: made });
  return made;
}

function addPair(table: OpenTable, pair: AST.TOMLKeyValue, text: string, index: LineIndex): void {
  const names = pair.key.keys;
  let at: OpenTable = table;
  for (const name of names.slice(0, -1)) {
    const next = child(at, keyOf(name), false, index.range(...name.range));
    if (next.type !== 'table') return;
    at = next;
  }
  const last = names[names.length - 1];
  if (last === undefined) return;
  const key = keyOf(last);
  at.entries.set(key, {
    key,
    keyRange: index.range(...last.range),
    value: valueOf(pair.value, text, index),
  });
}

const keyOf = (name: AST.TOMLBare | AST.TOMLQuoted): string =>
  name.type === 'TOMLBare' ? name.name : name.value;

function valueOf(node: AST.TOMLContentNode, text: string, index: LineIndex): TomlNode {
  const range = index.range(...node.range);
  if (node.type === 'TOMLArray')
    return { type: 'array', items: node.elements.map((item) => valueOf(item, text, index)), range };
  if (node.type === 'TOMLInlineTable') {
    const table: OpenTable = { type: 'table', entries: new Map(), range };
    for (const pair of node.body) addPair(table, pair, text, index);
    return table;
  }
  const written = text.slice(...node.range);
  switch (node.kind) {
    case 'string':
      return stringOf(node, text, index);
    case 'integer':
      return { type: 'integer', value: node.value, written, range };
    case 'float':
      return { type: 'float', value: node.value, written, range };
    case 'boolean':
      return { type: 'boolean', value: node.value, written, range };
    default:
      return { type: 'date', value: node.datetime, written, range };
  }
}

function stringOf(node: AST.TOMLStringValue, text: string, index: LineIndex): TomlString {
  const [start, end] = node.range;
  const quotes = node.multiline ? 3 : 1;
  return {
    type: 'string',
    value: node.value,
    range: index.range(start, end),
    content: index.range(start + quotes, end - quotes),
    escaped: text.slice(start + quotes, end - quotes) !== node.value,
  };
}
