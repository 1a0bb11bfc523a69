import { belowFolder, mergeReports, parseReports, type Report } from '@pymaint/core';
import { readNamed, type Console } from '@pymaint/platform';

/**
 * Reads and merges the reports that operands name: `report.json`, a folder with such files, or `NAME=PATH` for those
 * of another repository, whose places then lie below `NAME`.
 * @throws UserError where one cannot be read or is no report
 */
export async function namedReports(
  { cwd }: Console,
  operands: readonly string[],
): Promise<readonly Report[]> {
  const reports: Report[] = [];
  for (const operand of operands) {
    const named = /^([\w./-]+)=(.+)$/.exec(operand);
    for (const { path, text } of await readNamed(cwd, named?.[2] ?? operand, 'report.json'))
      for (const report of parseReports(path, text))
        reports.push(named?.[1] === undefined ? report : belowFolder(report, named[1]));
  }
  return mergeReports(reports);
}
