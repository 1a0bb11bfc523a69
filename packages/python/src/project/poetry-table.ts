import {
  known,
  mapFact,
  notApplicable,
  notKnown,
  type Fact,
  type TomlDocument,
  type TomlNode,
} from '@pymaint/core';
import { canonicalVersion } from '../pep440.ts';
import { noMetadata } from './metadata.ts';
import { readmeOf } from './project-table.ts';
import { entryOf, listAt, mapAt, stringAt } from './toml-entries.ts';
import type { Entry, EntryMap, License, Metadata } from './types.ts';

/** What `[tool.poetry]` declares: https://python-poetry.org/docs/pyproject/ */
export function poetryMetadata(document: TomlDocument): Metadata {
  const at = (key: string): Fact<string> => stringAt(document, 'tool', 'poetry', key);
  const dependencies = dependenciesOf(document);
  return {
    ...noMetadata('[tool.poetry] does not declare it'),
    name: at('name'),
    version: mapFact(at('version'), (written) => ({
      written,
      canonical: canonicalVersion(written),
      form: 'text' as const,
    })),
    description: at('description'),
    requiresPython: pythonOf(document),
    dependencies,
    classifiers: listAt(document, 'tool', 'poetry', 'classifiers'),
    keywords: listAt(document, 'tool', 'poetry', 'keywords'),
    license: mapFact(at('license'), (value): License => ({ form: 'poetry', value })),
    readme: readmeOf(document, 'tool', 'poetry', 'readme'),
    urls: urlsOf(document),
    scripts: mapAt(document, 'tool', 'poetry', 'scripts'),
  };
}

/** `homepage`, `repository` and `documentation`, with the table of further addresses. */
function urlsOf(document: TomlDocument): Fact<EntryMap> {
  const table = document.get('tool', 'poetry');
  if (table === undefined) return notApplicable('there is no [tool.poetry]');
  const plain = (['Homepage', 'Repository', 'Documentation'] as const).flatMap(
    (label): [string, Entry][] => {
      const node = document.get('tool', 'poetry', label.toLowerCase());
      const entry = node && entryOf(node);
      return entry === undefined ? [] : [[label, entry]];
    },
  );
  const more = mapAt(document, 'tool', 'poetry', 'urls');
  return known(new Map([...plain, ...(more.known ? more.value : [])]), table.range);
}

/** The `python` entry among the dependencies, in PEP 440's spelling where poetry's own can be told in it. */
function pythonOf(document: TomlDocument): Fact<string> {
  const node = document.get('tool', 'poetry', 'dependencies', 'python');
  const entry = node && entryOf(node);
  if (entry === undefined) return notApplicable('[tool.poetry.dependencies] has no `python`');
  const text = poetryConstraint(entry.text);
  return text === undefined
    ? notKnown(`\`${entry.text}\` is a constraint of poetry's own`)
    : known(text, entry.place);
}

/** Names with their constraints as requirements, where poetry's spelling can be told in PEP 508's. */
function dependenciesOf(document: TomlDocument): Fact<readonly Entry[]> {
  const node = document.get('tool', 'poetry', 'dependencies');
  if (node === undefined) return notApplicable('there is no [tool.poetry.dependencies]');
  if (node.type !== 'table') return notKnown('`tool.poetry.dependencies` is not a table');
  const entries: Entry[] = [];
  for (const { key, value } of node.entries.values()) {
    if (key.toLowerCase() === 'python' || isOptional(value)) continue;
    const text = requirementOf(key, value);
    if (text === undefined) return notKnown(`\`${key}\` is required in a way of poetry's own`);
    entries.push({ text, place: value.range });
  }
  return known(entries, node.range);
}

const isOptional = (node: TomlNode): boolean => {
  const optional = node.type === 'table' ? node.entries.get('optional')?.value : undefined;
  return optional?.type === 'boolean' && optional.value;
};

function requirementOf(name: string, node: TomlNode): string | undefined {
  const table = node.type === 'table' ? node.entries : undefined;
  const readable = new Set(['version', 'extras', 'optional']);
  if (table !== undefined && [...table.keys()].some((key) => !readable.has(key))) return undefined;
  const version = table === undefined ? node : table.get('version')?.value;
  const extras = table?.get('extras')?.value;
  const constraint = version?.type === 'string' ? poetryConstraint(version.value) : undefined;
  if (constraint === undefined) return undefined;
  const names =
    extras?.type === 'array' ? extras.items.flatMap((item) => entryOf(item)?.text ?? []) : [];
  return `${name}${names.length === 0 ? '' : `[${names.join(',')}]`}${constraint}`;
}

/**
 * Poetry's carets and tildes as PEP 440 specifiers: `^3.8` is `>=3.8,<4.0`. Undefined for alternatives (`||`),
 * which PEP 440 does not have.
 */
export function poetryConstraint(constraint: string): string | undefined {
  if (constraint.includes('|')) return undefined;
  const parts = constraint.split(',').map((part) => onePart(part.trim()));
  return parts.includes(undefined) ? undefined : parts.filter((part) => part !== '').join(',');
}

function onePart(part: string): string | undefined {
  if (part === '*' || part === '') return '';
  const match = /^(\^|~=|~|===|==|!=|<=|>=|<|>|=)?\s*(\d[\w.*+!-]*)$/.exec(part);
  if (match === null) return undefined;
  const [, operator, version = ''] = match;
  if (operator === '^') return `>=${version},<${nextCaret(version)}`;
  if (operator === '~') return `>=${version},<${nextTilde(version)}`;
  return `${operator === undefined || operator === '=' ? '==' : operator}${version}`;
}

const numbersOf = (version: string): readonly number[] =>
  (/^\d+(\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);

/** The first number that is not zero goes up; the others become zero. */
function nextCaret(version: string): string {
  const numbers = numbersOf(version);
  const first = numbers.findIndex((number) => number !== 0);
  const at = first < 0 ? numbers.length - 1 : first;
  return numbers
    .map((number, position) => (position < at ? number : position === at ? number + 1 : 0))
    .join('.');
}

/** `~1.2.3` and `~1.2` allow patches, `~1` allows minor releases. */
function nextTilde(version: string): string {
  const numbers = numbersOf(version);
  const at = Math.min(1, numbers.length - 1);
  return numbers
    .map((number, position) => (position < at ? number : position === at ? number + 1 : 0))
    .join('.');
}
