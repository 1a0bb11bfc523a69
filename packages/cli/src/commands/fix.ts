import {
  applyEdits,
  compareText,
  count,
  flagOption,
  groupBy,
  readOptions,
  type Finding,
  type TextEdit,
} from '@pymaint/core';
import { SHARED_OPTIONS, type Console } from '@pymaint/platform';
import type { Command } from '../command.ts';
import { leftOut } from '../left-out.ts';
import { actionsAsked } from '../only.ts';
import { openProject, type TerminalProject } from '../project.ts';

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
    const wanted = findings.filter(
      ({ fix }) => fix !== undefined && (fix.safe !== false || options.unsafe),
    );
    const applied = await applyByFile(console, project, wanted, options['dry-run']);
    console.write(
      `${options['dry-run'] ? 'Would apply' : 'Applied'} ${count(applied, 'edit')}; ` +
        `${count(findings.length - wanted.length, 'finding')} without a safe fix. See \`pymaint check\`.\n`,
    );
    return 0;
  },
};

/** Applies all edits file by file, and gives how many fitted. */
async function applyByFile(
  console: Console,
  project: TerminalProject,
  findings: readonly Finding[],
  dryRun: boolean,
): Promise<number> {
  const byPath = groupBy(uniqueEdits(findings), ({ range }) => range.path);
  let applied = 0;
  for (const [path, edits] of [...byPath].toSorted(([a], [b]) => compareText(a, b))) {
    const text = await project.readReported(path);
    const edited = applyEdits(text ?? '', edits);
    for (const { range, oldText, newText } of edited.applied)
      console.write(
        `${path}:${range.line}:${range.column}: ${shown(oldText)} → ${shown(newText)}\n`,
      );
    for (const { range } of edited.refused)
      console.write(
        `${path}:${range.line}:${range.column}: left alone: it overlaps another edit\n`,
      );
    applied += edited.applied.length;
    if (!dryRun && edited.applied.length > 0) await project.writeReported(path, edited.text);
  }
  return applied;
}

/** Two findings may ask for the same edit; it is applied once. */
function uniqueEdits(findings: readonly Finding[]): readonly TextEdit[] {
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  return [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
}

const shown = (text: string): string => (text === '' ? 'nothing' : JSON.stringify(text));
