import type { TomlNode } from '@pymaint/core';

/** A value that is written as Python writes it: of a TOML file, or made of such values. */
export type Dumped = TomlNode | string | null | readonly Dumped[] | ReadonlyMap<string, Dumped>;

/**
 * The text that Python’s `json.dumps(value, sort_keys=True)` gives. Undefined for floats, for integers that JavaScript
 * cannot hold and for dates, whose text depends on the reader.
 */
export function pythonJson(value: Dumped): string | undefined {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (value instanceof Map) return objectOf([...value]);
  if (isList(value)) return arrayOf(value);
  return 'type' in value ? nodeJson(value) : undefined;
}

function nodeJson(node: TomlNode): string | undefined {
  switch (node.type) {
    case 'string':
      return quoted(node.value);
    case 'boolean':
      return String(node.value);
    case 'integer':
      return Number.isSafeInteger(node.value) ? String(node.value) : undefined;
    case 'array':
      return arrayOf(node.items);
    case 'table':
      return objectOf([...node.entries].map(([key, { value }]) => [key, value]));
    default:
      return undefined;
  }
}

const isList = (value: Dumped): value is readonly Dumped[] => Array.isArray(value);

function arrayOf(items: readonly Dumped[]): string | undefined {
  const texts = items.map(pythonJson);
  return texts.includes(undefined) ? undefined : `[${texts.join(', ')}]`;
}

function objectOf(entries: readonly (readonly [string, Dumped])[]): string | undefined {
  const texts = entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]): string | undefined => {
      const text = pythonJson(value);
      return text === undefined ? undefined : `${quoted(key)}: ${text}`;
    });
  return texts.includes(undefined) ? undefined : `{${texts.join(', ')}}`;
}

/** Python writes ASCII alone, JSON.stringify escapes the control characters as Python does. */
const quoted = (text: string): string =>
  JSON.stringify(text).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
