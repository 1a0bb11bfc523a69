import { lineIndex, type LineIndex } from '@pymaint/core';
import { readYaml, yamlGet, type YamlEntry, type YamlNode } from '@pymaint/docs';
import type { IdToken, Job, Settings, Step, Text, Workflow } from './model.ts';

interface Source {
  readonly text: string;
  readonly index: LineIndex;
}

/** Reads a workflow file; undefined where it is no YAML mapping with jobs, which GitHub itself reports. */
export function readWorkflow(path: string, text: string): Workflow | undefined {
  const read = readYaml(text);
  if (!read.ok || read.root?.kind !== 'mapping') return undefined;
  const source: Source = { text, index: lineIndex(path, text) };
  const { root } = read;
  const jobs = yamlGet(root, 'jobs');
  if (jobs?.kind !== 'mapping') return undefined;
  const outer = idTokenOf(root, source);
  const workingDirectory = yamlGet(yamlGet(yamlGet(root, 'defaults'), 'run'), 'working-directory');
  return {
    path,
    events: eventsOf(yamlGet(root, 'on'), source),
    env: settingsOf(yamlGet(root, 'env'), source),
    jobs: jobs.entries.map((entry) => jobOf(entry, outer, source)),
    paths: [
      ...filtersOf(root, 'paths'),
      ...textsOf(workingDirectory).map((path) => `${path.replace(/\/$/, '')}/*`),
    ],
    tags: filtersOf(root, 'tags'),
  };
}

/** The patterns of one filter, of whatever event. */
function filtersOf(root: YamlNode, filter: 'paths' | 'tags'): readonly string[] {
  const on = yamlGet(root, 'on');
  return on?.kind === 'mapping'
    ? on.entries.flatMap(({ value }) => textsOf(yamlGet(value, filter)))
    : [];
}

/** A text, or those of a list. */
const textsOf = (node: YamlNode | undefined): readonly string[] =>
  node?.kind === 'sequence'
    ? node.items.flatMap(textsOf)
    : node?.kind === 'scalar' && node.value !== ''
      ? [node.value]
      : [];

const jobOf = ({ key, keySpan, value }: YamlEntry, outer: IdToken, source: Source): Job => {
  const own = idTokenOf(value, source);
  const steps = yamlGet(value, 'steps');
  return {
    id: { text: key, place: source.index.range(keySpan.start, keySpan.end) },
    // A job's own permissions replace the workflow's as a whole.
    idToken: own.kind === 'unset' ? outer : own,
    env: settingsOf(yamlGet(value, 'env'), source),
    steps: steps?.kind === 'sequence' ? steps.items.map((step) => stepOf(step, source)) : [],
    needs: textsOf(yamlGet(value, 'needs')),
    raw: source.text.slice(value.span.start, value.span.end),
  };
};

function stepOf(node: YamlNode, source: Source): Step {
  const { text, index } = source;
  const run = yamlGet(node, 'run');
  const uses = yamlGet(node, 'uses');
  return {
    uses: uses?.kind === 'scalar' ? textOf(uses, source) : undefined,
    run:
      run?.kind === 'scalar'
        ? {
            raw: text.slice(run.span.start, run.span.end),
            at: (start, end) => index.range(run.span.start + start, run.span.start + end),
          }
        : undefined,
    with: settingsOf(yamlGet(node, 'with'), source),
    env: settingsOf(yamlGet(node, 'env'), source),
  };
}

/** `on: push`, `on: [push, release]` and `on: {push: …}`. */
function eventsOf(node: YamlNode | undefined, source: Source): readonly Text[] {
  if (node?.kind === 'scalar') return node.value === '' ? [] : [textOf(node, source)];
  if (node?.kind === 'sequence') return node.items.flatMap((item) => eventsOf(item, source));
  return (node?.entries ?? []).map(({ key, keySpan }) => ({
    text: key,
    place: source.index.range(keySpan.start, keySpan.end),
  }));
}

/** By the table of permissions in GitHub’s workflow syntax: what a mapping does not name, it denies. */
function idTokenOf(node: YamlNode, { index }: Source): IdToken {
  const entry =
    node.kind === 'mapping' ? node.entries.findLast(({ key }) => key === 'permissions') : undefined;
  if (entry === undefined) return { kind: 'unset' };
  const place = index.range(entry.keySpan.start, entry.keySpan.end);
  const { value } = entry;
  if (value.kind === 'mapping') {
    const own = value.entries.findLast(({ key }) => key === 'id-token')?.value;
    if (own === undefined) return { kind: 'denied', place };
    if (own.kind !== 'scalar' || !/^(?:write|read|none)$/.test(own.value))
      return { kind: 'unknown' };
    return { kind: own.value === 'write' ? 'granted' : 'denied', place };
  }
  if (value.kind !== 'scalar') return { kind: 'unknown' };
  if (value.value === 'write-all') return { kind: 'granted', place };
  return value.value === 'read-all' ? { kind: 'denied', place } : { kind: 'unknown' };
}

function settingsOf(node: YamlNode | undefined, source: Source): Settings {
  if (node === undefined) return { complete: true, entries: new Map() };
  if (node.kind !== 'mapping') return { complete: false, entries: new Map() };
  const texts = node.entries.flatMap(({ key, keySpan, value }) =>
    value.kind === 'scalar'
      ? [
          [
            key.toLowerCase(),
            {
              key: { text: key, place: source.index.range(keySpan.start, keySpan.end) },
              value: textOf(value, source),
            },
          ] as const,
        ]
      : [],
  );
  const complete = node.entries.every(
    ({ key, value }) => key !== '<<' && value.kind === 'scalar' && !isAlias(value, source),
  );
  return { complete, entries: new Map(texts) };
}

const isAlias = ({ span }: YamlNode, { text }: Source): boolean => text[span.start - 1] === '*';

const textOf = (
  { value, span }: Extract<YamlNode, { kind: 'scalar' }>,
  { index }: Source,
): Text => ({ text: value, place: index.range(span.start, span.end) });
