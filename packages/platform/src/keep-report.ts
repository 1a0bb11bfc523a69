import { renderJson, type Report } from '@pymaint/core';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeReportFolder } from './adapters/index.ts';

/** Keeps a report as JSON beside the logs of its run; gives the file's absolute path. */
export async function keepReport(reports: string, report: Report): Promise<string> {
  await makeReportFolder(reports);
  const file = join(reports, 'report.json');
  await writeFile(file, renderJson(report));
  return file;
}
