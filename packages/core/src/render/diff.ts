import { applyEdits, type Fix, type TextEdit } from '../fix.ts';
import { groupBy } from '../group-by.ts';
import { splitLines, type Sources } from './source-lines.ts';

/**
 * A fix as a diff to look at: for each file its path, then the lines that go and those that come. Where a
 * file's text is not at hand the edited text alone is shown. '' where nothing changes.
 */
export function fixDiff(fix: Fix, sources: Sources): string {
  const files = groupBy(fix.edits, ({ range }) => range.path);
  return [...files]
    .map(([path, edits]) => fileDiff(path, edits, sources(path)))
    .filter((diff) => diff !== '')
    .join('\n');
}

function fileDiff(path: string, edits: readonly TextEdit[], text: string | undefined): string {
  const hunks =
    text === undefined
      ? edits.map(({ range, oldText, newText }) => hunk(range.line, oldText, newText))
      : clustersOf(edits).map((cluster) => clusterHunk(cluster, text));
  const shown = hunks.filter((lines) => lines !== '');
  return shown.length === 0 ? '' : [`--- a/${path}`, `+++ b/${path}`, ...shown].join('\n');
}

/** Edits whose lines touch belong to one hunk. */
function clustersOf(edits: readonly TextEdit[]): readonly (readonly TextEdit[])[] {
  const clusters: TextEdit[][] = [];
  let end = 0;
  for (const edit of edits.toSorted((a, b) => a.range.line - b.range.line)) {
    const last = clusters.at(-1);
    if (last !== undefined && edit.range.line <= end) last.push(edit);
    else clusters.push([edit]);
    end = Math.max(end, edit.range.endLine);
  }
  return clusters;
}

function clusterHunk(edits: readonly TextEdit[], text: string): string {
  const lines = splitLines(text);
  const first = Math.min(...edits.map(({ range }) => range.line));
  const last = Math.max(...edits.map(({ range }) => range.endLine));
  const old = lines.slice(first - 1, last).join('\n');
  const moved = edits.map((edit) => ({ ...edit, range: moveUp(edit.range, first - 1) }));
  const { text: changed, refused } = applyEdits(old, moved);
  return refused.length > 0 || changed === old ? '' : hunk(first, old, changed);
}

const moveUp = (range: TextEdit['range'], by: number): TextEdit['range'] => ({
  ...range,
  line: range.line - by,
  endLine: range.endLine - by,
});

/** The changed lines; equal lines at both ends are left out, since an insertion's own line has not changed. */
function hunk(line: number, oldText: string, newText: string): string {
  const before = splitLines(oldText);
  const after = splitLines(newText);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  const gone = before.slice(head, before.length - tail);
  const come = after.slice(head, after.length - tail);
  if (gone.length === 0 && come.length === 0) return '';
  return [
    `@@ line ${line + head} @@`,
    ...gone.map((text) => `-${text}`),
    ...come.map((text) => `+${text}`),
  ].join('\n');
}
