import {
  known,
  lineIndex,
  notApplicable,
  notKnown,
  type Fact,
  type TomlDocument,
  type TomlNode,
} from '@pymaint/core';
import type { ProjectFiles } from '../source-tree.ts';
import { noMetadata } from './metadata.ts';
import type { Entry, EntryLists, Metadata, Readme } from './types.ts';

/**
 * What `[tool.setuptools.dynamic]` reads of files, except the version:
 * https://setuptools.pypa.io/en/latest/userguide/pyproject_config.html#dynamic-metadata
 */
export function setuptoolsDynamic(document: TomlDocument, files: ProjectFiles): Metadata {
  const at = (key: string): TomlNode | undefined =>
    document.get('tool', 'setuptools', 'dynamic', key);
  return {
    ...noMetadata('[tool.setuptools.dynamic] does not name it'),
    dependencies: linesOf(at('dependencies'), files),
    optionalDependencies: extrasOf(at('optional-dependencies'), files),
    classifiers: linesOf(at('classifiers'), files),
    readme: readmeOf(at('readme')),
  };
}

/** The paths under `file`: one, or several. */
function pathsOf(node: TomlNode | undefined): readonly string[] {
  const file = node?.type === 'table' ? node.entries.get('file')?.value : undefined;
  const items = file?.type === 'array' ? file.items : file === undefined ? [] : [file];
  return items.flatMap((item) => (item.type === 'string' ? [item.value] : []));
}

/** The lines of the files without comments, as setuptools takes requirements; options such as `-r` are refused by it. */
function linesOf(node: TomlNode | undefined, files: ProjectFiles): Fact<readonly Entry[]> {
  if (node === undefined) return notApplicable('[tool.setuptools.dynamic] does not name it');
  const entries: Entry[] = [];
  for (const path of pathsOf(node)) {
    const file = files.read(path);
    if (file === undefined) return notKnown(`${files.at(path)} is not in the sources`);
    const index = lineIndex(file.path, file.text);
    let start = 0;
    for (const line of file.text.split('\n')) {
      const text = line.replace(/(^|\s)#.*$/, '').trim();
      const from = start + (line.length - line.trimStart().length);
      if (text !== '') entries.push({ text, place: index.range(from, from + text.length) });
      start += line.length + 1;
    }
  }
  return known(entries, node.range);
}

function extrasOf(node: TomlNode | undefined, files: ProjectFiles): Fact<EntryLists> {
  if (node?.type !== 'table') return notApplicable('[tool.setuptools.dynamic] does not name it');
  const lists = new Map<string, readonly Entry[]>();
  for (const { key, value } of node.entries.values()) {
    const lines = linesOf(value, files);
    if (!lines.known) return lines;
    lists.set(key, lines.value);
  }
  return known(lists, node.range);
}

function readmeOf(node: TomlNode | undefined): Fact<Readme> {
  const [first, ...others] = pathsOf(node);
  if (node === undefined || first === undefined)
    return notApplicable('[tool.setuptools.dynamic] does not name it');
  const path = others.length === 0 ? first : undefined;
  const type = node.type === 'table' ? node.entries.get('content-type')?.value : undefined;
  const contentType = type?.type === 'string' ? type.value : undefined;
  return known({ path, text: undefined, contentType }, node.range);
}
