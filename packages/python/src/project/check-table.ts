import {
  count,
  listed,
  nearest,
  tomlKind,
  type Problem,
  type TomlDocument,
  type TomlEntry,
  type TomlNode,
} from '@pymaint/core';

type Shape = { readonly words: string; readonly fits: (node: TomlNode) => boolean };

const string: Shape = { words: 'a string', fits: ({ type }) => type === 'string' };
const strings: Shape = {
  words: 'an array of strings',
  fits: (node) => node.type === 'array' && node.items.every(string.fits),
};
const tableOf = (inner: Shape, words: string): Shape => ({
  words,
  fits: (node) =>
    node.type === 'table' && [...node.entries.values()].every(({ value }) => inner.fits(value)),
});
const stringTable = tableOf(string, 'a table of strings');
const anyOf = (words: string, ...shapes: readonly Shape[]): Shape => ({
  words,
  fits: (node) => shapes.some((shape) => shape.fits(node)),
});
const people: Shape = {
  words: 'an array of tables with `name` and `email`',
  fits: (node) => node.type === 'array' && node.items.every(stringTable.fits),
};

/** The keys of `[project]`: PEP 621, 639 and 794. */
const SHAPES: { readonly [key: string]: Shape } = {
  name: string,
  version: string,
  description: string,
  readme: anyOf('a string or a table of strings', string, stringTable),
  'requires-python': string,
  license: anyOf('a string or a table of strings', string, stringTable),
  'license-files': anyOf(
    'an array of strings',
    strings,
    // The draft of PEP 639 had tables of `paths` or `globs`, which some backends still read.
    tableOf(strings, ''),
  ),
  authors: people,
  maintainers: people,
  keywords: strings,
  classifiers: strings,
  urls: stringTable,
  scripts: stringTable,
  'gui-scripts': stringTable,
  'entry-points': tableOf(stringTable, 'a table of tables of strings'),
  dependencies: strings,
  'optional-dependencies': tableOf(strings, 'a table of arrays of strings'),
  dynamic: strings,
  'import-names': strings,
  'import-namespaces': strings,
};

/** What is wrong with the keys of `[project]` and their types: every build backend refuses these. */
export function checkProjectTable(document: TomlDocument): readonly Problem[] {
  const table = document.get('project');
  if (table === undefined) return [];
  if (table.type !== 'table')
    return [
      {
        message: `Unexpected ${tomlKind(table).replace(/^an? /, '')} \`project\`, expected a table`,
        place: table.range,
      },
    ];
  const entries = [...table.entries.values()];
  return [...entries.flatMap(checkKey), ...checkDynamic(document)];
}

function checkKey(entry: TomlEntry): readonly Problem[] {
  const shape = Object.hasOwn(SHAPES, entry.key) ? SHAPES[entry.key] : undefined;
  if (shape === undefined) return [unknownKey(entry)];
  if (shape.fits(entry.value)) return [];
  const written = tomlKind(entry.value);
  const plain = 'written' in entry.value ? ` \`${entry.value.written}\`` : '';
  const at = innerFault(entry.value, shape);
  const quoted = shape === string && plain !== '';
  return [
    {
      message: `Unexpected ${written.replace(/^an? /, '')}${plain} as \`${entry.key}\` in [project], expected ${shape.words}`,
      place: at.range,
      ...(quoted
        ? { remedy: `Put it in quotes: \`${entry.key} = "${plain.slice(2, -1)}"\`.` }
        : {}),
    },
  ];
}

/** The element that does not fit, where one can be told from the others. */
const innerFault = (node: TomlNode, shape: Shape): TomlNode =>
  shape === strings && node.type === 'array'
    ? (node.items.find((item) => !string.fits(item)) ?? node)
    : node;

function unknownKey({ key, keyRange }: TomlEntry): Problem {
  const meant = nearest(key, Object.keys(SHAPES));
  const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
  return {
    // Some backends refuse it, others pass it over in silence: the build tells.
    level: 'warning',
    message: `Unexpected key \`${key}\` in [project], expected one of the specification's ${count(Object.keys(SHAPES).length, 'key')}${hint}`,
    place: keyRange,
    remedy:
      meant === undefined
        ? 'Move it to the [tool] table of the tool that reads it.'
        : `Write \`${meant}\`.`,
  };
}

/** What may be left to the build backend: everything but the name. */
function checkDynamic(document: TomlDocument): readonly Problem[] {
  const dynamic = document.get('project', 'dynamic');
  if (dynamic?.type !== 'array') return [];
  return dynamic.items.flatMap((item): readonly Problem[] => {
    if (item.type !== 'string') return [];
    const both = document.entry('project', item.value);
    if (both !== undefined)
      return [
        {
          message: `Unexpected \`${item.value}\` in \`dynamic\`, expected it only where [project] does not give it`,
          place: item.range,
          related: [{ message: 'given here', place: both.keyRange }],
          remedy: 'Remove one of the two.',
        },
      ];
    const allowed = Object.keys(SHAPES).filter((key) => key !== 'name' && key !== 'dynamic');
    if (allowed.includes(item.value)) return [];
    const meant = nearest(item.value, allowed);
    const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
    return [
      {
        message: `Unexpected \`${item.value}\` in \`dynamic\`, expected one of ${listed(allowed, 'or')}${hint}`,
        place: item.range,
      },
    ];
  });
}
