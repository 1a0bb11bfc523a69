import { compareVersions, parseVersion } from '../pep440.ts';
import { slotAt } from './make.ts';
import type { Slot, SlotFinder, TextFile } from './types.ts';

const ROW = /^[ \t]*\|[ \t]*([^|\n]*?)[ \t]*\|[ \t]*([^|\n]*)/gm;
const SUPPORTED =
  /:(?:white_check_mark|heavy_check_mark|\+1):|[✅✓✔☑]|^(?:yes|supported|active|true)\b/iu;
/** What is open above: `>= 1.4`, `1.4+`, `latest`, `1.4 and later`. */
const OPEN = /[>≥+]|\b(?:latest|newest|main|master|later|newer|up|any|all|current)\b/i;

/**
 * The newest series among the supported ones of a table in SECURITY.md (`1.4.x`, ✅). A table whose newest row is open above
 * needs no care. Never sure: a series may be at its end.
 */
export const securityTable: SlotFinder = {
  kind: 'security-table',
  wants: ({ inside }) => /^(\.github\/|docs\/)?security\.(md|markdown)$/i.test(inside),
  *find(file): Iterable<Slot> {
    const rows = [...file.text.matchAll(ROW)].filter(([, , state = '']) => SUPPORTED.test(state));
    if (rows.some(([, versions = '']) => OPEN.test(versions))) return;
    const series = rows.flatMap((row) => seriesIn(file, row));
    const newest = series.toSorted((a, b) => compareVersions(b.version, a.version))[0];
    if (newest === undefined) return;
    const { start, end, version } = newest;
    yield slotAt(
      file,
      start,
      end,
      {
        kind: 'security-table',
        policy: 'released',
        sure: false,
        what: 'the newest supported version of the security policy',
      },
      { type: 'list', parts: version.release.length },
    );
  },
};

function seriesIn({ text }: TextFile, row: RegExpExecArray) {
  const cell = row[1] ?? '';
  const match = /^[*_\x60]*v?(\d+(?:\.\d+)*)(?:\.[x*])*[*_\x60]*$/i.exec(cell);
  const version = match?.[1] === undefined ? undefined : parseVersion(match[1]);
  if (match?.[1] === undefined || version === undefined) return [];
  const start = text.indexOf(match[1], text.indexOf('|', row.index));
  return [{ start, end: start + match[1].length, version }];
}
