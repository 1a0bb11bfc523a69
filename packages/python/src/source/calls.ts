import { callArguments } from './evaluate.ts';
import type { PyModule } from './module.ts';
import { descendants, dottedName, enclosing, type Node } from './syntax.ts';
import type { PyValue } from './values.ts';

/** One call, not carried out. */
export interface Call {
  /** `app.connect`; empty for a call of anything but names joined by dots. */
  readonly callee: string;
  readonly args: readonly PyValue[];
  readonly keywords: ReadonlyMap<string, PyValue>;
  /** Whether it stands in the arguments of another call. */
  readonly nested: boolean;
}

/** The calls in a piece of a module, a function's body perhaps, in no order. */
export const callsIn = (module: PyModule, within: Node): readonly Call[] =>
  [...descendants(within)].flatMap((node) => {
    if (node.name !== 'CallExpression') return [];
    const { args, keywords } = callArguments(node, module.scope);
    return {
      callee: dottedName(node.firstChild, module.text) ?? '',
      args,
      keywords,
      nested: enclosing(node, 'ArgList') !== undefined,
    };
  });
