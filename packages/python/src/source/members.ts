import { pythonModule, type Binding, type PyModule } from './module.ts';
import { childNamed, children, dottedName, type Node } from './syntax.ts';

/** What a module or a class holds, as far as its text tells. */
export interface Members {
  /** A name that several branches set has a member of each. */
  readonly names: ReadonlyMap<string, readonly Member[]>;
  /** Why it may hold more, for whoever asks for a name that is not in it; undefined where it holds no more. */
  readonly open: string | undefined;
}

/** One name of a module or a class. */
export type Member =
  | { readonly kind: 'class'; readonly node: Node }
  | { readonly kind: 'import'; readonly module: string; readonly attribute: string | undefined }
  /** Set to another name or an attribute of one: `B = A`. */
  | { readonly kind: 'alias'; readonly of: string }
  | { readonly kind: 'other' };

/** A module with what it holds. */
export interface ModuleMembers extends Members {
  readonly module: PyModule;
  /** The modules of `from x import *`, as written. */
  readonly stars: readonly string[];
  /** Names that are set as attributes of anything: `self.x = …`, `Class.x = …`. */
  readonly attributes: ReadonlySet<string>;
}

const OTHER: Member = { kind: 'other' };

function note(names: Map<string, Member[]>, name: string, member: Member): void {
  const same = names.get(name);
  if (same === undefined) names.set(name, [member]);
  else if (member !== OTHER || !same.includes(OTHER)) same.push(member);
}

/** What may set names of a module that stand nowhere in it. */
const SETTERS = /\b(?:globals|vars|locals|exec|setattr)\(|\bsys\.modules\[|\b__dict__\b/u;

/** Reads what a module holds. Never throws; linear in the text. */
export function moduleMembers(path: string, text: string): ModuleMembers {
  const module = pythonModule(path, text);
  const names = new Map<string, Member[]>();
  for (const binding of module.bindings) note(names, binding.name, memberOf(module, binding));
  // `NAME: type` says that something will set it.
  for (const node of children(module.tree)) {
    const first = node.name === 'AssignStatement' ? node.firstChild : null;
    if (first?.name !== 'VariableName') continue;
    const name = text.slice(first.from, first.to);
    if (!names.has(name)) note(names, name, OTHER);
  }
  const setter = SETTERS.exec(text)?.[0];
  const lazy = names.has('__getattr__') ? '`__getattr__` of the module may give it' : undefined;
  return {
    module,
    names,
    open: lazy ?? (setter === undefined ? undefined : `\`${setter}\` in ${path} may set it`),
    stars: [...text.matchAll(/^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+\*/gmu)].map(
      ([, name = '']) => name,
    ),
    attributes: new Set(
      [...text.matchAll(/\.(\w+)[ \t]*(?::[^=\n]{1,200})?=(?!=)/gu)].map(([, name = '']) => name),
    ),
  };
}

function memberOf(module: PyModule, { statement, expression, value }: Binding): Member {
  if (statement.name === 'ClassDefinition') return { kind: 'class', node: statement };
  if (statement.name === 'ImportStatement') {
    const found = value();
    if (found.type === 'imported')
      return { kind: 'import', module: found.module, attribute: found.attributes[0] };
  }
  const of = expression === undefined ? undefined : dottedName(expression, module.text);
  return of === undefined ? OTHER : { kind: 'alias', of };
}

/** A class with what its body holds. */
export interface ClassMembers extends Members {
  /** Its bases as written, without their parameters; undefined where one is computed. */
  readonly bases: readonly (string | undefined)[];
}

/** Decorators that add no names of their own. */
const PLAIN =
  /^(?:(?:dataclasses\.)?dataclass|(?:attrs?\.)?(?:define|frozen|mutable|s|attrs)|(?:typing(?:_extensions)?\.)?(?:final|runtime_checkable|deprecated)|(?:functools\.)?total_ordering|(?:enum\.)?unique)$/u;

/** Reads what the body of a class holds, its bases left out. */
export function classMembers(
  { module, attributes, open }: ModuleMembers,
  node: Node,
): ClassMembers {
  const { text } = module;
  const names = new Map<string, Member[]>();
  for (const name of attributes) note(names, name, OTHER);
  const waiting: Node[] = [...children(childNamed(node, 'Body') ?? null)];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (/^(?:If|Try|With|For|While)Statement$|^Body$|^StatementGroup$/u.test(at.name))
      waiting.push(...children(at));
    else noteStatement(at, text, names);
  }
  const args = children(childNamed(node, 'ArgList') ?? null);
  const meta = args.find(
    (one, n) => one.name === 'VariableName' && args[n + 1]?.name === 'AssignOp',
  );
  const decorators = node.parent?.name === 'DecoratedStatement' ? children(node.parent) : [];
  const decorator = decorators
    .filter(({ name }) => name === 'Decorator')
    .map((it) =>
      text
        .slice(it.from + 1, it.to)
        .replace(/\([\s\S]*$/u, '')
        .trim(),
    )
    .find((name) => !PLAIN.test(name));
  return {
    names,
    bases: basesOf(args, text),
    open:
      open ??
      (names.has('__getattr__') || names.has('__getattribute__')
        ? '`__getattr__` of its class may give it'
        : decorator !== undefined
          ? `the decorator \`${decorator}\` may add it`
          : meta === undefined
            ? undefined
            : `\`${text.slice(meta.from, meta.to)}\` of its class may add it`),
  };
}

function noteStatement(node: Node, text: string, names: Map<string, Member[]>): void {
  switch (node.name) {
    case 'DecoratedStatement':
      for (const inner of children(node)) noteStatement(inner, text, names);
      return;
    case 'ClassDefinition':
    case 'FunctionDefinition': {
      const name = childNamed(node, 'VariableName');
      if (name !== undefined)
        note(
          names,
          text.slice(name.from, name.to),
          node.name === 'ClassDefinition' ? { kind: 'class', node } : OTHER,
        );
      return;
    }
    case 'AssignStatement':
    case 'ImportStatement':
    case 'ExpressionStatement':
    case 'UpdateStatement':
      // Every name in it: rather one too many than one too few.
      for (const name of children(node))
        if (name.name === 'VariableName') note(names, text.slice(name.from, name.to), OTHER);
      // `__slots__` and its like hold names as texts.
      for (const [, name = ''] of text.slice(node.from, node.to).matchAll(/["'](\w+)["']/gu))
        note(names, name, OTHER);
      return;
    default:
  }
}

/** `class A(b.C[T], metaclass=M)`: `b.C`. */
function basesOf(args: readonly Node[], text: string): readonly (string | undefined)[] {
  const bases: (string | undefined)[] = [];
  for (const [n, arg] of args.entries()) {
    const isKeyword = args[n + 1]?.name === 'AssignOp' || args[n - 1]?.name === 'AssignOp';
    if ('(,)'.includes(arg.name) || arg.name === 'Comment' || arg.name === 'AssignOp') continue;
    if (isKeyword) continue;
    const isGeneric = arg.name === 'MemberExpression' && children(arg)[1]?.name === '[';
    bases.push(dottedName(isGeneric ? arg.firstChild : arg, text));
  }
  return bases;
}
