import type { Report } from '../report.ts';
import { jsonText } from './json-text.ts';

/** A report for machines: `pymaint-report/1`, whose JSON Schema ships with the project. */
export const renderJson = (report: Report): string => `${jsonText(report, 2)}\n`;

/** Several reports in one file. */
export interface Reports {
  readonly schema: 'pymaint-reports/1';
  readonly reports: readonly Report[];
}

/** One report as it is; several, as `pymaint check` gives them, under `pymaint-reports/1`. */
export const renderJsonReports = (reports: readonly Report[]): string => {
  const [only, ...more] = reports;
  if (only !== undefined && more.length === 0) return renderJson(only);
  const all: Reports = { schema: 'pymaint-reports/1', reports };
  return `${jsonText(all, 2)}\n`;
};
