import {
  readOptions,
  renderPlan,
  renderPlanJson,
  UserError,
  type OptionLayer,
  type Plan,
} from '@pymaint/core';
import { writeNamedFile, type Console } from '@pymaint/platform';
import { OUTPUT_OPTIONS } from './output-options.ts';

/**
 * Shows a plan in the form that was asked for, where it was asked for.
 * @throws UserError for a form that only reports have
 */
export async function showPlan(console: Console, flags: OptionLayer, plan: Plan): Promise<void> {
  const { format, output } = readOptions(OUTPUT_OPTIONS, [flags]);
  if (format !== 'text' && format !== 'json')
    throw new UserError(
      `--format: Unexpected value \`${format}\` beside \`--plan\`, expected \`text\` or \`json\``,
    );
  const colour = console.colour && output === undefined;
  const text =
    format === 'json'
      ? renderPlanJson(plan)
      : renderPlan(plan, { width: Math.min(console.columns, 120), colour });
  if (output === undefined) console.write(text);
  else await writeNamedFile(console.cwd, output, text);
}
