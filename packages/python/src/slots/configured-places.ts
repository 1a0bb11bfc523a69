import { tomlDocument, tomlValue, type Json, type TomlDocument } from '@pymaint/core';
import { iniDocument } from '../ini.ts';
import { sameVersion } from '../pep440.ts';
import type { Project } from '../project/types.ts';
import type { ProjectFiles } from '../source-tree.ts';
import { escaped } from './searching.ts';
import type { ConfiguredPlace } from './types.ts';

type Spans = ConfiguredPlace['spans'];
type Row = readonly [path: string, place: ConfiguredPlace];

/** The files in which bumping tools keep their configuration, in the project's folder. */
export const BUMP_FILES: readonly string[] = [
  'pyproject.toml',
  '.bumpversion.toml',
  '.bumpversion.cfg',
  'setup.cfg',
  'tbump.toml',
  '.cz.toml',
  'cz.toml',
];

/**
 * The places that bump-my-version, bumpversion, tbump, commitizen and python-semantic-release are told to keep up to date,
 * by the file's path in the tree. Patterns in a language of their own are not read.
 */
export function configuredPlaces(
  files: ProjectFiles,
  project: Project,
): ReadonlyMap<string, readonly ConfiguredPlace[]> {
  const places = new Map<string, ConfiguredPlace[]>();
  const version = project.version.known ? project.version.value.written : undefined;
  for (const path of BUMP_FILES) {
    const file = files.read(path);
    if (file === undefined || !/bump|commitizen|semantic_release|file/.test(file.text)) continue;
    const rows = path.endsWith('.cfg')
      ? iniRows(file.path, file.text, version)
      : tomlRows(path, tomlDocument(file.path, file.text), version);
    for (const [inside, place] of rows) {
      const at = files.at(inside);
      places.set(at, [...(places.get(at) ?? []), place]);
    }
  }
  return places;
}

function tomlRows(
  path: string,
  document: TomlDocument,
  version: string | undefined,
): readonly Row[] {
  const table = (...keys: readonly string[]): Table => {
    const node = document.get(...keys);
    return tableOf(node && tomlValue(node));
  };
  if (path === 'tbump.toml') return tbumpRows(table(), version);
  return [
    ...bumpversionRows(table('tool', 'bumpversion'), version),
    ...tbumpRows(table('tool', 'tbump'), version),
    ...commitizenRows(table('tool', 'commitizen'), version),
    ...semanticReleaseRows(table('tool', 'semantic_release')),
  ];
}

type Table = { readonly [key: string]: Json };
const tableOf = (value: Json | undefined): Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
const textsOf = (value: Json | undefined): readonly string[] =>
  listOf(value).filter((item) => typeof item === 'string');

/** `[[tool.bumpversion.files]]`, literal patterns only. */
function bumpversionRows(table: Table, version: string | undefined): readonly Row[] {
  return listOf(table['files']).flatMap((item): readonly Row[] => {
    const own = { ...table, ...tableOf(item) };
    const { filename, search, regex, parse, serialize } = own;
    if (
      typeof filename !== 'string' ||
      regex === true ||
      parse !== undefined ||
      serialize !== undefined
    )
      return [];
    return row('bump-my-version', filename, searchSpans(search, own['current_version'], version));
  });
}

function iniRows(path: string, text: string, version: string | undefined): readonly Row[] {
  if (!text.includes('[bumpversion')) return [];
  const { sections, get } = iniDocument(path, text);
  const general = sections.get('bumpversion')?.options;
  const current = get('bumpversion', 'current_version')?.value;
  return [...sections.values()].flatMap(({ name, options }): readonly Row[] => {
    const filename = /^bumpversion:file(?:\s*\([^)]*\))?:(.+)$/.exec(name)?.[1];
    const search = options.get('search') ?? general?.get('search');
    const special = ['parse', 'serialize'].some((key) => options.has(key) || general?.has(key));
    if (filename === undefined || special || (search?.lines.length ?? 1) !== 1) return [];
    return row('bumpversion', filename, searchSpans(search?.value, current, version));
  });
}

/** `[[file]]` of tbump: `src` and, perhaps, `search`. */
const tbumpRows = (table: Table, version: string | undefined): readonly Row[] =>
  listOf(table['file']).flatMap((item): readonly Row[] => {
    const { src, search, version_template: template } = tableOf(item);
    if (typeof src !== 'string' || template !== undefined) return [];
    return row('tbump', src, searchSpans(search, tableOf(table['version'])['current'], version));
  });

/** `version_files` of commitizen: `path`, or `path:pattern` for the lines that hold a word. */
const commitizenRows = (table: Table, version: string | undefined): readonly Row[] =>
  textsOf(table['version_files']).flatMap((item): readonly Row[] => {
    const [path = '', ...rest] = item.split(':');
    const word = rest.join(':').replace(/^\^/, '');
    if (!/^[\w .:"'=/-]*$/.test(word)) return [];
    const all = searchSpans(undefined, table['version'], version);
    return all === undefined ? [] : row('commitizen', path, (text) => onLinesWith(word, text, all));
  });

/** `version_variables` (`path:name`) and `version_toml` (`path:key.key`) of python-semantic-release. */
const semanticReleaseRows = (table: Table): readonly Row[] => [
  ...[table['version_variables'], table['version_variable']]
    .flatMap(listOrText)
    .flatMap((item): readonly Row[] => {
      const [path = '', name = ''] = item.split(':');
      return name === '' ? [] : row('python-semantic-release', path, variableSpans(name));
    }),
  ...listOrText(table['version_toml']).flatMap((item): readonly Row[] => {
    const [path = '', key = ''] = item.split(':');
    return key === '' ? [] : row('python-semantic-release', path, tomlSpans(key.split('.')));
  }),
];

const listOrText = (value: Json | undefined): readonly string[] =>
  typeof value === 'string' ? value.split(',').map((item) => item.trim()) : textsOf(value);

const row = (tool: string, path: string, spans: Spans | undefined): readonly Row[] =>
  spans === undefined || /[*?[\]{}]/.test(path) ? [] : [[path, { tool, spans }]];

const WRITTEN = String.raw`(v?\d[\w.+!-]*)`;

/** A literal search text with `{current_version}` in it, once; without other text only the version itself is looked for. */
function searchSpans(
  search: Json | undefined,
  current: Json | undefined,
  version: string | undefined,
): Spans | undefined {
  const text = search ?? '{current_version}';
  if (typeof text !== 'string' || typeof current !== 'string') return undefined;
  const [before = '', after, ...more] = text.split('{current_version}');
  if (after === undefined || more.length > 0 || /[{}]/.test(before + after)) return undefined;
  // A tool that starts from another version may no longer be used.
  if (version === undefined || !sameVersion(current, version)) return undefined;
  if (/\w/.test(before + after)) {
    // `version = "` is found in `python-version = "` too.
    const start = /^\w/.test(before) ? String.raw`(?<![\w-])` : '';
    return surest(patternSpans(start + escaped(before) + WRITTEN + escaped(after)), current);
  }
  return patternSpans(`(?<![\\w.])(${escaped(current)})(?![\\w.]*\\w)`);
}

/** Where the tool would find its version, there; else the one place of the pattern, which was left behind. */
const surest =
  (spans: Spans, current: string): Spans =>
  (text) => {
    const all = spans(text);
    const found = all.filter(([start, end]) => text.slice(start, end) === current);
    if (found.length > 0) return found;
    return all.length === 1 ? all : [];
  };

/** Where python-semantic-release finds the version in a text: of `version_variables`' name, or under `version_toml`'s keys. */
export const semanticReleaseSpans = (kind: 'variable' | 'toml', search: string): Spans =>
  kind === 'toml' ? tomlSpans(search.split('.')) : variableSpans(search);

/** How python-semantic-release finds a variable: its name, a sign, and the version, perhaps in quotes. */
const variableSpans = (name: string): Spans =>
  patternSpans(
    `(?<![\\w.])["']?${escaped(name)}["']?[ \\t]*(?::[ \\t]*[\\w.]+[ \\t]*=|:=|==|[:=@])[ \\t]*["']?${WRITTEN}`,
  );

function patternSpans(source: string): Spans {
  const pattern = new RegExp(source, 'dg');
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ indices }) =>
      indices?.[1] === undefined ? [] : [indices[1]],
    );
}

const tomlSpans =
  (keys: readonly string[]): Spans =>
  (text) => {
    const node = tomlDocument('', text).get(...keys);
    if (node?.type !== 'string' || node.escaped) return [];
    const lines = text.split('\n');
    const start =
      lines.slice(0, node.content.line - 1).reduce((sum, line) => sum + line.length + 1, 0) +
      node.content.column -
      1;
    return [[start, start + node.value.length]];
  };

function onLinesWith(
  word: string,
  text: string,
  spans: Spans,
): readonly (readonly [number, number])[] {
  if (word === '') return spans(text);
  return spans(text).filter(([start]) => {
    const from = text.lastIndexOf('\n', start) + 1;
    const to = text.indexOf('\n', start);
    return text.slice(from, to < 0 ? undefined : to).includes(word);
  });
}
