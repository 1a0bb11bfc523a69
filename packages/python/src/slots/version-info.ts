import type { Range } from '@pymaint/core';
import { versionOfInfo } from '../project/version-value.ts';
import type { PyCall, PyValue } from '../source/values.ts';

/** The fields of `sys.version_info`, and what projects call them in a tuple of their own. */
const FIELDS: readonly RegExp[] = [
  /^major$/,
  /^minor$/,
  /^(?:micro|patch|bugfix)$/,
  /^(?:release_?level|phase)$/,
  /^serial$/,
];

/** A version in the arguments of a call, and the text from the first of them to the last. */
export interface CalledVersion {
  readonly text: string;
  readonly place: Range;
}

/**
 * `VersionInfo(1, 4, 0, "final", 0)` and `version_info(major=1, minor=4, micro=0)`: a named tuple made like
 * `sys.version_info`. Undefined where an argument is computed, out of order, or means something else.
 */
export function versionInfoCall(call: PyCall): CalledVersion | undefined {
  const name = call.callee.slice(call.callee.lastIndexOf('.') + 1);
  if (!/^_*version_?info_*$/i.test(name) || !call.complete) return undefined;
  const items = call.keywords.size === 0 ? call.args : namedItems(call);
  if (items === undefined) return undefined;
  const numbers = items.filter(({ type }) => type !== 'constant');
  // A last `True` tells that it is a release, as docutils has it; `False` is a version of its own.
  const flags = items.slice(numbers.length);
  const plain = flags.every((item) => item.type === 'constant' && item.value === true);
  const text = plain ? versionOfInfo(numbers) : undefined;
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (text === undefined || first === undefined || last === undefined) return undefined;
  if (numbers.length < 2 || !inOrder(call.range, numbers)) return undefined;
  const { endLine, endColumn } = last.range;
  return { text, place: { ...first.range, endLine, endColumn } };
}

/** The arguments by their fields, positional ones first; undefined where one has another name. */
function namedItems({ args, keywords }: PyCall): readonly PyValue[] | undefined {
  const items: PyValue[] = [...args];
  for (const [name, value] of keywords) {
    if (name === 'release') {
      if (value.type !== 'constant' || value.value !== true) return undefined;
      continue;
    }
    if (FIELDS[items.length]?.test(name) !== true) return undefined;
    items.push(value);
  }
  return items;
}

/** True where all stand in the call itself, one after the other: what a name stands for is elsewhere. */
function inOrder(within: Range, items: readonly PyValue[]): boolean {
  let at = { line: within.line, column: within.column };
  for (const { range } of items) {
    const before = range.line < at.line || (range.line === at.line && range.column < at.column);
    if (before || range.path !== within.path) return false;
    at = { line: range.endLine, column: range.endColumn };
  }
  return at.line < within.endLine || (at.line === within.endLine && at.column < within.endColumn);
}
