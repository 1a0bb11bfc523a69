import { UserError } from '../errors.ts';
import type { OptionLayer, OptionSpec, Written } from '../option.ts';
import { formatPlace } from '../place.ts';
import { tomlKind, type TomlEntry, type TomlNode } from '../toml-node.ts';
import { unexpectedKey } from './keys.ts';
import { keysOf, type KnownAction } from './known-action.ts';

/**
 * Reads the table of one action as a layer of options. Every value is held against its option here, so that a
 * mistake in the file shows even where a flag overrides it.
 * @throws UserError for a key or a value that is not expected
 */
export function actionLayer(entry: TomlEntry, table: string, action: KnownAction): OptionLayer {
  const { value: node } = entry;
  if (node.type !== 'table')
    throw new UserError(
      `Unexpected ${kindOf(node)} for \`${entry.key}\`, expected the table ${table}`,
      node.range,
    );
  const given = new Map(
    [...node.entries.values()].map((option) => [option.key, optionOf(option, table, action)]),
  );
  return { source: 'key', get: (name) => given.get(name) };
}

function optionOf(
  entry: TomlEntry,
  table: string,
  action: KnownAction,
): { readonly written: Written; readonly where: string } {
  const spec = action.options[entry.key];
  if (spec === undefined || !Object.hasOwn(action.options, entry.key))
    throw unexpectedKey(entry, table, keysOf(action));
  if (!spec.sources.includes('key'))
    throw new UserError(
      `Unexpected key \`${entry.key}\` in ${table}, expected it as an input or \`--${entry.key}\`: it is not for a file`,
      entry.keyRange,
    );
  const written = writtenOf(entry, spec);
  const result = spec.read(written);
  if ('value' in result || written === '')
    return { written, where: formatPlace(entry.value.range) };
  throw wrongValue(entry, entry.value, result.expected);
}

/** TOML has types of its own, so a number is no text here (`1.10` would lose its zero) and `"yes"` no boolean. */
function writtenOf(entry: TomlEntry, { kind }: OptionSpec<unknown>): Written {
  const node = entry.value;
  if (kind === 'flag') {
    if (node.type === 'boolean') return node.value;
    throw wrongValue(entry, node, '`true` or `false` without quotes');
  }
  if (node.type === 'string') return node.value;
  if (kind === 'duration' && node.type === 'integer') return node.value;
  if (kind === 'list' && node.type === 'array')
    return node.items.map((item) => textOf(entry, item));
  throw wrongValue(entry, node, EXPECTED[kind]);
}

const EXPECTED: { readonly [K in Exclude<OptionSpec<unknown>['kind'], 'flag'>]: string } = {
  text: 'a string',
  choice: 'a string',
  list: 'an array of strings',
  duration: 'a string such as `"90s"` or `"10m"`',
};

function textOf(entry: TomlEntry, item: TomlNode): string {
  if (item.type === 'string') return item.value;
  throw wrongValue(entry, item, EXPECTED.list);
}

const wrongValue = (entry: TomlEntry, node: TomlNode, expected: string): UserError =>
  new UserError(
    `Unexpected ${shownNode(node)} for \`${entry.key}\`, expected ${expected}`,
    node.range,
  );

const shownNode = (node: TomlNode): string =>
  node.type === 'array' || node.type === 'table'
    ? kindOf(node)
    : `${kindOf(node)} \`${String(node.value)}\``;

const kindOf = (node: TomlNode): string => tomlKind(node).replace(/^an? /, '');
