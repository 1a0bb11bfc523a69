import { tomlDocument, tomlValue, type Json, type Place, type TomlDocument } from '@pymaint/core';
import { iniDocument, sameVersion, type SourceTree } from '@pymaint/python';
import { releasePleasePatterns, semanticReleasePatterns } from './release-tools.ts';

/** What a tool that bumps versions looks for in a file. */
export interface BumpPattern {
  /** Where it is configured. */
  readonly place: Place;
  readonly tool: string;
  /** The file that is searched. */
  readonly path: string;
  /** The text that is looked for, the version put in. */
  readonly search: string;
  /** `missing`: there is no such file. */
  readonly found: 'yes' | 'no' | 'missing';
}

type Table = { readonly [key: string]: Json };

const tableOf = (value: Json | undefined): Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : {};

/**
 * The patterns that can be read with certainty: literal ones, of tools that start from `version`. A tool that starts
 * from another version may no longer be used, and is left to the places that it names.
 */
export function bumpPatterns(tree: SourceTree, version: string): readonly BumpPattern[] {
  const toml = (path: string): TomlDocument | undefined => {
    const text = tree.read(path);
    return text === undefined ? undefined : tomlDocument(path, text);
  };
  const pyproject = toml('pyproject.toml');
  const bumpversion = toml('.bumpversion.toml');
  const tbump = toml('tbump.toml');
  const commitizen = toml('.cz.toml');
  return [
    ...(pyproject ? ofBumpversion(tree, pyproject, version) : []),
    ...(bumpversion ? ofBumpversion(tree, bumpversion, version) : []),
    ...['.bumpversion.cfg', 'setup.cfg'].flatMap((path) => ofIni(tree, path, version)),
    ...(pyproject ? ofCommitizen(tree, pyproject, version) : []),
    ...(commitizen ? ofCommitizen(tree, commitizen, version) : []),
    ...(tbump ? ofTbump(tree, tbump, [], version) : []),
    ...(pyproject ? ofTbump(tree, pyproject, ['tool', 'tbump'], version) : []),
    ...semanticReleasePatterns(tree),
    ...releasePleasePatterns(tree),
  ];
}

/** What makes a pattern of bumpversion mean more than its letters, or allows that it matches nothing. */
const SPECIAL = ['regex', 'serialize', 'parse', 'ignore_missing_version', 'ignore_missing_files'];

/** `[[tool.bumpversion.files]]` of bump-my-version. Patterns, globs and other spellings are not read. */
function ofBumpversion(
  tree: SourceTree,
  document: TomlDocument,
  version: string,
): readonly BumpPattern[] {
  const node = document.get('tool', 'bumpversion');
  const files = document.get('tool', 'bumpversion', 'files');
  const all = tableOf(node && tomlValue(node));
  const current = all['current_version'];
  if (files?.type !== 'array' || !startsFrom(current, version)) return [];
  return files.items.flatMap((item) => {
    const own = { ...all, ...tableOf(tomlValue(item)) };
    const filename = own['filename'];
    if (SPECIAL.some((key) => key in own && own[key] !== false)) return [];
    if (typeof filename !== 'string') return [];
    const search = literal(own['search'], current);
    const place = { ...item.range };
    return search === undefined
      ? []
      : [patternIn(tree, place, 'bump-my-version', filename, search)];
  });
}

/** `[bumpversion:file:path]` of bumpversion and bump2version. */
function ofIni(tree: SourceTree, path: string, version: string): readonly BumpPattern[] {
  const text = tree.read(path);
  if (text === undefined || !text.includes('[bumpversion')) return [];
  const document = iniDocument(path, text);
  const current = document.get('bumpversion', 'current_version')?.value;
  const general = document.sections.get('bumpversion')?.options;
  if (!startsFrom(current, version) || SPECIAL.some((key) => general?.has(key) === true)) return [];
  return [...document.sections.values()].flatMap(({ name, nameRange, options }) => {
    const file = /^bumpversion:file(?:\s*\([^)]*\))?:(.+)$/.exec(name)?.[1];
    const search = options.get('search') ?? general?.get('search');
    if (file === undefined || SPECIAL.some((key) => options.has(key))) return [];
    // White space within a value of several lines is not kept by every reader.
    if (search !== undefined && search.lines.length !== 1) return [];
    const wanted = literal(search?.value, current ?? '');
    return wanted === undefined ? [] : [patternIn(tree, nameRange, 'bumpversion', file, wanted)];
  });
}

/** `version_files` of commitizen: `path`, or `path:pattern` for the lines that the pattern is found in. */
function ofCommitizen(
  tree: SourceTree,
  document: TomlDocument,
  version: string,
): readonly BumpPattern[] {
  const node = document.get('tool', 'commitizen', 'version');
  const files = document.get('tool', 'commitizen', 'version_files');
  const current = node && tomlValue(node);
  if (files?.type !== 'array' || !startsFrom(current, version)) return [];
  return files.items.flatMap((item) => {
    if (item.type !== 'string' || /[*?[\]]/.test(item.value)) return [];
    const [path = '', ...rest] = item.value.split(':');
    const pattern = rest.join(':');
    const line = lineTest(pattern, current);
    return line === undefined
      ? []
      : [patternIn(tree, item.content, 'commitizen', path, pattern || current, line)];
  });
}

/** `[[file]]` of tbump: lines that hold the version and in which `search` is found. */
function ofTbump(
  tree: SourceTree,
  document: TomlDocument,
  keys: readonly string[],
  version: string,
): readonly BumpPattern[] {
  const node = document.get(...keys, 'version', 'current');
  const files = document.get(...keys, 'file');
  const current = node && tomlValue(node);
  if (files?.type !== 'array' || !startsFrom(current, version)) return [];
  return files.items.flatMap((item) => {
    const { src, search, version_template: template } = tableOf(tomlValue(item));
    if (typeof src !== 'string' || /[*?[\]]/.test(src) || template !== undefined) return [];
    const pattern = literal(search ?? '', current);
    const line = pattern === undefined ? undefined : lineTest(pattern, current);
    return line === undefined
      ? []
      : [patternIn(tree, item.range, 'tbump', src, pattern || current, line)];
  });
}

const startsFrom = (current: Json | undefined, version: string): current is string =>
  typeof current === 'string' && sameVersion(current, version);

/** A search text with the version put in; undefined where it asks for anything else. */
function literal(search: Json | undefined, current: string): string | undefined {
  if (search === undefined) return current;
  if (typeof search !== 'string') return undefined;
  const put = search.replaceAll('{current_version}', current);
  return /[{}]/.test(put) ? undefined : put;
}

/** Whether a line holds the version and the pattern, where the pattern means the same in every language. */
function lineTest(pattern: string, current: string): ((line: string) => boolean) | undefined {
  if (!/^\^?[\w .:"'=/-]*$/.test(pattern)) return undefined;
  const search = new RegExp(pattern);
  return (line) => line.includes(current) && search.test(line);
}

function patternIn(
  tree: SourceTree,
  place: Place,
  tool: string,
  path: string,
  search: string,
  line?: (line: string) => boolean,
): BumpPattern {
  const text = tree.read(path.replace(/^\.\//, ''));
  const made = { place, tool, path, search };
  if (text === undefined) return { ...made, found: 'missing' };
  const holds = line === undefined ? text.includes(search) : text.split(/\r\n|\r|\n/).some(line);
  // A file with other line ends than the configuration is not surely without it.
  const sure = holds || !search.includes('\n') || !text.includes('\r');
  return { ...made, found: holds || !sure ? 'yes' : 'no' };
}
