import { evaluate, type Scope } from './evaluate.ts';
import type { PyModule } from './module.ts';
import { children, descendants, enclosing, type Node } from './syntax.ts';
import { pyUnknown, type PyValue } from './values.ts';

/** The names as code at this node sees them: those that its function sets once, then the module's. */
export function scopeAt(module: PyModule, node: Node): Scope {
  const inside = enclosing(node, 'FunctionDefinition');
  if (inside === undefined) return module.scope;
  const scope: Scope = {
    ...module.scope,
    lookUp(name, depth): PyValue | undefined {
      const found = assignmentsIn(module, inside, name);
      const [first] = found;
      if (first === undefined) return module.scope.lookUp(name, depth);
      const range = module.scope.index.range(first.from, first.to);
      return found.length === 1
        ? evaluate(first, scope, depth + 1)
        : pyUnknown(`\`${name}\` is set ${found.length} times`, range);
    },
  };
  return scope;
}

/** The expressions of `name = …` in a piece of code. */
export const assignmentsIn = (module: PyModule, within: Node, name: string): readonly Node[] =>
  [...descendants(within)].flatMap((node) => {
    if (node.name !== 'AssignStatement') return [];
    const [target, operator, expression] = children(node);
    const same =
      target?.name === 'VariableName' && module.text.slice(target.from, target.to) === name;
    return same && operator?.name === 'AssignOp' && expression !== undefined ? [expression] : [];
  });

/** True where the file changes what a name holds: `name.update(…)`, `name["key"] = …`. */
export const isChanged = (module: PyModule, name: string): boolean =>
  [...descendants(module.tree)].some((node) => {
    const text = (part: Node | undefined): string =>
      part === undefined ? '' : module.text.slice(part.from, part.to);
    const [first, second, third] = children(node);
    if (node.name !== 'MemberExpression' || text(first) !== name) return false;
    if (second?.name === '[')
      return node.parent?.name === 'AssignStatement' && node.parent.firstChild?.from === node.from;
    return /^(update|setdefault|pop|append|extend)$/.test(text(third));
  });
