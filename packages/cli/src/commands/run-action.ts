import {
  exitCodeOf,
  keepReport,
  projectPrefix,
  SHARED_OPTIONS,
  type RunnableAction,
} from '@pymaint/platform';
import type { Command } from '../command.ts';
import { BASELINE_OPTIONS, OUTPUT_OPTIONS } from '../output-options.ts';
import { openProject } from '../project.ts';
import { showReports } from '../show-reports.ts';
import { writeBaseline } from '../write-baseline.ts';

/** The command of one action: `pymaint release-gate [DIR] [options]`. */
export const actionCommand = (action: RunnableAction): Command => ({
  name: action.name,
  operands: '[DIR]',
  maxOperands: 1,
  summary: action.summary,
  options: [
    { heading: 'Options', specs: action.options },
    { heading: 'Shared by all actions', specs: { ...SHARED_OPTIONS, ...BASELINE_OPTIONS } },
    { heading: 'Output', specs: OUTPUT_OPTIONS },
  ],
  async run({ console, actions }, { operands, flags }) {
    await using project = await openProject(console, operands[0], actions);
    const { report } = await project.run(action, { flags });
    const written = await writeBaseline(project, flags, [report]);
    const { json } = await keepReport(project.ports.scratch.reports, report);
    await showReports(console, project, flags, [report], projectPrefix(console.cwd, json));
    if (written === undefined) return exitCodeOf(report, action.doubtFails);
    // Beside the report, which may be for a machine.
    console.writeError(written);
    return 0;
  },
});
