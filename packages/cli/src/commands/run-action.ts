import { readOptions, type OptionLayer } from '@pymaint/core';
import {
  appliedLines,
  applyFixes,
  exitCodeOf,
  fixAsked,
  keepReport,
  projectPrefix,
  SHARED_OPTIONS,
  type Console,
  type RunnableAction,
  type RunResult,
} from '@pymaint/platform';
import type { Command } from '../command.ts';
import { BASELINE_OPTIONS, OUTPUT_OPTIONS, PLAN_OPTIONS } from '../output-options.ts';
import { openProject, type TerminalProject } from '../project.ts';
import { showPlan } from '../show-plan.ts';
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
    {
      heading: 'Shared by all actions',
      specs: { ...SHARED_OPTIONS, ...BASELINE_OPTIONS, ...PLAN_OPTIONS },
    },
    { heading: 'Output', specs: OUTPUT_OPTIONS },
  ],
  async run({ console, actions }, { operands, flags }) {
    await using project = await openProject(console, operands[0], actions);
    if (readOptions(PLAN_OPTIONS, [flags]).plan) {
      await showPlan(console, flags, await project.plan(action, { given: flags }));
      return 0;
    }
    const { report } = await runAndFix(console, project, action, flags);
    const written = await writeBaseline(project, flags, [report]);
    const { json } = await keepReport(project.ports.scratch.reports, report);
    await showReports(console, project, flags, [report], projectPrefix(console.cwd, json));
    if (written === undefined) return exitCodeOf(report, action.doubtFails);
    // Beside the report, which may be for a machine.
    console.writeError(written);
    return 0;
  },
});

/** Runs the action; where its option `fix` is given, applies what it finds and runs it again. */
async function runAndFix(
  console: Console,
  project: TerminalProject,
  action: RunnableAction,
  flags: OptionLayer,
): Promise<RunResult> {
  const found = await project.run(action, { flags });
  if (!fixAsked(action, [flags])) return found;
  const done = await applyFixes(project, found.report.findings);
  for (const line of appliedLines(done)) console.writeError(line);
  return done.applied.length === 0 ? found : project.run(action, { flags });
}
