import type { Report } from '../report.ts';

/** A report for machines: `pymaint-report/1`, whose JSON Schema ships with the project. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, undefined, 2)}\n`;

/** One report as it is; several, as `pymaint check` gives them, under `pymaint-reports/1`. */
export const renderJsonReports = (reports: readonly Report[]): string => {
  const [only, ...more] = reports;
  if (only !== undefined && more.length === 0) return renderJson(only);
  return `${JSON.stringify({ schema: 'pymaint-reports/1', reports }, undefined, 2)}\n`;
};
