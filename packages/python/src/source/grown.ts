import { changesOf } from './changes.ts';
import { excerpt } from './evaluate.ts';
import type { PyModule } from './module.ts';
import { pyUnknown, type PyDict, type PyValue } from './values.ts';

/** A value with what the rest of the module adds to it. */
export interface Grown {
  readonly value: PyValue;
  /** True where some of it is added under a condition (`if`, `for`, `while`, `except`). */
  readonly conditional: boolean;
}

/**
 * The value of a name when the module has run, with what `+=`, `append`, `extend`, `insert`, `add`, `update` and
 * `name[key] = …` at its top level add. What is added under a condition is in it and makes it `conditional`; what
 * takes something away makes it unknown. Linear in the module's statements.
 */
export function grownValue(module: PyModule, name: string): Grown {
  let value: PyValue | undefined;
  let conditional = false;
  for (const change of changesOf(module, name)) {
    if (change.kind === 'set') {
      // Which of several branches runs is not known here; the module tells where they agree.
      value = change.conditional ? module.value(name) : change.value();
      conditional = false;
      continue;
    }
    const more = change.kind === 'add' ? change.value() : undefined;
    const { index } = module.scope;
    const { from, to } = change.node;
    value =
      joined(value, more) ??
      pyUnknown(
        `\`${name}\` is changed by \`${excerpt(change.node, module.scope)}\``,
        index.range(from, to),
      );
    conditional ||= change.conditional;
  }
  return { value: value ?? module.value(name), conditional };
}

/** Both together, or undefined where they do not go together. */
function joined(before: PyValue | undefined, more: PyValue | undefined): PyValue | undefined {
  if (before === undefined || more === undefined) return undefined;
  if ('items' in before && 'items' in more)
    return { ...before, items: [...before.items, ...more.items] };
  if (before.type === 'dict' && more.type === 'dict') return merged(before, more);
  if (before.type === 'string' && more.type === 'string')
    return { ...before, value: before.value + more.value, content: undefined, computed: true };
  return undefined;
}

const merged = (before: PyDict, more: PyDict): PyDict => ({
  ...before,
  entries: [...before.entries, ...more.entries],
  complete: before.complete && more.complete,
});
