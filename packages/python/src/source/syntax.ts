import { parser } from '@lezer/python';

/**
 * What of a syntax node is used here; {@link https://lezer.codemirror.net/docs/ref/#common.SyntaxNode} has it all.
 * Offsets count UTF-16 code units of the file's text.
 */
export interface Node {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly parent: Node | null;
  readonly firstChild: Node | null;
  readonly nextSibling: Node | null;
}

/** The syntax tree of a Python text. Errors are nodes of it, so that the rest can still be read. */
export const parsePython = (text: string): Node => parser.parse(text).topNode;

/** The children of a node, in the order of the text. */
export function children(node: Node | null): readonly Node[] {
  const found: Node[] = [];
  for (let child = node?.firstChild ?? null; child !== null; child = child.nextSibling)
    found.push(child);
  return found;
}

/** The children that are not punctuation or comments: the elements of a tuple, the arguments of a call. */
export const elements = (node: Node | null): readonly Node[] =>
  children(node).filter(({ name }) => /^[A-Z]/.test(name) && name !== 'Comment');

/** The first child of this name, or undefined. */
export const childNamed = (node: Node | null, name: string): Node | undefined =>
  children(node).find((child) => child.name === name);

/** Every node below this one, parents before their children, without recursion. */
export function* descendants(top: Node): Generator<Node> {
  const waiting: Node[] = [top];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    waiting.push(...children(node).toReversed());
  }
}

/** True where the parser had to guess in this node: what it then holds is not what the author meant. */
export function hasSyntaxError(node: Node): boolean {
  for (const part of descendants(node)) if (part.name === '⚠') return true;
  return false;
}

/** The nearest node above (or the node itself) of one of these names. */
export function enclosing(node: Node, ...names: readonly string[]): Node | undefined {
  for (let at: Node | null = node; at !== null; at = at.parent)
    if (names.includes(at.name)) return at;
  return undefined;
}

/** `a.b.c` as text, or undefined for anything but names joined by dots. */
export function dottedName(node: Node | null, text: string): string | undefined {
  if (node === null) return undefined;
  if (node.name === 'VariableName') return text.slice(node.from, node.to);
  if (node.name !== 'MemberExpression') return undefined;
  const [object, dot, property] = children(node);
  if (dot?.name !== '.' || property?.name !== 'PropertyName') return undefined;
  const before = dottedName(object ?? null, text);
  return before && `${before}.${text.slice(property.from, property.to)}`;
}
