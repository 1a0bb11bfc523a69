import type { Report } from '../report.ts';
import { markdownReport, type MarkdownOptions } from './markdown-report.ts';

/** Characters that the body of an issue, pull request or comment can have on GitHub. */
export const LONGEST_BODY = 65_536;

/** How the body of an issue is made. */
export interface IssueOptions extends MarkdownOptions {
  /** Tells this issue from the project's other ones; letters, digits and `-`. Default: the action's name. */
  readonly name?: string;
}

/** The hidden first line by which an issue is found again, to be updated in place. */
export const issueMarker = (name: string): string =>
  `<!-- pymaint:${name.replace(/[^A-Za-z0-9-]/g, '-')} -->`;

/** The report as the body of one issue that is kept up to date. */
export function renderIssue(report: Report, options: IssueOptions = {}): string {
  const marker = `${issueMarker(options.name ?? report.action)}\n\n`;
  const size = { most: LONGEST_BODY - marker.length, measure: (text: string) => text.length };
  return marker + markdownReport(report, options, size);
}
