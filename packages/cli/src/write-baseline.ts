import { makeBaseline, readOptions, type OptionLayer, type Report } from '@pymaint/core';
import { BASELINE_OPTIONS } from './output-options.ts';
import type { TerminalProject } from './project.ts';

/** Writes the baseline that was asked for; false where none was. */
export async function writeBaseline(
  project: TerminalProject,
  flags: OptionLayer,
  reports: readonly Report[],
): Promise<boolean> {
  const path = readOptions(BASELINE_OPTIONS, [flags])['write-baseline'];
  if (path === undefined) return false;
  const found = reports.flatMap((report) => [
    ...report.findings,
    // What an older baseline accepts still stands; waivers speak for themselves.
    ...report.accepted.filter(({ by }) => by === 'baseline').map(({ finding }) => finding),
  ]);
  await project.ports.workspace.write(path, `${JSON.stringify(makeBaseline(found), null, 2)}\n`);
  return true;
}
