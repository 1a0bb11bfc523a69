import type { Report } from '@pymaint/core';
import { exitCodeOf, SHARED_OPTIONS } from '@pymaint/platform';
import type { Command } from '../command.ts';
import { BASELINE_OPTIONS, OUTPUT_OPTIONS } from '../output-options.ts';
import { leftOut } from '../left-out.ts';
import { openProject } from '../project.ts';
import { actionsAsked } from '../only.ts';
import { showReports } from '../show-reports.ts';
import { writeBaseline } from '../write-baseline.ts';

/** `pymaint check`: every action's checks that need no network and run no program of the project. */
export const checkCommand: Command = {
  name: 'check',
  operands: '[DIR]',
  maxOperands: 1,
  summary: 'Everything that can be judged at once: no network, no program of the project is run.',
  options: [
    { heading: 'Options', specs: { ...SHARED_OPTIONS, ...BASELINE_OPTIONS } },
    { heading: 'Output', specs: OUTPUT_OPTIONS },
  ],
  async run({ console, actions }, { operands, flags }) {
    await using project = await openProject(console, operands[0], actions);
    const reports: Report[] = [];
    const codes: number[] = [];
    for (const { action, flags: own } of actionsAsked(actions, flags)) {
      const { report } = await project.run(action, {
        flags: own,
        leaveOut: leftOut(action, actions),
        beside: actions.flatMap(({ checks }) => checks.map(({ id }) => id)),
      });
      reports.push(report);
      codes.push(exitCodeOf(report, false));
    }
    const written = await writeBaseline(project, flags, reports);
    await showReports(console, project, flags, askedFor(reports));
    if (written === undefined) return Math.max(0, ...codes);
    // Beside the report, which may be for a machine.
    console.writeError(written);
    return 0;
  },
};

/** Without the reports of actions none of whose checks was asked for, unless that leaves none: they say nothing. */
function askedFor(reports: readonly Report[]): readonly Report[] {
  const asked = reports.filter(
    ({ checks, findings }) => findings.length > 0 || checks.some(({ notAsked }) => !notAsked),
  );
  return asked.length === 0 ? reports : asked;
}
