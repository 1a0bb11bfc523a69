import { callArguments, evaluate } from './evaluate.ts';
import type { PyModule } from './module.ts';
import { children, type Node } from './syntax.ts';
import { pyUnknown, type PyValue } from './values.ts';

/** One statement of a module that changes what a name holds. */
export interface Change {
  /** `set` puts a value in its place, `add` adds the elements of one, `other` does anything else. */
  readonly kind: 'set' | 'add' | 'other';
  readonly node: Node;
  /** Whether it may not run. */
  readonly conditional: boolean;
  readonly value: () => PyValue;
}

type Found = Omit<Change, 'node' | 'conditional'>;

/** The statements at a module's top level that change a name, in the order of the text. */
export function* changesOf(module: PyModule, name: string): Generator<Change> {
  for (const { node, conditional } of statements(children(module.tree), false)) {
    const found = changeBy(node, module, name);
    if (found !== undefined) yield { ...found, node, conditional };
  }
}

interface Statement {
  readonly node: Node;
  readonly conditional: boolean;
}

function* statements(nodes: readonly Node[], conditional: boolean): Generator<Statement> {
  for (const node of nodes)
    switch (node.name) {
      case 'StatementGroup':
      case 'Body':
      case 'WithStatement':
        yield* statements(children(node), conditional);
        break;
      case 'IfStatement':
      case 'ForStatement':
      case 'WhileStatement':
      case 'MatchStatement':
      case 'MatchBody':
      case 'MatchClause':
        yield* statements(children(node), true);
        break;
      case 'TryStatement':
        yield* inTry(node, conditional);
        break;
      default:
        yield { node, conditional };
    }
}

/** The body of `try` runs, that of `except` only where something failed. */
function* inTry(node: Node, outer: boolean): Generator<Statement> {
  let failed = false;
  for (const part of children(node)) {
    if (part.name === 'except') failed = true;
    if (part.name === 'finally') failed = false;
    if (part.name === 'Body') yield* statements(children(part), outer || failed);
  }
}

function changeBy(node: Node, module: PyModule, name: string): Found | undefined {
  const range = module.scope.index.range(node.from, node.to);
  const nothing = (): PyValue => pyUnknown('it is changed', range);
  const [first, operator, right] = children(node).filter((part) => part.name !== 'Comment');
  switch (node.name) {
    case 'AssignStatement':
      if (first?.name === 'MemberExpression') return entryBy(first, node, module, name);
      return bound(node, module, name);
    case 'ImportStatement':
      return bound(node, module, name);
    case 'UpdateStatement': {
      if (textOf(first, module) !== name) return undefined;
      const isJoin = /^[+|]=$/.test(textOf(operator, module)) && right !== undefined;
      return isJoin
        ? { kind: 'add', value: () => evaluate(right, module.scope) }
        : { kind: 'other', value: nothing };
    }
    case 'DeleteStatement':
      return children(node).some((part) => ownerOf(part, module) === name)
        ? { kind: 'other', value: nothing }
        : undefined;
    case 'ExpressionStatement':
      return first?.name === 'CallExpression' ? callBy(first, module, name) : undefined;
    default:
      return undefined;
  }
}

const textOf = (node: Node | null | undefined, { text }: PyModule): string =>
  node ? text.slice(node.from, node.to) : '';

/** The `x` of `x`, `x[0]` and `x.y`. */
const ownerOf = (node: Node, module: PyModule): string =>
  textOf(node.name === 'MemberExpression' ? node.firstChild : node, module);

function bound(node: Node, module: PyModule, name: string): Found | undefined {
  const binding = module.bindings.find(
    (one) => one.name === name && one.statement.from === node.from,
  );
  return binding && { kind: 'set', value: () => binding.value() };
}

/** `name[key] = value`. */
function entryBy(target: Node, node: Node, module: PyModule, name: string): Found | undefined {
  if (ownerOf(target, module) !== name) return undefined;
  const [, bracket, key] = children(target);
  const right = children(node).at(-1);
  const range = module.scope.index.range(node.from, node.to);
  if (bracket?.name !== '[' || key === undefined || right === undefined)
    return { kind: 'other', value: () => pyUnknown('an attribute of it is set', range) };
  const { scope } = module;
  const entries = () => [{ key: evaluate(key, scope), value: evaluate(right, scope) }];
  return {
    kind: 'add',
    value: () => ({ type: 'dict', entries: entries(), complete: true, range }),
  };
}

/** `name.append(x)` and its like. */
function callBy(call: Node, module: PyModule, name: string): Found | undefined {
  const target = call.firstChild;
  if (target?.name !== 'MemberExpression' || ownerOf(target, module) !== name) return undefined;
  const method = textOf(children(target)[2], module);
  const { args, keywords } = callArguments(call, module.scope);
  const last = args.at(-1);
  const range = module.scope.index.range(call.from, call.to);
  if (last === undefined || keywords.size > 0)
    return { kind: 'other', value: () => pyUnknown('it is changed', range) };
  if (/^(?:append|add|insert)$/.test(method))
    return { kind: 'add', value: () => ({ type: 'list', items: [last], range }) };
  if (/^(?:extend|update)$/.test(method)) return { kind: 'add', value: () => last };
  // `setdefault`, `remove`, `pop`, `clear` change it; `index`, `count` and `get` do not.
  return /^(?:setdefault|remove|pop|popitem|clear|discard|sort|reverse)$/.test(method)
    ? { kind: 'other', value: () => pyUnknown('it is changed', range) }
    : undefined;
}
