import { join } from 'node:path';
import { renderJson, renderSarif, type Report, type SarifOptions } from '@pymaint/core';
import { replaceFile } from './adapters/file.ts';
import { makeReportFolder } from './adapters/index.ts';

/** Where a report was kept, as absolute paths. */
export interface KeptReport {
  readonly json: string;
  readonly sarif: string;
}

/** Keeps a report beside the logs of its run, as JSON and as SARIF: each whole, or the earlier one stays. */
export async function keepReport(
  folder: string,
  report: Report,
  sarif: SarifOptions = {},
): Promise<KeptReport> {
  await makeReportFolder(folder);
  const kept = { json: join(folder, 'report.json'), sarif: join(folder, 'report.sarif') };
  await replaceFile(kept.json, kept.json, renderJson(report));
  await replaceFile(kept.sarif, kept.sarif, renderSarif(report, sarif));
  return kept;
}
