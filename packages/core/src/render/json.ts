import type { Report } from '../report.ts';

/** The whole report for machines: `pymaint-report/1`, whose schema is in schemas/report.ts. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, undefined, 2)}\n`;
