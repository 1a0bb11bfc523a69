import { choiceOption, flagOption, textOption } from '@pymaint/core';

/** How a run shows its report; options of the command alone. */
export const OUTPUT_OPTIONS = {
  format: choiceOption(
    'The form of the report: `text` for people, `patch` for `git apply` (the safe fixes), the others for machines and pages.',
    ['text', 'json', 'sarif', 'markdown', 'github', 'patch'],
    'text',
    { sources: ['flag'] },
  ),
  output: textOption('Write the report to this file instead of standard output.', {
    sources: ['flag'],
  }),
  verbose: flagOption('Show every check with its time, and what was accepted.', {
    sources: ['flag'],
  }),
  quiet: flagOption('Show the verdict alone.', { sources: ['flag'] }),
} as const;

/** The option of a command that tells what it would do. */
export const PLAN_OPTIONS = {
  plan: flagOption(
    'Tell what would be run, and why, and run nothing; `--format` is `text` or `json`.',
    { sources: ['flag'] },
  ),
} as const;

/** Options of a run that accepts today's findings. */
export const BASELINE_OPTIONS = {
  'write-baseline': textOption(
    'Write all findings of this run to a file (below the project’s folder) that `--baseline` reads, and accept them.',
    { sources: ['flag'] },
  ),
} as const;
