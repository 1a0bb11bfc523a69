import { applyEdits, type TextEdit } from '../fix.ts';
import { groupBy } from '../group-by.ts';
import { compareText } from '../place.ts';
import type { Report } from '../report.ts';
import type { Sources } from './source-lines.ts';

/** Unchanged lines around a change, as `diff -u` and git show them. */
const CONTEXT = 3;

/**
 * All safe fixes of the reports as one patch that `git apply` and `patch -p1` take (unified format, POSIX `diff -u`); '' where
 * there are none. Paths are the reports'. An edit that no longer fits its file is left out.
 */
export function renderPatch(reports: readonly Report[], sources: Sources): string {
  const edits = reports
    .flatMap(({ findings }) => findings)
    .flatMap(({ fix }) => (fix === undefined || fix.safe === false ? [] : fix.edits));
  const unique = [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
  return [...groupBy(unique, ({ range }) => range.path)]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([path, own]) => filePatch(path, own, sources(path)))
    .join('');
}

function filePatch(path: string, edits: readonly TextEdit[], text: string | undefined): string {
  // A lone carriage return ends a line here, and is text in a patch.
  if (text === undefined || /\r(?!\n)/.test(text)) return '';
  // Each hunk has the edits whose lines, with the context around them, touch: then only lines of edits change.
  const before = linesWithEnds(text);
  const hunks: string[] = [];
  let shift = 0;
  for (const cluster of clustersOf(edits)) {
    const first = Math.min(...cluster.map(({ range }) => range.line)) - 1;
    const last = Math.max(...cluster.map(({ range }) => range.endLine));
    const old = before.slice(first, last);
    const up = (edit: TextEdit): TextEdit => ({
      ...edit,
      range: {
        ...edit.range,
        line: edit.range.line - first,
        endLine: edit.range.endLine - first,
      },
    });
    const { text: changed } = applyEdits(old.join(''), cluster.map(up));
    const now = linesWithEnds(changed);
    if (changed === old.join('')) continue;
    const head = before.slice(Math.max(0, first - CONTEXT), first);
    const tail = before.slice(last, last + CONTEXT);
    const start = first - head.length;
    const range = (at: number, length: number): string => `${length === 0 ? at : at + 1},${length}`;
    hunks.push(
      `@@ -${range(start, head.length + old.length + tail.length)} +${range(start + shift, head.length + now.length + tail.length)} @@\n`,
      ...marked(' ', head),
      ...changedLines(old, now),
      ...marked(' ', tail),
    );
    shift += now.length - old.length;
  }
  return hunks.length === 0 ? '' : `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}

/** Lines that stay as they are stay in the patch; where their number changes, all of them are exchanged. */
function changedLines(old: readonly string[], now: readonly string[]): readonly string[] {
  if (old.length !== now.length) return [...marked('-', old), ...marked('+', now)];
  const lines: string[] = [];
  for (let at = 0; at < old.length;) {
    let end = at;
    while (end < old.length && old[end] !== now[end]) end += 1;
    lines.push(...marked('-', old.slice(at, end)), ...marked('+', now.slice(at, end)));
    lines.push(...marked(' ', old.slice(end, end + 1)));
    at = end + 1;
  }
  return lines;
}

/** Lines of a diff end in a line feed alone: a carriage return before it is text. */
const linesWithEnds = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

const marked = (mark: string, lines: readonly string[]): readonly string[] =>
  lines.map((line) =>
    line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`,
  );

/** Edits so near each other that their contexts would overlap belong to one hunk. */
function clustersOf(edits: readonly TextEdit[]): readonly (readonly TextEdit[])[] {
  const clusters: TextEdit[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const edit of edits.toSorted((a, b) => a.range.line - b.range.line)) {
    const last = clusters.at(-1);
    if (last !== undefined && edit.range.line - end <= 2 * CONTEXT) last.push(edit);
    else clusters.push([edit]);
    end = Math.max(end, edit.range.endLine);
  }
  return clusters;
}
