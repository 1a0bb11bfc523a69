import {
  applyEdits,
  compareText,
  groupBy,
  readOptions,
  type Finding,
  type OptionLayer,
  type TextEdit,
} from '@pymaint/core';
import type { OpenProject } from './open-project.ts';
import type { RunnableAction } from './runnable.ts';

/** What became of the edits of some findings, by path and place. */
export interface AppliedFixes {
  readonly applied: readonly TextEdit[];
  /** Edits that overlap another one, or whose text is not there any more. */
  readonly refused: readonly TextEdit[];
}

/** Which fixes are applied: the safe ones, unless told otherwise. */
export interface FixSettings {
  readonly unsafe?: boolean;
  /** Says what would be applied, and writes nothing. */
  readonly dryRun?: boolean;
}

/** True for a finding whose fix is to be applied. */
export const isWanted = ({ fix }: Finding, { unsafe = false }: FixSettings = {}): boolean =>
  fix !== undefined && (fix.safe !== false || unsafe);

/** Applies the fixes of findings file by file, changing no other character. An edit that two findings ask for is applied once. */
export async function applyFixes(
  project: Pick<OpenProject, 'readReported' | 'writeReported'>,
  findings: readonly Finding[],
  settings: FixSettings = {},
): Promise<AppliedFixes> {
  const edits = findings
    .filter((finding) => isWanted(finding, settings))
    .flatMap(({ fix }) => fix?.edits ?? []);
  const unique = [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
  const byPath = groupBy(unique, ({ range }) => range.path);
  const applied: TextEdit[] = [];
  const refused: TextEdit[] = [];
  for (const [path, own] of [...byPath].toSorted(([a], [b]) => compareText(a, b))) {
    const edited = applyEdits((await project.readReported(path)) ?? '', own);
    applied.push(...edited.applied);
    refused.push(...edited.refused);
    if (settings.dryRun !== true && edited.applied.length > 0)
      await project.writeReported(path, edited.text);
  }
  return { applied, refused };
}

/** True where an action has the option `fix`, and it is given: the run applies what it finds, and is judged again. */
export function fixAsked(action: RunnableAction, layers: readonly OptionLayer[]): boolean {
  const spec = action.options['fix'];
  return spec !== undefined && readOptions({ fix: spec }, layers)['fix'] === true;
}

/** A line for each edit, for people: `README.md:3:4: "1.3" → "1.4"`. */
export const appliedLines = ({ applied, refused }: AppliedFixes): readonly string[] => [
  ...applied.map(
    ({ range, oldText, newText }) =>
      `${range.path}:${range.line}:${range.column}: ${shown(oldText)} → ${shown(newText)}\n`,
  ),
  ...refused.map(
    ({ range }) =>
      `${range.path}:${range.line}:${range.column}: left alone: it overlaps another edit\n`,
  ),
];

const shown = (text: string): string => (text === '' ? 'nothing' : JSON.stringify(text));
