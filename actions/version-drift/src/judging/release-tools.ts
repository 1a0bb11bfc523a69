import { lineIndex, tomlDocument, type TomlNode, type TomlString } from '@pymaint/core';
import { semanticReleaseSpans, type SourceTree } from '@pymaint/python';
import type { BumpPattern } from './bump-patterns.ts';

/** True where a workflow runs the tool: its configuration is in use, and was not merely left behind. */
function isRun(tree: SourceTree, name: RegExp): boolean {
  return tree
    .list()
    .some(
      (path) =>
        /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) && name.test(tree.read(path) ?? ''),
    );
}

/**
 * `version_variables` and `version_toml` of python-semantic-release, which says nothing where a pattern matches nothing. Read
 * where a workflow runs the tool.
 */
export function semanticReleasePatterns(tree: SourceTree): readonly BumpPattern[] {
  const path = 'pyproject.toml';
  const text = tree.read(path);
  if (text?.includes('semantic_release') !== true) return [];
  const items = ['version_variables', 'version_toml'].flatMap((key) =>
    stringsOf(tomlDocument(path, text).get('tool', 'semantic_release', key)).map((item) => ({
      item,
      key,
    })),
  );
  if (items.length === 0 || !isRun(tree, /python-semantic-release|semantic-release\b/)) return [];
  return items.flatMap(({ item, key }): readonly BumpPattern[] => {
    const [file = '', search = ''] = item.value.split(':');
    if (search === '' || /[*?{}]/.test(file)) return [];
    const own = tree.read(file);
    const spans = semanticReleaseSpans(key === 'version_toml' ? 'toml' : 'variable', search);
    const found = own === undefined ? 'missing' : spans(own).length > 0 ? 'yes' : 'no';
    return [{ place: item.content, tool: 'python-semantic-release', path: file, search, found }];
  });
}

const stringsOf = (node: TomlNode | undefined): readonly TomlString[] =>
  node?.type === 'array' ? node.items.filter((item) => item.type === 'string') : [];

/** Files that release-please changes by their keys, not by annotations. */
const BY_KEY = /\.(json|ya?ml|toml|xml)$/;

/**
 * `extra-files` of release-please: a file that is named alone is left as it is, without a word, where it has no annotation
 * (`x-release-please-…`). Read where a workflow runs the tool.
 */
export function releasePleasePatterns(tree: SourceTree): readonly BumpPattern[] {
  const path = 'release-please-config.json';
  const text = tree.read(path);
  if (text === undefined || !isRun(tree, /release-please/)) return [];
  const index = lineIndex(path, text);
  const lists = text.matchAll(/"extra-files"\s*:\s*\[([^\]]*)\]/dg);
  return [...lists].flatMap(({ 1: list = '', indices }) => {
    const start = indices?.[1]?.[0] ?? 0;
    // Objects name a kind of file and its keys.
    const plain = list.replace(/\{[^}]*\}/g, (object) => ' '.repeat(object.length));
    return [...plain.matchAll(/"([^"\\]+)"/g)].flatMap((match): readonly BumpPattern[] => {
      const file = (match[1] ?? '').replace(/^\//, '');
      if (BY_KEY.test(file) || /[*?{}]/.test(file)) return [];
      const own = tree.read(file);
      const at = start + match.index + 1;
      return [
        {
          place: index.range(at, at + (match[1] ?? '').length),
          tool: 'release-please',
          path: file,
          search: 'x-release-please-',
          found: own === undefined ? 'missing' : own.includes('x-release-please-') ? 'yes' : 'no',
        },
      ];
    });
  });
}
