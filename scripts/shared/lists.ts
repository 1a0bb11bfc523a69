/** The distributions whose lists PyPI judges by. The classifiers' version is the day of the list. */
export const LIST_SOURCES = ['trove-classifiers==2026.9.21.13', 'packaging==26.3'] as const;

interface Lists {
  readonly classifiers: readonly string[];
  readonly deprecated: { readonly [classifier: string]: readonly string[] };
  /** The version of SPDX's list. */
  readonly spdx: string;
  readonly licenses: readonly Licence[];
  readonly exceptions: readonly Licence[];
}

interface Licence {
  readonly id: string;
  readonly deprecated: boolean;
}

/** The generated files, from what `read-lists.py` prints. */
export function listFiles(answer: string): readonly { path: string; text: string }[] {
  const lists = JSON.parse(answer) as Lists;
  const date = /==(\d+)\.(\d+)\.(\d+)/
    .exec(LIST_SOURCES[0])
    ?.slice(1)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  return [
    file('classifiers', [
      constant('CLASSIFIERS_DATE', 'IsoDate', 'The day of the list.', date),
      constant(
        'CLASSIFIER_TREE',
        'string',
        'One part of a classifier on a line, as deep as it is indented; a part with a `-` before it is none by itself.',
        treeOf(lists.classifiers),
      ),
      constant(
        'DEPRECATED_CLASSIFIERS',
        '{ readonly [classifier: string]: readonly string[] }',
        'Classifiers that are refused, with those that take their place.',
        lists.deprecated,
      ),
    ]),
    file('spdx', [
      constant('SPDX_VERSION', 'string', 'The version of SPDX’s licence list.', lists.spdx),
      constant('SPDX_LICENSES', 'string', 'Identifiers of licences.', ids(lists.licenses, false)),
      constant(
        'SPDX_DEPRECATED_LICENSES',
        'string',
        'Identifiers that SPDX deprecates; they are accepted.',
        ids(lists.licenses, true),
      ),
      constant(
        'SPDX_EXCEPTIONS',
        'string',
        'Identifiers of exceptions, for what stands behind `WITH`.',
        ids(lists.exceptions, undefined),
      ),
    ]),
  ];
}

const file = (name: string, parts: readonly string[]): { path: string; text: string } => ({
  path: `packages/python/src/lists/${name}.generated.ts`,
  text: `// Made by \`scripts/lists.ts\` of ${LIST_SOURCES.join(' and ')}. Do not edit.\n${
    name === 'classifiers' ? "import type { IsoDate } from '@pymaint/core';\n" : ''
  }\n${parts.join('\n')}`,
});

const constant = (name: string, type: string, comment: string, value: unknown): string =>
  `/** ${comment} */\nexport const ${name}: ${type} = ${JSON.stringify(value)};\n`;

const ids = (licences: readonly Licence[], deprecated: boolean | undefined): string =>
  licences
    .filter((licence) => deprecated === undefined || licence.deprecated === deprecated)
    .map(({ id }) => id)
    .join(' ');

/** Each prefix once: two thirds of the text fall away. */
function treeOf(classifiers: readonly string[]): string {
  const all = new Set(classifiers);
  const told = new Set<string>();
  const lines: string[] = [];
  for (const parts of inTreeOrder(classifiers)) {
    for (const [depth, part] of parts.entries()) {
      const prefix = parts.slice(0, depth + 1).join(' :: ');
      if (told.has(prefix)) continue;
      told.add(prefix);
      lines.push(`${' '.repeat(depth)}${all.has(prefix) ? '' : '-'}${part}`);
    }
  }
  return lines.join('\n');
}

const inTreeOrder = (classifiers: readonly string[]): readonly string[][] =>
  classifiers
    .map((classifier) => classifier.replaceAll(' :: ', '\0'))
    .toSorted()
    .map((text) => text.split('\0'));
