import type { Json } from '@pymaint/core';
import type { FragmentScheme, FragmentType } from './scheme.ts';

type Table = { readonly [key: string]: Json };

const tableOf = (value: Json | undefined): Table | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Table)
    : undefined;
const textOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
const tablesOf = (value: Json | undefined): readonly Table[] =>
  Array.isArray(value)
    ? value.flatMap((it: Json) => {
        const table = tableOf(it);
        return table === undefined ? [] : [table];
      })
    : [];

/** towncrier's own types: src/towncrier/_settings/fragment_types.py. */
const DEFAULT_TYPES: readonly FragmentType[] = [
  { id: 'feature', title: 'Features', showsContent: true },
  { id: 'bugfix', title: 'Bugfixes', showsContent: true },
  { id: 'doc', title: 'Improved Documentation', showsContent: true },
  { id: 'removal', title: 'Deprecations and Removals', showsContent: true },
  { id: 'misc', title: 'Misc', showsContent: false },
];

/** Files that towncrier never takes for a fragment: `find_fragments` in src/towncrier/_builder.py. */
const TOWNCRIER_IGNORED = [
  '.gitignore',
  '.gitkeep',
  '.keep',
  'readme',
  'readme.md',
  'readme.rst',
  'readme.txt',
];

/**
 * The scheme of a `[tool.towncrier]` table, in pyproject.toml or towncrier.toml: both forms of types, sections,
 * `directory` or `package`, `ignore` and `template`. Undefined settings have towncrier's defaults.
 */
export function towncrierScheme(settings: Json): FragmentScheme {
  const table = tableOf(settings) ?? {};
  const template = textOf(table['template']);
  const sections = tablesOf(table['section']).map((it) => textOf(it['path']) ?? '');
  const ignore = Array.isArray(table['ignore'])
    ? table['ignore'].filter((it) => typeof it === 'string')
    : [];
  const templateName = template?.includes(':')
    ? []
    : [template?.slice(template.lastIndexOf('/') + 1) ?? ''];
  return {
    tool: 'towncrier',
    folders: (sections.length === 0 ? [''] : sections).map((path) => towncrierFolder(table, path)),
    types: towncrierTypes(table),
    ignored: [...TOWNCRIER_IGNORED, ...templateName.filter((name) => name !== ''), ...ignore],
    naming: { kind: 'towncrier' },
    changelog: textOf(table['filename']) ?? 'NEWS.rst',
  };
}

function towncrierFolder(table: Table, section: string): string {
  const directory = textOf(table['directory']);
  const parts =
    directory === undefined
      ? [
          textOf(table['package_dir']) ?? '.',
          textOf(table['package']) ?? '',
          section,
          'newsfragments',
        ]
      : [directory, section];
  return parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}

function towncrierTypes(table: Table): readonly FragmentType[] {
  const listed = tablesOf(table['type']).flatMap((it): readonly FragmentType[] => {
    const name = textOf(it['name']);
    const id = textOf(it['directory']) ?? name?.toLowerCase();
    return id === undefined
      ? []
      : [{ id, title: name ?? id, showsContent: it['showcontent'] !== false }];
  });
  const named = Object.entries(tableOf(table['fragment']) ?? {}).map(
    ([id, value]): FragmentType => {
      const it = tableOf(value) ?? {};
      const title = textOf(it['name']) ?? `${id.charAt(0).toUpperCase()}${id.slice(1)}`;
      return { id, title, showsContent: it['showcontent'] !== false };
    },
  );
  if (listed.length > 0) return listed;
  return named.length > 0 ? named : DEFAULT_TYPES;
}

/** The scheme of a `[tool.scriv]` table (scriv.readthedocs.io, "Configuration"). */
export function scrivScheme(settings: Json): FragmentScheme {
  const table = tableOf(settings) ?? {};
  const format = textOf(table['format']) === 'md' ? 'md' : 'rst';
  const folder = textOf(table['fragment_directory']) ?? 'changelog.d';
  const written = table['categories'];
  const names = Array.isArray(written)
    ? written.filter((it) => typeof it === 'string')
    : (textOf(written)?.split(',') ?? [
        'Removed',
        'Added',
        'Changed',
        'Deprecated',
        'Fixed',
        'Security',
      ]);
  const types = names
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name): FragmentType => ({ id: name, title: name, showsContent: true }));
  const changelog = textOf(table['changelog']) ?? textOf(table['output_file']);
  return {
    tool: 'scriv',
    folders: [folder],
    types,
    ignored: [textOf(table['skip_fragments']) ?? 'README.*', '.*', '*.j2'],
    naming: { kind: 'suffix', suffixes: [`.${format}`] },
    changelog: (changelog ?? 'CHANGELOG.${config:format}').replace('${config:format}', format),
  };
}
