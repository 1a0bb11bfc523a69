import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderJson, renderSarif, type Report, type SarifOptions } from '@pymaint/core';
import { makeReportFolder } from './adapters/index.ts';

/** Where a report was kept, as absolute paths. */
export interface KeptReport {
  readonly json: string;
  readonly sarif: string;
}

/** Keeps a report beside the logs of its run, as JSON and as SARIF. */
export async function keepReport(
  folder: string,
  report: Report,
  sarif: SarifOptions = {},
): Promise<KeptReport> {
  await makeReportFolder(folder);
  const kept = { json: join(folder, 'report.json'), sarif: join(folder, 'report.sarif') };
  await writeFile(kept.json, renderJson(report));
  await writeFile(kept.sarif, renderSarif(report, sarif));
  return kept;
}
