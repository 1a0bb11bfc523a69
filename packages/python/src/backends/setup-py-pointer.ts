import { evaluate } from '../source/evaluate.ts';
import { assignmentsIn } from '../source/local-scope.ts';
import { callsOf, type PyModule } from '../source/module.ts';
import {
  childNamed,
  children,
  descendants,
  dottedName,
  elements,
  enclosing,
  type Node,
} from '../source/syntax.ts';
import { joinPath, type ProjectFiles } from '../source-tree.ts';

/** The file and the name in it that a setup.py takes the version from. */
export interface PointedFile {
  readonly path: string;
  readonly name: string;
}

/** How many names and functions are followed from the expression. */
const DEEPEST = 6;

/**
 * Follows `version=find_version("pkg", "__init__.py")` and its like: from the expression to the functions and
 * names that it uses, to the one Python file that they open. Undefined unless exactly one file of the project is
 * opened there. The name is the one that the code asks for, `__version__` where it does not say.
 */
export function pointedFile(
  module: PyModule,
  expression: Node,
  files: ProjectFiles,
): PointedFile | undefined {
  const scopes = reachable(module, expression);
  const paths = new Set(
    scopes
      .flatMap((scope) => [...openedPaths(module, scope)])
      .filter(
        (path) =>
          /\.py$|(^|\/)_?version(\.txt)?$/i.test(path) &&
          path !== 'setup.py' &&
          files.read(path) !== undefined,
      ),
  );
  const [path] = paths;
  if (path === undefined || paths.size !== 1) return undefined;
  const wanted = scopes.flatMap((scope) => wantedNames(module, scope));
  return { path, name: wanted[0] ?? '__version__' };
}

/** The expression, and every function or statement of the file that the names in it lead to. */
function reachable(module: PyModule, expression: Node): readonly Node[] {
  const seen = new Set<Node>([expression]);
  let edge: readonly Node[] = [expression];
  for (let step = 0; step < DEEPEST && edge.length > 0; step += 1) {
    const next: Node[] = [];
    const names = new Set(edge.flatMap((node) => [...namesIn(module, node)]));
    const setters = module.bindings
      .filter(({ name, statement }) => names.has(name) && statement.name !== 'ImportStatement')
      .map(({ statement }) => statement);
    for (const statement of [...setters, ...executions(module, names)]) {
      // What is set inside `with open(…)` is read from that file.
      const scope = enclosing(statement, 'WithStatement') ?? statement;
      if (seen.has(scope)) continue;
      seen.add(scope);
      next.push(scope);
    }
    edge = next;
  }
  return [...seen];
}

/** `exec(file.read(), about)` at the top level sets what `about` holds. */
const executions = (module: PyModule, names: ReadonlySet<string>): readonly Node[] =>
  callsOf(module, 'exec').filter(
    (call) =>
      enclosing(call, 'FunctionDefinition') === undefined &&
      elements(childNamed(call, 'ArgList') ?? null)
        .slice(1)
        .some((part) => names.has(module.text.slice(part.from, part.to))),
  );

function namesIn(module: PyModule, node: Node): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of descendants(node))
    if (part.name === 'VariableName') names.add(module.text.slice(part.from, part.to));
  return names;
}

/** The paths that a piece of code puts together, whether or not it opens them. */
function* openedPaths(module: PyModule, scope: Node): Generator<string> {
  for (const node of descendants(scope)) {
    if (node.name === 'CallExpression') {
      const path = pathOf(module, node, scope, 0);
      if (path !== undefined && path !== '') yield path;
      const callee = dottedName(node.firstChild, module.text);
      const parts = elements(childNamed(node, 'ArgList') ?? null).map((part) =>
        pathOf(module, part, scope, 0),
      );
      // `read("pkg", "__init__.py")`: a function of the file that joins its arguments.
      if (callee !== undefined && parts.length > 0 && parts.every((part) => part !== undefined)) {
        const joined = joinPath(...parts);
        if (joined !== undefined && joined !== '') yield joined;
      }
    } else if (node.name === 'BinaryExpression') {
      const path = pathOf(module, node, scope, 0);
      if (path !== undefined && path !== '') yield path;
    }
  }
}

/** A path as text relative to setup.py: `here` and its like, made of `__file__`, are empty. */
function pathOf(module: PyModule, node: Node, scope: Node, depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  const next = depth + 1;
  if (node.name === 'CallExpression') return pathCall(module, node, scope, next);
  if (node.name === 'BinaryExpression') {
    const [left, operator, right] = children(node);
    if (left === undefined || operator === undefined || right === undefined) return undefined;
    const slash = module.text.slice(operator.from, operator.to) === '/';
    const parts = [pathOf(module, left, scope, next), pathOf(module, right, scope, next)];
    return slash && parts.every((part) => part !== undefined) ? joinPath(...parts) : undefined;
  }
  if (node.name === 'VariableName') {
    const name = module.text.slice(node.from, node.to);
    if (name === '__file__') return '';
    const expression = assignmentsIn(module, scope, name)[0] ?? module.binding(name)?.expression;
    return expression === undefined ? undefined : pathOf(module, expression, scope, next);
  }
  if (node.name === 'MemberExpression') {
    const [object, dot, property] = children(node);
    if (
      property !== undefined &&
      dot?.name === '.' &&
      /^(parent|resolve)$/.test(module.text.slice(property.from, property.to))
    )
      return object && pathOf(module, object, scope, next);
    if (dot?.name === '[' && object !== undefined) return pathOf(module, object, scope, next);
    return undefined;
  }
  const value = evaluate(node, module.scope);
  return value.type === 'string' && /^[\w./\\-]+$/.test(value.value) ? value.value : undefined;
}

function pathCall(module: PyModule, node: Node, scope: Node, depth: number): string | undefined {
  const callee = dottedName(node.firstChild, module.text) ?? '';
  const name = callee.slice(callee.lastIndexOf('.') + 1);
  const args = elements(childNamed(node, 'ArgList') ?? null);
  const [first] = args;
  if (/^(dirname|abspath|realpath|split|getcwd)$/.test(name)) return '';
  if (/^(Path|open|str|resolve|absolute|PurePath)$/.test(name)) {
    // `Path(__file__).resolve()` has no argument of its own.
    const object = node.firstChild?.name === 'MemberExpression' ? node.firstChild.firstChild : null;
    const of = first ?? object;
    return of === null || of === undefined ? undefined : pathOf(module, of, scope, depth);
  }
  if (name !== 'join' && name !== 'joinpath') return undefined;
  const parts = args.map((part) => pathOf(module, part, scope, depth));
  return parts.every((part) => part !== undefined) ? joinPath(...parts) : undefined;
}

/** `g["__version__"]`, `r"^__version__ = …"`, `startswith("VERSION")`: what the code looks for. */
function wantedNames(module: PyModule, scope: Node): readonly string[] {
  const found: string[] = [];
  for (const node of descendants(scope)) {
    if (node.name !== 'String') continue;
    const match = /(?:^|\W)(__version__|VERSION|version)(?!\w)/.exec(
      module.text.slice(node.from, node.to),
    );
    if (match?.[1] !== undefined && match[1] !== 'version') found.push(match[1]);
  }
  return found;
}
