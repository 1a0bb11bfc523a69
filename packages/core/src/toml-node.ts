import type { Json } from './finding.ts';
import type { Range } from './place.ts';

/** A string; `content` covers the text between its quotes, exactly `value` unless `escaped`. */
export interface TomlString {
  readonly type: 'string';
  readonly value: string;
  readonly range: Range;
  readonly content: Range;
  /** True where the written text differs from the value: escapes, or a first newline that is dropped. */
  readonly escaped: boolean;
}

/** An integer, float or boolean. */
export interface TomlScalar<T extends string, V> {
  readonly type: T;
  readonly value: V;
  /** As the user wrote it: `1.0`, `0x_ff`. */
  readonly written: string;
  readonly range: Range;
}

/** An array; an array of tables (`[[x]]`) is one too, whose range is its first header. */
export interface TomlArray {
  readonly type: 'array';
  readonly items: readonly TomlNode[];
  readonly range: Range;
}

/** A key of a table, as written, with its value. */
export interface TomlEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: TomlNode;
}

/** A table, in the order of writing. The range of one with a header is the key in its header. */
export interface TomlTable {
  readonly type: 'table';
  readonly entries: ReadonlyMap<string, TomlEntry>;
  readonly range: Range;
}

/** A value of a TOML document with its place. A `date` holds any of the four date and time types, as written. */
export type TomlNode =
  | TomlString
  | TomlScalar<'integer', number>
  | TomlScalar<'float', number>
  | TomlScalar<'boolean', boolean>
  | TomlScalar<'date', string>
  | TomlArray
  | TomlTable;

/** The types of {@link TomlNode} in words, for messages: `a string`, `an array`. */
export const tomlKind = (node: TomlNode): string =>
  node.type === 'integer' || node.type === 'array' ? `an ${node.type}` : `a ${node.type}`;

/** The plain value of a node, for what asks for values alone, such as a schema. Dates are their text. */
export function tomlValue(node: TomlNode): Json {
  if (node.type === 'array') return node.items.map(tomlValue);
  if (node.type !== 'table') return node.value;
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, tomlValue(entry.value)]));
}
