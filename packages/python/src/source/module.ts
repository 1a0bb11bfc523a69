import { lineIndex, rememberingLast, type Range } from '@pymaint/core';
import { evaluate, excerpt, type Scope } from './evaluate.ts';
import {
  childNamed,
  children,
  descendants,
  dottedName,
  elements,
  hasSyntaxError,
  parsePython,
  type Node,
} from './syntax.ts';
import { pyUnknown, type PyString, type PyValue } from './values.ts';

/**
 * Under which condition a binding is made: `always`; in a `branch` (if, for, while, match); as a `fallback` (the
 * `except` of a try); or for type checkers alone (`typing`).
 */
export type Condition = 'always' | 'branch' | 'fallback' | 'typing';

/** A name that the module sets at its top level. */
export interface Binding {
  readonly name: string;
  readonly nameRange: Range;
  readonly condition: Condition;
  /** The statement that sets it. */
  readonly statement: Node;
  /** The expression on its right; undefined for imports, definitions, and names unpacked from an expression. */
  readonly expression: Node | undefined;
  /** The value as far as it can be told, other names of the module put in. */
  readonly value: (depth?: number) => PyValue;
}

/** A Python file as far as it can be read without running it. */
export interface PyModule {
  readonly path: string;
  readonly text: string;
  readonly tree: Node;
  readonly scope: Scope;
  /** The string that the file starts with. */
  readonly docstring: PyString | undefined;
  /** In the order of the text. */
  readonly bindings: readonly Binding[];
  /** The value that a name has when the module has run; `unknown` with the reason where that cannot be told. */
  readonly value: (name: string) => PyValue;
  /** The binding that `value` reads, where there is exactly one. */
  readonly binding: (name: string) => Binding | undefined;
}

/** Reads a module's top level. Never throws; linear in the text; what has syntax errors is left out. */
export const pythonModule = rememberingLast((path: string, text: string): PyModule => {
  const tree = parsePython(text);
  const index = lineIndex(path, text);
  const bindings: Binding[] = [];
  const byName = new Map<string, Binding[]>();
  const lookUp = (name: string, depth: number): PyValue | undefined => {
    const found = effective(byName.get(name) ?? []);
    return found.length === 0 ? undefined : settled(name, found, depth);
  };
  const scope: Scope = { text, index, lookUp };
  for (const binding of topLevel(children(tree), scope, 'always')) {
    bindings.push(binding);
    const same = byName.get(binding.name);
    if (same === undefined) byName.set(binding.name, [binding]);
    else same.push(binding);
  }
  const start = index.range(0, 0);
  return {
    path,
    text,
    tree,
    scope,
    docstring: docstringOf(tree, scope),
    bindings,
    value: (name) => lookUp(name, 0) ?? pyUnknown(`\`${name}\` is not set in ${path}`, start),
    binding(name) {
      const found = effective(byName.get(name) ?? []);
      return found.length === 1 ? found[0] : undefined;
    },
  };
});

/** The calls of functions of these names anywhere in the file, such as `setup`. */
export const callsOf = (module: PyModule, ...names: readonly string[]): readonly Node[] =>
  [...descendants(module.tree)].filter((node) => {
    if (node.name !== 'CallExpression') return false;
    const callee = dottedName(node.firstChild, module.text);
    return callee !== undefined && names.includes(callee.slice(callee.lastIndexOf('.') + 1));
  });

function docstringOf(tree: Node, scope: Scope): PyString | undefined {
  const first = elements(tree)[0];
  const inner = first?.name === 'ExpressionStatement' ? first.firstChild : null;
  const value = inner?.name.endsWith('String') ? evaluate(inner, scope) : undefined;
  return value?.type === 'string' ? value : undefined;
}

/** Fallbacks and typing count only where nothing else sets the name; what stands before the last sure one is lost. */
function effective(bindings: readonly Binding[]): readonly Binding[] {
  const real = bindings.filter(({ condition }) => condition === 'always' || condition === 'branch');
  if (real.length === 0) return bindings.filter(({ condition }) => condition === 'fallback');
  return real.slice(
    Math.max(
      0,
      real.findLastIndex(({ condition }) => condition === 'always'),
    ),
  );
}

function settled(name: string, found: readonly Binding[], depth: number): PyValue {
  const [first, ...others] = found.map((binding) => binding.value(depth));
  const place = found[0]?.nameRange;
  if (first === undefined || place === undefined) throw new Error('settled needs a binding');
  const same = others.every(
    (other) => other.type === 'string' && first.type === 'string' && other.value === first.value,
  );
  return same ? first : pyUnknown(`\`${name}\` is set in ${found.length} branches`, place);
}

function* topLevel(
  statements: readonly Node[],
  scope: Scope,
  condition: Condition,
): Generator<Binding> {
  for (const statement of statements) {
    switch (statement.name) {
      case 'AssignStatement':
        yield* assigned(statement, scope, condition);
        break;
      case 'UpdateStatement':
        yield* updated(statement, scope, condition);
        break;
      case 'ImportStatement':
        yield* imported(statement, scope, condition);
        break;
      case 'FunctionDefinition':
      case 'ClassDefinition':
      case 'DecoratedStatement':
        yield* defined(statement, scope, condition);
        break;
      case 'StatementGroup':
        yield* topLevel(children(statement), scope, condition);
        break;
      case 'IfStatement':
      case 'TryStatement':
      case 'WithStatement':
      case 'ForStatement':
      case 'WhileStatement':
        yield* inBodies(statement, scope, condition);
        break;
      default:
    }
  }
}

/** Only one of the branches of an `if` runs; `except` runs when the body before it failed. */
function* inBodies(statement: Node, scope: Scope, outer: Condition): Generator<Binding> {
  let head = '';
  let typing = false;
  for (const part of children(statement)) {
    if (part.name === 'Body') {
      const own = typing ? 'typing' : conditionOf(statement.name, head);
      const condition = outer === 'always' || own === 'typing' ? own : outer;
      yield* topLevel(children(part), scope, condition);
    } else if (/^(if|elif|else|try|except|finally|with|for|while)$/.test(part.name)) {
      head = part.name;
      typing = false;
    } else if (head === 'if' && /(^|\.)TYPE_CHECKING$/.test(scope.text.slice(part.from, part.to)))
      typing = true;
  }
}

function conditionOf(statement: string, head: string): Condition {
  if (head === 'except') return 'fallback';
  return statement === 'WithStatement' || statement === 'TryStatement' ? 'always' : 'branch';
}

/** `a = b = x`, `a: T = x` and `a, b = x, y`. */
function* assigned(statement: Node, scope: Scope, condition: Condition): Generator<Binding> {
  const parts = children(statement).filter(({ name }) => name !== 'TypeDef' && name !== 'Comment');
  const groups: Node[][] = [[]];
  for (const part of parts)
    if (part.name === 'AssignOp') groups.push([]);
    else groups[groups.length - 1]?.push(part);
  const values = (groups.pop() ?? []).filter(({ name }) => name !== ',');
  for (const group of groups) {
    const targets = group.filter(({ name }) => name !== ',');
    for (const [at, target] of targets.entries()) {
      if (target.name !== 'VariableName') continue;
      const expression = values.length === targets.length ? values[at] : undefined;
      const whole = targets.length === 1 ? values : undefined;
      yield binding(target, statement, condition, scope, expression, whole);
    }
  }
}

function binding(
  target: Node,
  statement: Node,
  condition: Condition,
  scope: Scope,
  expression: Node | undefined,
  bareTuple: readonly Node[] = [],
): Binding {
  const range = scope.index.range(target.from, target.to);
  return {
    name: scope.text.slice(target.from, target.to),
    nameRange: range,
    condition,
    statement,
    expression,
    value(depth = 0) {
      if (hasSyntaxError(statement)) return pyUnknown('its statement has a syntax error', range);
      if (expression !== undefined) return evaluate(expression, scope, depth + 1);
      const [first, last] = [bareTuple[0], bareTuple[bareTuple.length - 1]];
      if (first === undefined || last === undefined || depth > 50)
        return pyUnknown(`it is set by \`${excerpt(statement, scope)}\``, range);
      const items = bareTuple.map((item) => evaluate(item, scope, depth + 1));
      return { type: 'tuple', items, range: scope.index.range(first.from, last.to) };
    },
  };
}

function* updated(statement: Node, scope: Scope, condition: Condition): Generator<Binding> {
  const target = statement.firstChild;
  if (target?.name === 'VariableName')
    yield binding(target, statement, condition, scope, undefined);
}

function* defined(statement: Node, scope: Scope, condition: Condition): Generator<Binding> {
  const inner =
    statement.name === 'DecoratedStatement'
      ? children(statement).find(({ name }) => name.endsWith('Definition'))
      : statement;
  const target = inner && childNamed(inner, 'VariableName');
  if (inner !== undefined && target !== undefined)
    yield binding(target, inner, condition, scope, undefined);
}

/** `import a.b`, `import a.b as c`, `from .a import b as c, d`. */
function* imported(statement: Node, scope: Scope, condition: Condition): Generator<Binding> {
  const parts = children(statement).filter(({ name }) => !['Comment', '(', ')'].includes(name));
  const words = parts.map(({ from, to }) => scope.text.slice(from, to));
  const importAt = words.indexOf('import');
  const module = words[0] === 'from' ? words.slice(1, importAt).join('') : undefined;
  let at = importAt + 1;
  while (at < parts.length) {
    let end = at;
    while (end < parts.length && words[end] !== ',') end += 1;
    const as = words.indexOf('as', at);
    const aliased = as >= 0 && as < end;
    const name = words.slice(at, aliased ? as : end).join('');
    const target = aliased ? parts[as + 1] : parts[at];
    if (target?.name === 'VariableName')
      yield importBinding(target, statement, condition, scope, module, name, aliased);
    at = end + 1;
  }
}

function importBinding(
  target: Node,
  statement: Node,
  condition: Condition,
  scope: Scope,
  module: string | undefined,
  name: string,
  aliased: boolean,
): Binding {
  const range = scope.index.range(target.from, target.to);
  // `import a.b` sets `a`, and `a.b` is then an attribute of it.
  const plain = aliased ? name : (name.split('.', 1)[0] ?? name);
  return {
    name: scope.text.slice(target.from, target.to),
    nameRange: range,
    condition,
    statement,
    expression: undefined,
    value: () => ({
      type: 'imported',
      module: module ?? plain,
      attributes: module === undefined ? [] : [name],
      range,
    }),
  };
}
