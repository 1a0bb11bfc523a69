import { type Event, EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';
import type { Span } from './document.ts';

/**
 * YAML with places. Keys that are no scalars, and what an alias stands for, are not looked into: such an entry
 * is left out, such a value is an empty scalar.
 */
export type YamlNode =
  | { readonly kind: 'scalar'; readonly value: string; readonly span: Span; readonly tag: string }
  | {
      readonly kind: 'sequence';
      readonly items: readonly YamlNode[];
      readonly span: Span;
      readonly tag: string;
    }
  | {
      readonly kind: 'mapping';
      readonly entries: readonly YamlEntry[];
      readonly span: Span;
      readonly tag: string;
    };

/** A key of a mapping and its value. */
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: YamlNode;
}

/** What was read, or where and why it could not be. */
export type YamlResult =
  | { readonly ok: true; readonly root: YamlNode | undefined }
  | { readonly ok: false; readonly message: string; readonly offset: number };

/**
 * Reads the first document of a YAML text by js-yaml's events, which hold offsets. Any tag is taken
 * (`!ENV`, `!!python/name:…`), and every scalar is text as written, quotes and escapes undone.
 */
export function readYaml(text: string): YamlResult {
  try {
    const reading: Reading = { text, events: parseEvents(text, {}), at: 0 };
    return { ok: true, root: readDocument(reading) };
  } catch (error) {
    const mark = (error as { readonly mark?: { readonly position?: number } }).mark;
    const reason = (error as { readonly reason?: string }).reason ?? 'it cannot be read';
    return { ok: false, message: reason, offset: mark?.position ?? 0 };
  }
}

/** The value of a key of a mapping, if it is one and has it. */
export const yamlGet = (node: YamlNode | undefined, key: string): YamlNode | undefined =>
  node?.kind === 'mapping' ? node.entries.findLast((entry) => entry.key === key)?.value : undefined;

interface Reading {
  readonly text: string;
  readonly events: readonly Event[];
  at: number;
}

function readDocument(reading: Reading): YamlNode | undefined {
  const first = reading.events[reading.at];
  if (first?.type === EVENT_ID.DOCUMENT) reading.at += 1;
  return readNode(reading, 0);
}

const MAX_DEPTH = 200;

/** The next node, or undefined where the collection around it ends. */
function readNode(reading: Reading, depth: number): YamlNode | undefined {
  const event = reading.events[reading.at];
  if (event === undefined) return undefined;
  reading.at += 1;
  switch (event.type) {
    case EVENT_ID.SCALAR: {
      const { valueStart, valueEnd } = event;
      const value = getScalarValue(reading.text, event);
      return {
        kind: 'scalar',
        value,
        span: { start: valueStart, end: valueEnd },
        tag: tagOf(reading, event),
      };
    }
    case EVENT_ID.ALIAS:
      return {
        kind: 'scalar',
        value: '',
        span: { start: event.anchorStart, end: event.anchorEnd },
        tag: '',
      };
    case EVENT_ID.SEQUENCE: {
      const items = readItems(reading, depth);
      return {
        kind: 'sequence',
        items,
        span: spanOf(event.start, items),
        tag: tagOf(reading, event),
      };
    }
    case EVENT_ID.MAPPING: {
      const nodes = readItems(reading, depth);
      return {
        kind: 'mapping',
        entries: pairs(nodes),
        span: spanOf(event.start, nodes),
        tag: tagOf(reading, event),
      };
    }
    case EVENT_ID.DOCUMENT:
    case EVENT_ID.POP:
      return undefined;
  }
}

const tagOf = (
  { text }: Reading,
  { tagStart, tagEnd }: { tagStart: number; tagEnd: number },
): string => (tagStart < 0 ? '' : text.slice(tagStart, tagEnd));

const spanOf = (start: number, nodes: readonly YamlNode[]): Span => ({
  start,
  end: Math.max(start, nodes.at(-1)?.span.end ?? start),
});

function readItems(reading: Reading, depth: number): readonly YamlNode[] {
  const nodes: YamlNode[] = [];
  if (depth >= MAX_DEPTH) return skipItems(reading);
  for (
    let node = readNode(reading, depth + 1);
    node !== undefined;
    node = readNode(reading, depth + 1)
  )
    nodes.push(node);
  return nodes;
}

/** Passes over a collection that lies too deep to be of use. */
function skipItems(reading: Reading): readonly YamlNode[] {
  for (let open = 1; open > 0 && reading.at < reading.events.length; reading.at += 1) {
    const type = reading.events[reading.at]?.type;
    if (type === EVENT_ID.POP) open -= 1;
    else if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) open += 1;
  }
  return [];
}

function pairs(nodes: readonly YamlNode[]): readonly YamlEntry[] {
  const entries: YamlEntry[] = [];
  for (let n = 0; n + 1 < nodes.length; n += 2) {
    const key = nodes[n];
    const value = nodes[n + 1];
    if (key?.kind === 'scalar' && value !== undefined)
      entries.push({ key: key.value, keySpan: key.span, value });
  }
  return entries;
}
