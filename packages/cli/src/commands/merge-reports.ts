import { UserError } from '@pymaint/core';
import { exitCodeOf } from '@pymaint/platform';
import type { Command } from '../command.ts';
import { namedReports } from '../named-reports.ts';
import { OUTPUT_OPTIONS } from '../output-options.ts';
import { showReports } from '../show-reports.ts';

/** `pymaint merge-reports`: one report of those that several machines or repositories gave. */
export const mergeReportsCommand: Command = {
  name: 'merge-reports',
  operands: 'REPORT…',
  maxOperands: 10_000,
  summary:
    'Make one report of several: files or folders with `report.json`, `NAME=PATH` for another repository’s.',
  options: [{ heading: 'Output', specs: OUTPUT_OPTIONS }],
  async run({ console, actions }, { operands, flags }) {
    if (operands.length === 0)
      throw new UserError(
        'Unexpected end of the line, expected reports: `pymaint merge-reports REPORT…`',
      );
    const reports = await namedReports(console, operands);
    await showReports(console, { sources: async () => () => undefined }, flags, reports);
    const doubtFails = new Set(actions.filter((one) => one.doubtFails).map(({ name }) => name));
    return Math.max(
      0,
      ...reports.map((report) => exitCodeOf(report, doubtFails.has(report.action))),
    );
  },
};
