import { groupOf } from '../check.ts';
import { groupBy } from '../group-by.ts';
import type { Plan, PlannedCheck, PlanStep } from '../plan.ts';
import { count } from '../words.ts';
import { palette, type Palette } from './palette.ts';
import { withoutCommands } from './runner-commands.ts';
import type { TerminalOptions } from './terminal.ts';
import { jsonText } from './json-text.ts';
import { oneLine } from './text.ts';
import { displayWidth, padTo, wrap } from './width.ts';

/** A plan for machines: `pymaint-plan/1`. */
export const renderPlanJson = (plan: Plan): string => `${jsonText(plan, 2)}\n`;

/** A plan for a person in a terminal: the programs with their reasons, then the checks that would not be judged. */
export function renderPlan(
  plan: Plan,
  options: Pick<TerminalOptions, 'width' | 'colour'> = {},
): string {
  const width = Math.max(40, options.width ?? 80);
  const paint = palette(options.colour ?? false);
  const longest = Math.max(0, ...plan.steps.map(({ name }) => displayWidth(oneLine(name))));
  const indent = 2 + longest + 2;
  const judged = plan.checks.filter(({ status }) => status === 'judged').length;
  const lines = [
    ...wrap(oneLine(plan.headline) || plan.action, width).map(paint.bold),
    '',
    ...(plan.steps.length === 0
      ? ['No program of the project would be run.']
      : ['These programs would be run:', '']),
    ...plan.steps.flatMap((step) => stepLines(step, indent, width, paint)),
    '',
    `${count(judged, 'check')} of ${plan.checks.length} would be judged.`,
    ...notJudged(plan.checks, width),
    '',
    'Nothing was run or written.',
  ];
  return withoutCommands(`${lines.join('\n')}\n`);
}

function stepLines(
  { name, command, why, place }: PlanStep,
  indent: number,
  width: number,
  paint: Palette,
): readonly string[] {
  const at = place === undefined ? '' : ` (${place.path}:${place.line})`;
  const below = (text: string): readonly string[] =>
    wrap(oneLine(text), width - indent).map((line) => ' '.repeat(indent) + line);
  const [first = '', ...more] = below(command);
  const head = `  ${padTo(oneLine(name), indent - 4)}  `;
  return [paint.bold(head + first.slice(indent)), ...more.map(paint.bold), ...below(`${why}${at}`)];
}

const WORDS = { judged: '', 'left-out': 'left out', nothing: 'nothing to check' } as const;

/** A line for each reason, with the checks that it keeps from being judged. */
function notJudged(checks: readonly PlannedCheck[], width: number): readonly string[] {
  const others = checks.filter(({ status }) => status !== 'judged');
  const reasons = groupBy(others, ({ status, why }) =>
    why === undefined ? WORDS[status] : `${WORDS[status]}: ${why}`,
  );
  return [...reasons].flatMap(([reason, found]) =>
    wrap(oneLine(`${namesOf(found, checks).join(', ')}: ${reason}`), width - 4).map(
      (line, at) => `${at === 0 ? '  · ' : '    '}${line}`,
    ),
  );
}

/** The ids, and a group's name where all of its checks are among them. */
function namesOf(
  found: readonly PlannedCheck[],
  checks: readonly PlannedCheck[],
): readonly string[] {
  const size = (of: readonly PlannedCheck[], group: string): number =>
    of.filter(({ id }) => groupOf(id) === group).length;
  const names = found.map(({ id }) =>
    size(found, groupOf(id)) === size(checks, groupOf(id)) ? groupOf(id) : id,
  );
  return [...new Set(names)];
}
