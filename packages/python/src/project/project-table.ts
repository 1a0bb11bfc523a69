import {
  known,
  mapFact,
  notApplicable,
  notKnown,
  type Fact,
  type TomlDocument,
} from '@pymaint/core';
import { canonicalVersion } from '../pep440.ts';
import { noMetadata } from './metadata.ts';
import { entryOf, listAt, listsAt, mapAt, stringAt } from './toml-entries.ts';
import type { Entry, EntryLists, License, Metadata, Readme } from './types.ts';

/**
 * What `[project]` declares (PEP 621, PEP 639):
 * https://packaging.python.org/en/latest/specifications/pyproject-toml/
 */
export function projectTableMetadata(document: TomlDocument): Metadata {
  const at = (...keys: readonly string[]): Fact<string> => stringAt(document, 'project', ...keys);
  const list = (key: string): Fact<readonly Entry[]> => listAt(document, 'project', key);
  return {
    ...noMetadata(`[project] does not declare it`),
    name: at('name'),
    version: mapFact(at('version'), (written) => ({
      written,
      canonical: canonicalVersion(written),
      form: 'text' as const,
    })),
    description: at('description'),
    requiresPython: at('requires-python'),
    dependencies: list('dependencies'),
    optionalDependencies: listsAt(document, 'project', 'optional-dependencies'),
    classifiers: list('classifiers'),
    keywords: list('keywords'),
    license: licenseOf(document),
    licenseFiles: list('license-files'),
    readme: readmeOf(document),
    urls: mapAt(document, 'project', 'urls'),
    scripts: mapAt(document, 'project', 'scripts'),
    guiScripts: mapAt(document, 'project', 'gui-scripts'),
    entryPoints: entryPointsOf(document),
  };
}

function licenseOf(document: TomlDocument): Fact<License> {
  const node = document.get('project', 'license');
  if (node === undefined) return notApplicable('[project] has no `license`');
  const expression = entryOf(node);
  if (expression !== undefined)
    return known({ form: 'expression', value: expression.text }, expression.place);
  for (const form of ['text', 'file'] as const) {
    const value = document.get('project', 'license', form);
    const entry = value && entryOf(value);
    if (entry !== undefined) return known({ form, value: entry.text }, entry.place);
  }
  return notKnown('`project.license` is neither an expression nor a table of `text` or `file`');
}

/** A path, or a table of `file` or `text` with its content type. */
export function readmeOf(document: TomlDocument, ...keys: readonly string[]): Fact<Readme> {
  const at = keys.length === 0 ? ['project', 'readme'] : keys;
  const node = document.get(...at);
  if (node === undefined) return notApplicable(`${document.path} has no \`${at.join('.')}\``);
  const path = entryOf(node);
  if (path !== undefined)
    return known({ path: path.text, text: undefined, contentType: undefined }, path.place);
  const part = (key: string): Entry | undefined => {
    const value = document.get(...at, key);
    return value && entryOf(value);
  };
  const [file, text] = [part('file'), part('text')];
  const place = file?.place ?? text?.place;
  if (place === undefined) return notKnown(`\`${at.join('.')}\` has neither \`file\` nor \`text\``);
  const contentType = part('content-type')?.text;
  return known({ path: file?.text, text: text?.text, contentType }, place);
}

/** `[project.entry-points.group]` tables, each entry as `name = object`. */
function entryPointsOf(document: TomlDocument): Fact<EntryLists> {
  const node = document.get('project', 'entry-points');
  if (node === undefined) return notApplicable('[project] has no `entry-points`');
  if (node.type !== 'table') return notKnown('`project.entry-points` is not a table');
  const groups = [...node.entries.values()].map(({ key, value }): [string, readonly Entry[]] => [
    key,
    value.type !== 'table'
      ? []
      : [...value.entries.values()].flatMap((point) => {
          const entry = entryOf(point.value);
          return entry ? [{ text: `${point.key} = ${entry.text}`, place: entry.place }] : [];
        }),
  ]);
  return known(new Map(groups), node.range);
}

/** `[dependency-groups]` (PEP 735); an include keeps its table's form. */
export function dependencyGroupsOf(document: TomlDocument): Fact<EntryLists> {
  const node = document.get('dependency-groups');
  if (node === undefined) return notApplicable(`${document.path} has no \`[dependency-groups]\``);
  if (node.type !== 'table') return notKnown('`dependency-groups` is not a table');
  const groups = [...node.entries.values()].map(({ key, value }): [string, readonly Entry[]] => [
    key,
    value.type !== 'array'
      ? []
      : value.items.flatMap((item) => {
          if (item.type !== 'table') return entryOf(item) ?? [];
          const include = item.entries.get('include-group')?.value;
          return include?.type === 'string'
            ? [{ text: `{include-group = "${include.value}"}`, place: item.range }]
            : [];
        }),
  ]);
  return known(new Map(groups), node.range);
}
