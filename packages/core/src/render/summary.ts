import type { Report } from '../report.ts';
import { utf8Length } from './budget.ts';
import { markdownReport, type MarkdownOptions } from './markdown-report.ts';

/** How a job summary is made. */
export interface SummaryOptions extends MarkdownOptions {
  /**
   * Most bytes of UTF-8; default 1,000,000. GitHub drops a step's summary whole above 1,048,576, and other
   * text of the same step counts too.
   */
  readonly budget?: number;
}

/** The report as a job summary, or as a Markdown file for any other use. */
export const renderSummary = (report: Report, options: SummaryOptions = {}): string =>
  markdownReport(report, options, { most: options.budget ?? 1_000_000, measure: utf8Length });
