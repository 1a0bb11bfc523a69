import { choiceOption, listOption, textOption } from '@pymaint/core';

/** Options that every action has. */
export const SHARED_OPTIONS = {
  'fail-on': choiceOption(
    'The level from which on a finding fails the run.',
    ['error', 'warning', 'notice', 'never'],
    'error',
  ),
  checks: listOption(
    'Run only these checks or groups of checks, such as `version` or `git/tree-clean`.',
  ),
  skip: listOption('Leave out these checks or groups of checks.'),
  only: listOption(
    'Run just these checks, whatever `checks` and `skip` of the configuration file say, and gather only what they need.',
    { sources: ['flag'] },
  ),
  baseline: textOption(
    'A file of findings that are accepted today, relative to the project’s folder; only new ones count.',
  ),
} as const;

/** Outputs that every action has. */
export const SHARED_OUTPUTS = {
  'report-path': {
    description:
      'The report as JSON (`pymaint-report/1`), a file below the workspace or the runner’s temporary folder.',
  },
  'sarif-path': {
    description: 'The findings as SARIF 2.1.0, for `github/codeql-action/upload-sarif`.',
  },
  errors: { description: 'How many errors were found.' },
  warnings: { description: 'How many warnings were found.' },
  notices: { description: 'How many notices were found.' },
} as const;
