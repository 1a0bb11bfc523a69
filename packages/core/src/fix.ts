import { lineIndex } from './line-index.ts';
import type { Range } from './place.ts';

/** Replaces the text in `range`, which must still be `oldText`, by `newText`. */
export interface TextEdit {
  readonly range: Range;
  readonly oldText: string;
  readonly newText: string;
}

/** A remedy that a machine can apply. */
export interface Fix {
  /** What it does, in the imperative: "Add the date". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** False where a person should look at it first; `pymaint fix` applies safe fixes only. Default true. */
  readonly safe?: boolean;
}

/** What became of a text: the new text, and the edits that no longer fitted it. */
export interface Edited {
  readonly text: string;
  readonly applied: readonly TextEdit[];
  readonly refused: readonly TextEdit[];
}

/**
 * Applies edits to one file's text, changing no other character. An edit is refused where the text in its
 * range is not `oldText` any more, or where it overlaps an edit that stands before it; the others still apply.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): Edited {
  const index = lineIndex('', text);
  const located = edits
    .map((edit) => ({
      edit,
      start: index.offset(edit.range.line, edit.range.column),
      end: index.offset(edit.range.endLine, edit.range.endColumn),
    }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const applied: TextEdit[] = [];
  const refused: TextEdit[] = [];
  const parts: string[] = [];
  let done = 0;
  for (const { edit, start, end } of located) {
    if (start < done || text.slice(start, end) !== edit.oldText) {
      refused.push(edit);
      continue;
    }
    parts.push(text.slice(done, start), edit.newText);
    done = end;
    applied.push(edit);
  }
  parts.push(text.slice(done));
  return { text: parts.join(''), applied, refused };
}
