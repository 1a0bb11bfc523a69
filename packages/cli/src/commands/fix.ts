import { count, flagOption, readOptions, type Finding } from '@pymaint/core';
import { appliedLines, applyFixes, isWanted, SHARED_OPTIONS } from '@pymaint/platform';
import type { Command } from '../command.ts';
import { leftOut } from '../left-out.ts';
import { actionsAsked } from '../only.ts';
import { openProject } from '../project.ts';

const FIX_OPTIONS = {
  'dry-run': flagOption('Say what would be changed, and change nothing.', { sources: ['flag'] }),
  unsafe: flagOption('Apply also fixes that a person should look at afterwards.', {
    sources: ['flag'],
  }),
} as const;

/** `pymaint fix`: applies the fixes of what `pymaint check` finds, changing no other character. */
export const fixCommand: Command = {
  name: 'fix',
  operands: '[DIR]',
  maxOperands: 1,
  summary: 'Apply every safe fix of what `pymaint check` finds.',
  options: [{ heading: 'Options', specs: { ...FIX_OPTIONS, ...SHARED_OPTIONS } }],
  async run({ console, actions }, { operands, flags }) {
    const options = readOptions(FIX_OPTIONS, [flags]);
    await using project = await openProject(console, operands[0], actions);
    const findings: Finding[] = [];
    for (const { action, flags: own } of actionsAsked(actions, flags)) {
      const { report } = await project.run(action, {
        flags: own,
        leaveOut: leftOut(action, actions),
        beside: actions.flatMap(({ checks }) => checks.map(({ id }) => id)),
      });
      findings.push(...report.findings);
    }
    const settings = { unsafe: options.unsafe, dryRun: options['dry-run'] };
    const done = await applyFixes(project, findings, settings);
    const left = findings.filter((finding) => !isWanted(finding, settings));
    for (const line of appliedLines(done)) console.write(line);
    console.write(
      `${options['dry-run'] ? 'Would apply' : 'Applied'} ${count(done.applied.length, 'edit')}; ` +
        `${count(left.length, 'finding')} without a safe fix. See \`pymaint check\`.\n`,
    );
    return 0;
  },
};
