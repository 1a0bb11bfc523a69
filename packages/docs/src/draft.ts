import { lineIndex, type LineIndex } from '@pymaint/core';
import type { Document, Format } from './document.ts';
import type {
  CodeBlock,
  Comment,
  Directive,
  Field,
  FileUse,
  Heading,
  Link,
  Problem,
  Reference,
  Slip,
  Target,
  Toctree,
} from './items.ts';

/** A document being read: the lists may still grow. Give it to {@link finishDocument}. */
export interface Draft {
  readonly headings: Heading[];
  readonly targets: Target[];
  readonly references: Reference[];
  readonly links: Link[];
  readonly files: FileUse[];
  readonly toctrees: Toctree[];
  readonly code: CodeBlock[];
  readonly directives: Directive[];
  readonly comments: Comment[];
  readonly fields: Field[];
  readonly slips: Slip[];
  readonly problems: Problem[];
}

/** A draft that holds nothing yet. */
export const emptyDraft = (): Draft => ({
  headings: [],
  targets: [],
  references: [],
  links: [],
  files: [],
  toctrees: [],
  code: [],
  directives: [],
  comments: [],
  fields: [],
  slips: [],
  problems: [],
});

/** The finished document. `lines` defaults to the lines of `text` itself. */
export function finishDocument(
  path: string,
  format: Format,
  text: string,
  draft: Draft,
  lines: () => LineIndex = () => lineIndex(path, text),
): Document {
  let made: LineIndex | undefined;
  return { path, format, text, lines: () => (made ??= lines()), ...draft };
}
