import type { AST } from 'toml-eslint-parser';
import type { LineIndex } from './line-index.ts';
import type { Range } from './place.ts';
import type { TomlEntry, TomlNode, TomlString, TomlTable } from './toml-node.ts';

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

/** The parser's tree as values with places: tables of headers, dotted keys and arrays of tables put together. */
export function tomlTree(top: AST.TOMLTopLevelTable, text: string, index: LineIndex): TomlTable {
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
