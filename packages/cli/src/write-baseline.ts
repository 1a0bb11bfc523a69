import { count, makeBaseline, readOptions, type OptionLayer, type Report } from '@pymaint/core';
import { BASELINE_OPTIONS } from './output-options.ts';
import type { TerminalProject } from './project.ts';

/** Writes the baseline that was asked for, and gives the words for it; undefined where none was. */
export async function writeBaseline(
  project: TerminalProject,
  flags: OptionLayer,
  reports: readonly Report[],
): Promise<string | undefined> {
  const path = readOptions(BASELINE_OPTIONS, [flags])['write-baseline'];
  if (path === undefined) return undefined;
  const found = reports.flatMap((report) => [
    ...report.findings,
    // What an older baseline accepts still stands; waivers speak for themselves.
    ...report.accepted.filter(({ by }) => by === 'baseline').map(({ finding }) => finding),
  ]);
  await project.ports.workspace.write(path, `${JSON.stringify(makeBaseline(found), null, 2)}\n`);
  return `${count(found.length, 'finding')} written to ${path}; runs with \`--baseline ${path}\` accept ${found.length === 1 ? 'it' : 'them'}.\n`;
}
