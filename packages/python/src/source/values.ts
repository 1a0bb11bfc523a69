import type { Range } from '@pymaint/core';

/** A text. */
export interface PyString {
  readonly type: 'string';
  readonly value: string;
  /** The literal with its quotes; of a computed text, what it was computed from. */
  readonly range: Range;
  /** The text between the quotes, where that is exactly `value`: what a fix may replace. */
  readonly content: Range | undefined;
  /** True where it is not one literal: `'.'.join(map(str, VERSION))`. */
  readonly computed: boolean;
}

/** A number as it stands in the source. */
export interface PyNumber {
  readonly type: 'number';
  readonly value: number;
  readonly range: Range;
}

/** `True`, `False` or `None`. */
export interface PyConstant {
  readonly type: 'constant';
  /** `None` is null. */
  readonly value: boolean | null;
  readonly range: Range;
}

/** A list, a tuple or a set. */
export interface PySequence {
  readonly type: 'tuple' | 'list' | 'set';
  readonly items: readonly PyValue[];
  readonly range: Range;
}

/** A dict display, or a call of `dict`. */
export interface PyDict {
  readonly type: 'dict';
  readonly entries: readonly { readonly key: PyValue; readonly value: PyValue }[];
  /** False where something that could not be read may add to it or change it, as `**other`. */
  readonly complete: boolean;
  readonly range: Range;
}

/** A call that is not evaluated. */
export interface PyCall {
  readonly type: 'call';
  /** `Version`, `os.path.join`. */
  readonly callee: string;
  readonly args: readonly PyValue[];
  readonly keywords: ReadonlyMap<string, PyValue>;
  /** False where `*args` or `**kwargs` could not be read. */
  readonly complete: boolean;
  readonly range: Range;
}

/** Something of another module: `version` of `._version`, or the module itself, with attributes asked of it. */
export interface PyImported {
  readonly type: 'imported';
  /** As written, with leading dots where it is relative. */
  readonly module: string;
  /** The names looked up in the module, one after the other; empty for the module itself. */
  readonly attributes: readonly string[];
  readonly range: Range;
}

/** What only running the program would tell. */
export interface PyUnknown {
  readonly type: 'unknown';
  /** Completes "cannot be read: …". */
  readonly why: string;
  readonly range: Range;
}

/** A value as far as it can be read without running anything. */
export type PyValue =
  | PyString
  | PyNumber
  | PyConstant
  | PySequence
  | PyDict
  | PyCall
  | PyImported
  | PyUnknown;

/** A value that nothing here can tell. */
export const pyUnknown = (why: string, range: Range): PyUnknown => ({
  type: 'unknown',
  why,
  range,
});

/** The entry of a dictionary under a text, or undefined. A later entry wins, as in Python. */
export const dictEntry = (dict: PyDict, key: string): PyValue | undefined =>
  dict.entries.findLast((entry) => entry.key.type === 'string' && entry.key.value === key)?.value;
