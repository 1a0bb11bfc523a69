import { type Document, type Draft, emptyDraft, finishDocument } from '../document.ts';
import { newScope } from '../directives/scope.ts';
import { readBody } from './body.ts';
import type { Reader } from './reader.ts';
import { fileSource } from './source.ts';

/** What of a document the project decides. */
export interface RstOptions {
  /** Sphinx's `primary_domain`; `py` by default. */
  readonly domain?: string;
}

/**
 * Reads reStructuredText by docutils' rules, with the directives of docutils and Sphinx; the content of a
 * directive that is not known is taken for markup. Total: whatever the text, there is a document, and what
 * could not be read is among its problems. Time and memory are linear in the text.
 */
export function readRst(path: string, text: string, options: RstOptions = {}): Document {
  const draft = emptyDraft();
  readRstInto(draft, text, options);
  return finishDocument(path, 'rst', text, draft);
}

/** As {@link readRst}, into a draft. */
export function readRstInto(draft: Draft, text: string, options: RstOptions = {}): void {
  const reader: Reader = {
    draft,
    text,
    depth: 0,
    directive: -1,
    titleStyles: [],
    level: 0,
    outer: undefined,
    sections: true,
    labels: [],
    bodySeen: false,
    scope: newScope(),
    body: (source, first, end, titles) => {
      readBody(reader, source, first, end, titles);
    },
  };
  reader.scope.domain = options.domain ?? 'py';
  const source = fileSource(text);
  readBody(reader, source, 0, source.count, true);
}
