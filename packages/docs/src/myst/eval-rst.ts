import { emptyDraft } from '../document.ts';
import { fileOffset, joined } from '../markdown/content.ts';
import type { Lines } from '../markdown/lines.ts';
import type { MarkdownReader } from '../markdown/reader.ts';
import { readRstInto } from '../rst/read-rst.ts';
import { moveDraft } from './move-draft.ts';

/** Reads the content of `{eval-rst}` as reStructuredText; everything in it stands at its place in the file. */
export function embedRst(reader: MarkdownReader, lines: Lines, directive: number): void {
  if (lines.length === 0) return;
  const content = joined(reader.text, lines);
  const draft = emptyDraft();
  readRstInto(draft, content.s, { domain: reader.scope.domain });
  moveDraft(draft, (offset) => fileOffset(content, offset), {
    draft: reader.draft,
    directive,
    tie: (target, heading) => reader.labelled.set(target, heading),
  });
}
