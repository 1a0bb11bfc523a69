import type { LineIndex } from '@pymaint/core';
import { readStringLiteral } from './string-literal.ts';
import { childNamed, children, dottedName, elements, type Node } from './syntax.ts';
import { dictEntry, pyUnknown, type PyDict, type PyString, type PyValue } from './values.ts';

/** What an expression is read with: its text, its places, and the names of its module. */
export interface Scope {
  readonly text: string;
  readonly index: LineIndex;
  /** The value of a name, or undefined where the module does not set it. `depth` guards against cycles. */
  readonly lookUp: (name: string, depth: number) => PyValue | undefined;
}

/** Expressions nested deeper than this are not read, so that no text can exhaust the stack. */
const DEEPEST = 60;

/** The value of an expression as far as it can be told without running it. Total. */
export function evaluate(node: Node, scope: Scope, depth = 0): PyValue {
  const range = scope.index.range(node.from, node.to);
  if (depth > DEEPEST) return pyUnknown('it is nested too deep', range);
  const next = depth + 1;
  switch (node.name) {
    case 'String':
    case 'FormatString':
      return literal(node, scope, next);
    case 'ContinuedString':
      return concatenated(
        children(node).map((part) => evaluate(part, scope, next)),
        node,
        scope,
      );
    case 'Number':
      return number(node, scope, 1);
    case 'Boolean':
      return { type: 'constant', value: scope.text.slice(node.from, node.to) === 'True', range };
    case 'None':
      return { type: 'constant', value: null, range };
    case 'TupleExpression':
    case 'ArrayExpression':
    case 'SetExpression':
      return sequence(node, scope, next);
    case 'ParenthesizedExpression': {
      const inner = elements(node)[0];
      return inner === undefined ? pyUnknown('it is empty', range) : evaluate(inner, scope, next);
    }
    case 'DictionaryExpression':
      return dictionary(node, scope, next);
    case 'UnaryExpression':
      return negative(node, scope);
    case 'BinaryExpression':
      return binary(node, scope, next);
    case 'CallExpression':
      return call(node, scope, next);
    case 'VariableName':
    case 'MemberExpression':
      return reference(node, scope, next);
    default:
      return pyUnknown(`it is computed by \`${excerpt(node, scope)}\``, range);
  }
}

/** The start of an expression's text, for messages. */
export function excerpt(node: Node, { text }: Pick<Scope, 'text'>): string {
  const line = text.slice(node.from, Math.min(node.to, node.from + 60)).split('\n', 1)[0] ?? '';
  return line.length < node.to - node.from ? `${line}…` : line;
}

function literal(node: Node, scope: Scope, depth: number): PyValue {
  const range = scope.index.range(node.from, node.to);
  const read = readStringLiteral(scope.text.slice(node.from, node.to));
  if (read !== undefined) {
    const content = scope.index.range(node.from + read.start, node.from + read.end);
    const { value, escaped } = read;
    return {
      type: 'string',
      value,
      range,
      content: escaped ? undefined : content,
      computed: false,
    };
  }
  return node.name === 'FormatString'
    ? formatted(node, scope, depth)
    : pyUnknown('it is a bytes literal', range);
}

/** `f"{MAJOR}.{MINOR}"` of names whose values are known. */
function formatted(node: Node, scope: Scope, depth: number): PyValue {
  const fields = children(node).filter(({ name }) => name === 'FormatReplacement');
  const whole = scope.text.slice(node.from, node.to);
  const quotes = /^[a-z]*("""|'''|"|')/i.exec(whole)?.[0] ?? '';
  const parts: string[] = [];
  let from = node.from + quotes.length;
  for (const field of fields) {
    const inner = elements(field);
    const value = inner.length === 1 && inner[0] ? evaluate(inner[0], scope, depth) : undefined;
    const shown = value && textOf(value);
    if (shown === undefined) return computedUnknown(node, scope);
    parts.push(scope.text.slice(from, field.from), shown);
    from = field.to;
  }
  const quote = quotes.replace(/^[a-z]*/i, '');
  parts.push(scope.text.slice(from, node.to - quote.length));
  const text = parts.join('');
  return /[\\{}]/.test(text) ? computedUnknown(node, scope) : computedString(text, node, scope);
}

const computedUnknown = (node: Node, scope: Scope): PyValue =>
  pyUnknown(`it is computed by \`${excerpt(node, scope)}\``, scope.index.range(node.from, node.to));

const computedString = (value: string, node: Node, scope: Scope): PyString => ({
  type: 'string',
  value,
  range: scope.index.range(node.from, node.to),
  content: undefined,
  computed: true,
});

/** The text that `str()` gives. */
function textOf(value: PyValue): string | undefined {
  if (value.type === 'string') return value.value;
  return value.type === 'number' && Number.isInteger(value.value) ? String(value.value) : undefined;
}

function concatenated(parts: readonly PyValue[], node: Node, scope: Scope): PyValue {
  const texts = parts.map((part) => (part.type === 'string' ? part.value : undefined));
  return texts.some((text) => text === undefined)
    ? computedUnknown(node, scope)
    : computedString(texts.join(''), node, scope);
}

function number(node: Node, scope: Scope, sign: 1 | -1): PyValue {
  const range = scope.index.range(node.from, node.to);
  const written = scope.text.slice(node.from, node.to).replaceAll('_', '');
  const value = Number(written);
  return Number.isNaN(value)
    ? pyUnknown('it is a number of another kind', range)
    : { type: 'number', value: sign * value, range };
}

function negative(node: Node, scope: Scope): PyValue {
  const [operator, operand] = children(node);
  const minus =
    operator?.name === 'ArithOp' && scope.text.slice(operator.from, operator.to) === '-';
  return minus && operand?.name === 'Number'
    ? number(operand, scope, -1)
    : computedUnknown(node, scope);
}

function sequence(node: Node, scope: Scope, depth: number): PyValue {
  const type =
    node.name === 'TupleExpression' ? 'tuple' : node.name === 'ArrayExpression' ? 'list' : 'set';
  const parts = children(node);
  const items = parts.flatMap((part, at): readonly PyValue[] => {
    if (!/^[A-Z]/.test(part.name) || part.name === 'Comment') return [];
    const item = evaluate(part, scope, depth);
    // `*other` among the elements.
    const starred = parts[at - 1]?.name === '*' || parts[at - 1]?.name === 'ArithOp';
    return starred && 'items' in item ? item.items : [item];
  });
  return { type, items, range: scope.index.range(node.from, node.to) };
}

function dictionary(node: Node, scope: Scope, depth: number): PyValue {
  const entries: PyDict['entries'][number][] = [];
  let complete = true;
  const parts = children(node).filter(({ name }) => name !== 'Comment');
  for (let at = 0; at < parts.length; at += 1) {
    const [part, colon, value] = [parts[at], parts[at + 1], parts[at + 2]];
    if (part === undefined) break;
    if (part.name === '**') {
      const other = colon === undefined ? undefined : evaluate(colon, scope, depth);
      if (other?.type === 'dict') entries.push(...other.entries);
      complete &&= other?.type === 'dict' && other.complete;
      at += 1;
    } else if (colon?.name === ':' && value !== undefined) {
      entries.push({ key: evaluate(part, scope, depth), value: evaluate(value, scope, depth) });
      at += 2;
    }
  }
  return { type: 'dict', entries, complete, range: scope.index.range(node.from, node.to) };
}

function binary(node: Node, scope: Scope, depth: number): PyValue {
  const [first, operator, second] = children(node);
  if (first === undefined || operator === undefined || second === undefined)
    return computedUnknown(node, scope);
  const sign = scope.text.slice(operator.from, operator.to);
  const [left, right] = [evaluate(first, scope, depth), evaluate(second, scope, depth)];
  if (sign === '+' && left.type === 'string') return concatenated([left, right], node, scope);
  if (sign === '+' && 'items' in left && 'items' in right)
    return {
      ...left,
      items: [...left.items, ...right.items],
      range: scope.index.range(node.from, node.to),
    };
  if (sign === '%' && left.type === 'string') return percent(left, right, node, scope);
  return computedUnknown(node, scope);
}

/** `'%d.%d' % (MAJOR, MINOR)` with the plain directives alone. */
function percent(format: PyString, value: PyValue, node: Node, scope: Scope): PyValue {
  const given = value.type === 'tuple' ? value.items : [value];
  const texts = given.map(textOf);
  let at = 0;
  const text = format.value.replace(/%[ds]/g, () => texts[at++] ?? '%');
  return texts.includes(undefined) || at !== texts.length || text.includes('%')
    ? computedUnknown(node, scope)
    : computedString(text, node, scope);
}

function call(node: Node, scope: Scope, depth: number): PyValue {
  const range = scope.index.range(node.from, node.to);
  const target = node.firstChild;
  const { args, keywords, complete } = callArguments(node, scope, depth);
  const joined = join(target, args, scope, depth);
  if (joined !== undefined) return { ...joined, range: args[0]?.range ?? range };
  const callee = dottedName(target, scope.text);
  if (callee === undefined) return computedUnknown(node, scope);
  const [first] = args;
  if (callee === 'dict' && args.length === 0) {
    const entries = [...keywords].map(([key, value]) => ({
      key: {
        type: 'string',
        value: key,
        range: value.range,
        content: undefined,
        computed: true,
      } as const,
      value,
    }));
    return { type: 'dict', entries, complete, range };
  }
  if ((callee === 'tuple' || callee === 'list') && first && 'items' in first && args.length === 1)
    return { ...first, type: callee };
  if (callee === 'map' && first?.type === 'unknown') return mapped(node, scope, depth, args);
  return { type: 'call', callee, args, keywords, complete, range };
}

/** `map(str, …)`: each element as text. `str` is a builtin, so it has no value here. */
function mapped(node: Node, scope: Scope, _: number, args: readonly PyValue[]): PyValue {
  const name = elements(childNamed(node, 'ArgList') ?? null)[0];
  const items = args[1];
  const isStr = name !== undefined && scope.text.slice(name.from, name.to) === 'str';
  if (!isStr || items === undefined || !('items' in items)) return computedUnknown(node, scope);
  return {
    type: 'list',
    items: items.items.map((item) => {
      const value = textOf(item);
      return value === undefined
        ? item
        : ({
            type: 'string',
            value,
            range: item.range,
            content: undefined,
            computed: true,
          } as const);
    }),
    range: items.range,
  };
}

/** `'.'.join(…)` of texts. */
function join(
  target: Node | null,
  args: readonly PyValue[],
  scope: Scope,
  depth: number,
): PyString | undefined {
  if (target?.name !== 'MemberExpression') return undefined;
  const [object, , property] = children(target);
  if (object === undefined || property === undefined) return undefined;
  if (scope.text.slice(property.from, property.to) !== 'join') return undefined;
  const separator = evaluate(object, scope, depth);
  const [list] = args;
  if (separator.type !== 'string' || list === undefined || !('items' in list)) return undefined;
  const texts = list.items.map((item) => (item.type === 'string' ? item.value : undefined));
  return texts.includes(undefined)
    ? undefined
    : computedString(texts.join(separator.value), target, scope);
}

interface Arguments {
  readonly args: readonly PyValue[];
  readonly keywords: ReadonlyMap<string, PyValue>;
  readonly complete: boolean;
}

/** The arguments of a call; `**name` of a known dictionary counts as its keywords. */
export function callArguments(node: Node, scope: Scope, depth = 0): Arguments {
  const args: PyValue[] = [];
  const keywords = new Map<string, PyValue>();
  let complete = true;
  const parts = children(childNamed(node, 'ArgList') ?? null).filter(
    ({ name }) => name !== 'Comment',
  );
  for (let at = 0; at < parts.length; at += 1) {
    const [part, next] = [parts[at], parts[at + 1]];
    if (part === undefined || '(,)'.includes(part.name)) continue;
    const value = next === undefined ? undefined : parts[at + 2];
    if (next?.name === 'AssignOp' && value !== undefined) {
      keywords.set(scope.text.slice(part.from, part.to), evaluate(value, scope, depth));
      at += 2;
    } else if (part.name === '*' || part.name === '**') {
      const other = next === undefined ? undefined : evaluate(next, scope, depth);
      if (part.name === '*' && other !== undefined && 'items' in other) args.push(...other.items);
      else if (other?.type === 'dict') addEntries(keywords, other);
      complete &&=
        other !== undefined && ('items' in other || (other.type === 'dict' && other.complete));
      at += 1;
    } else args.push(evaluate(part, scope, depth));
  }
  return { args, keywords, complete };
}

function addEntries(keywords: Map<string, PyValue>, dict: PyDict): void {
  for (const { key, value } of dict.entries)
    if (key.type === 'string') keywords.set(key.value, value);
}

function reference(node: Node, scope: Scope, depth: number): PyValue {
  const range = scope.index.range(node.from, node.to);
  if (node.name === 'VariableName') {
    const name = scope.text.slice(node.from, node.to);
    return scope.lookUp(name, depth) ?? pyUnknown(`\`${name}\` is set nowhere in this file`, range);
  }
  const [object, operator, third, fourth] = children(node);
  if (object === undefined || operator === undefined || third === undefined)
    return computedUnknown(node, scope);
  const value = evaluate(object, scope, depth);
  if (operator.name === '.' && value.type === 'imported') {
    const attribute = scope.text.slice(third.from, third.to);
    return { ...value, attributes: [...value.attributes, attribute], range };
  }
  if (operator.name === '.' && value.type === 'call' && isVersionInfo(value.callee)) {
    // A named tuple made like `sys.version_info`, whose property spells the version: what it was made of tells it.
    const attribute = scope.text.slice(third.from, third.to);
    return attribute === '__version__' ? value : computedUnknown(node, scope);
  }
  if (operator.name !== '[') return computedUnknown(node, scope);
  const key = evaluate(third, scope, depth);
  if (value.type === 'dict' && key.type === 'string' && fourth?.name === ']')
    return dictEntry(value, key.value) ?? computedUnknown(node, scope);
  return 'items' in value
    ? (sliced(node, scope, value.items, depth) ?? computedUnknown(node, scope))
    : computedUnknown(node, scope);
}

const isVersionInfo = (callee: string): boolean => /^_*version_?info_*$/i.test(callee);

/** `x[0]`, `x[:3]` and `x[0:3]` of a known sequence. */
function sliced(
  node: Node,
  scope: Scope,
  items: readonly PyValue[],
  depth: number,
): PyValue | undefined {
  const inside = children(node).slice(2, -1);
  const range = scope.index.range(node.from, node.to);
  const colon = inside.findIndex(({ name }) => name === ':');
  const at = (part: Node | undefined): number | undefined => {
    const value = part === undefined ? undefined : evaluate(part, scope, depth);
    return value?.type === 'number' ? value.value : undefined;
  };
  if (colon < 0) return items.at(at(inside[0]) ?? Number.NaN);
  if (inside.length > 3 || inside.slice(colon + 1).some(({ name }) => name === ':'))
    return undefined;
  const [from, to] = [inside.slice(0, colon)[0], inside[colon + 1]];
  const part = items.slice(at(from) ?? 0, to === undefined ? undefined : at(to));
  return { type: 'tuple', items: part, range: part[0]?.range ?? range };
}
