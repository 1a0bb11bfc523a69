import type { RunnableAction } from '@pymaint/platform';
import type { Command } from '../command.ts';
import { checkCommand } from './check.ts';
import { explainCommand } from './explain.ts';
import { fixCommand } from './fix.ts';
import { issueCommand } from './issue.ts';
import { mergeReportsCommand } from './merge-reports.ts';
import { actionCommand } from './run-action.ts';

/** All commands, in the order of the help. */
export const commandsFor = (actions: readonly RunnableAction[]): readonly Command[] => [
  checkCommand,
  ...actions.map(actionCommand),
  fixCommand,
  mergeReportsCommand,
  issueCommand,
  explainCommand,
];
