import { known, notApplicable, notKnown, type Fact, type Range } from '@pymaint/core';
import { attributeReading, findModule } from '../project/attribute.ts';
import { reading, type VersionReading } from '../project/declared.ts';
import { noMetadata } from '../project/metadata.ts';
import type { Entry, EntryLists, EntryMap, License, Metadata, Readme } from '../project/types.ts';
import { versionOfValue } from '../project/version-value.ts';
import { callArguments } from '../source/evaluate.ts';
import { callsOf, pythonModule, type PyModule } from '../source/module.ts';
import { assignmentsIn, isChanged, scopeAt } from '../source/local-scope.ts';
import { childNamed, children, dottedName, enclosing, type Node } from '../source/syntax.ts';
import type { PyValue } from '../source/values.ts';
import type { ProjectFiles, SourceFile } from '../source-tree.ts';
import { pointedFile } from './setup-py-pointer.ts';
import { vcsReading } from './vcs.ts';

/** A setup.py as far as it can be read; it is never run. */
export interface SetupPy {
  readonly path: string;
  /** False where the call may be given more than can be seen. */
  readonly complete: boolean;
  readonly metadata: Metadata;
  /** Undefined where the call of `setup` gives no version. */
  readonly version: (files: ProjectFiles) => VersionReading | undefined;
}

/** Reads the call of `setup(…)` in a setup.py; undefined where there is none. */
export function readSetupPy(file: SourceFile): SetupPy | undefined {
  const module = pythonModule(file.path, file.text);
  const call = callsOf(module, 'setup').at(-1);
  if (call === undefined) return undefined;
  const { keywords, complete: read } = callArguments(call, scopeAt(module, call));
  const starred = starredName(module, call);
  const complete = read && (starred === undefined || !isChanged(module, starred));
  const place = module.scope.index.range(call.from, call.to);
  return {
    path: file.path,
    complete,
    metadata: setupMetadata(keywords, file.path),
    version: (files) => setupVersion(module, call, keywords, files, place),
  };
}

/** https://setuptools.pypa.io/en/latest/references/keywords.html */
function setupMetadata(keywords: ReadonlyMap<string, PyValue>, path: string): Metadata {
  const absent = notApplicable(`${path} does not give it`);
  function fact<T>(keyword: string, read: (value: PyValue) => T | undefined): Fact<T> {
    const value = keywords.get(keyword);
    if (value === undefined || (value.type === 'constant' && value.value === null)) return absent;
    const found = read(value);
    const why = value.type === 'unknown' ? value.why : `it is computed`;
    return found === undefined ? notKnown(`${path}: ${why}`) : known(found, placeOf(value));
  }
  const points = fact('entry_points', (value) => listsOf(value));
  return {
    ...noMetadata(`${path} does not give it`),
    name: fact('name', text),
    description: fact('description', text),
    requiresPython: fact('python_requires', text),
    dependencies: fact('install_requires', entries),
    optionalDependencies: fact('extras_require', listsOf),
    classifiers: fact('classifiers', entries),
    keywords: fact('keywords', entries),
    license: fact('license', (value): License | undefined =>
      value.type === 'string' ? { form: 'setuptools', value: value.value } : undefined,
    ),
    licenseFiles: fact('license_files', entries),
    readme: fact('long_description', (value) => readmeOf(value, keywords)),
    urls: fact('project_urls', mapOf),
    scripts: scriptsOf(points, 'console_scripts'),
    guiScripts: scriptsOf(points, 'gui_scripts'),
    entryPoints: points,
  };
}

const placeOf = (value: PyValue): Range =>
  value.type === 'string' ? (value.content ?? value.range) : value.range;

const text = (value: PyValue): string | undefined =>
  value.type === 'string' ? value.value : undefined;

const asEntry = (value: PyValue): Entry | undefined =>
  value.type === 'string' ? { text: value.value, place: placeOf(value) } : undefined;

/** A list of texts, or one text with a line for each. Undefined where any of them cannot be read. */
function entries(value: PyValue): readonly Entry[] | undefined {
  if (value.type === 'string')
    return value.value
      .split('\n')
      .flatMap((line) =>
        line.trim() === '' ? [] : [{ text: line.trim(), place: placeOf(value) }],
      );
  if (!('items' in value)) return undefined;
  const found = value.items.map(asEntry);
  return found.every((entry) => entry !== undefined) ? found : undefined;
}

function pairsOf<T>(
  value: PyValue,
  read: (value: PyValue) => T | undefined,
): ReadonlyMap<string, T> | undefined {
  if (value.type !== 'dict' || !value.complete) return undefined;
  const pairs = new Map<string, T>();
  for (const { key, value: inner } of value.entries) {
    const found = read(inner);
    if (key.type !== 'string' || found === undefined) return undefined;
    pairs.set(key.value, found);
  }
  return pairs;
}

const listsOf = (value: PyValue): EntryLists | undefined => pairsOf(value, entries);
const mapOf = (value: PyValue): EntryMap | undefined => pairsOf(value, asEntry);

const readmeOf = (value: PyValue, keywords: ReadonlyMap<string, PyValue>): Readme | undefined => {
  const type = keywords.get('long_description_content_type');
  const contentType = type && text(type);
  return value.type === 'string' ? { path: undefined, text: value.value, contentType } : undefined;
};

function scriptsOf(points: Fact<EntryLists>, group: string): Fact<EntryMap> {
  if (!points.known) return points;
  const lines = points.value.get(group);
  if (lines === undefined) return notApplicable(`it has no \`${group}\``);
  const pairs = lines.flatMap(({ text: line, place }): [string, Entry][] => {
    const at = line.indexOf('=');
    return at < 0 ? [] : [[line.slice(0, at).trim(), { text: line.slice(at + 1).trim(), place }]];
  });
  return known(new Map(pairs), points.place);
}

/** Keywords of plugins that make the version of tags. */
const VCS_KEYWORDS: { readonly [keyword: string]: string } = {
  use_scm_version: 'setuptools-scm',
  pbr: 'pbr',
  setuptools_git_versioning: 'setuptools-git-versioning',
  use_incremental: 'incremental',
};

function setupVersion(
  module: PyModule,
  call: Node,
  keywords: ReadonlyMap<string, PyValue>,
  files: ProjectFiles,
  place: Range,
): VersionReading | undefined {
  const vcs = Object.keys(VCS_KEYWORDS).find((keyword) => keywords.has(keyword));
  const by = VCS_KEYWORDS[vcs ?? ''];
  if (by !== undefined && vcs !== 'use_incremental')
    return vcsReading(by, keywords.get(vcs ?? '')?.range ?? place);
  const value = keywords.get('version');
  if (
    value === undefined ||
    (value.type === 'constant' && value.value === null && keywordNode(module, call) === undefined)
  )
    return undefined;
  const pointer = value.range;
  if (value.type === 'string')
    return reading('static', 'setuptools', pointer, placeOf(value).path, versionOfValue(value));
  if (value.type === 'call' && /(^|\.)versioneer\.get_version$|^versioneer/.test(value.callee))
    return vcsReading('versioneer', pointer);
  if (value.type === 'imported') {
    if (value.module === 'versioneer') return vcsReading('versioneer', pointer);
    const [name, ...rest] = [...value.attributes];
    const path = findModule(files, value.module, ['', 'src']);
    if (path !== undefined && name !== undefined)
      return attributeReading(files, path, [name, ...rest], 'setuptools', pointer);
  }
  const expression = keywordNode(module, call);
  const pointed = expression && pointedFile(module, expression, files);
  if (pointed !== undefined) {
    const read = attributeReading(files, pointed.path, [pointed.name], 'setuptools', pointer);
    return read.version.known && read.source.kind === 'attr'
      ? { ...read, source: { ...read.source, kind: 'regex' } }
      : read;
  }
  const why = value.type === 'unknown' ? value.why : 'it is computed';
  return reading(
    'computed',
    'setuptools',
    pointer,
    module.path,
    notKnown(`${module.path}: ${why}`),
  );
}

/** The expression behind `version=`, also of a dictionary that `setup(**name)` takes. */
function keywordNode(module: PyModule, call: Node): Node | undefined {
  const own = keywordIn(call, 'version', module);
  if (own !== undefined) return own;
  const name = starredName(module, call);
  if (name === undefined) return undefined;
  const within = enclosing(call, 'FunctionDefinition');
  const local = within && assignmentsIn(module, within, name)[0];
  const expression = local ?? module.binding(name)?.expression;
  return expression?.name === 'CallExpression'
    ? keywordIn(expression, 'version', module)
    : undefined;
}

/** `kwargs` of `setup(**kwargs)`. */
function starredName(module: PyModule, call: Node): string | undefined {
  const parts = children(childNamed(call, 'ArgList') ?? null);
  const at = parts.findIndex(({ name }) => name === '**');
  const starred = at < 0 ? undefined : parts[at + 1];
  return starred && dottedName(starred, module.text);
}

function keywordIn(call: Node, keyword: string, { text: source }: PyModule): Node | undefined {
  const parts = children(childNamed(call, 'ArgList') ?? null);
  const at = parts.findIndex(
    (part, position) =>
      part.name === 'VariableName' &&
      source.slice(part.from, part.to) === keyword &&
      parts[position + 1]?.name === 'AssignOp',
  );
  return at < 0 ? undefined : parts[at + 2];
}
