import { isAtLeast, type Finding } from '../finding.ts';
import type { Report } from '../report.ts';
import { hashOf } from './fingerprint.ts';
import { issueMarker, LONGEST_BODY, renderIssue, type IssueOptions } from './issue.ts';
import { markdownText } from './markdown-text.ts';
import { count } from '../words.ts';

/** The one issue of a report that comes again and again: what it should say. */
export interface RollingIssue {
  /** The hidden first line of its body, by which it is found again. */
  readonly marker: string;
  /** The same for as long as the issue lives: who rewords it keeps their words. */
  readonly title: string;
  /** Begins with the marker, then the set. */
  readonly body: string;
  /** A hidden line that changes only with the set of findings; begins with {@link SET_LINE}. */
  readonly set: string;
  /** What is said when the set changed; begins with `set`. */
  readonly comment: string;
  /** `clean` closes it; `unknown` leaves it as it is. */
  readonly state: 'dirty' | 'clean' | 'unknown';
}

/** How each hidden line of a set begins. */
export const SET_LINE = '<!-- pymaint:set ';

/** Findings that a comment names. */
const NAMED = 20;

/** Makes the issue: findings that fail the run make it dirty, where nothing is known it is left alone. */
export function rollingIssue(report: Report, options: IssueOptions = {}): RollingIssue {
  const marker = issueMarker(options.name ?? report.action);
  const level = report.failOn === 'never' ? 'error' : report.failOn;
  const bad = report.findings.filter((finding) => isAtLeast(finding.level, level));
  const set = `${SET_LINE}${hashOf(bad.map(keyOf).toSorted().join('\n'))} -->`;
  const where = report.folder === '' ? '' : ` in ${report.folder}`;
  return {
    marker,
    title: `Findings of pymaint ${report.action}${where}`,
    body: withSet(renderIssue(report, options), marker, set),
    set,
    comment: `${set}\n\nNow ${count(bad.length, 'finding')}:\n\n${namedOf(bad)}`,
    state: bad.length > 0 ? 'dirty' : report.answer === 'yes' ? 'clean' : 'unknown',
  };
}

/** What makes a finding the same one tomorrow: neither its line nor the numbers and reasons behind its first words. */
const keyOf = ({ rule, place, message }: Finding): string =>
  `${rule}\n${place.path}\n${message.split(': ', 1)[0] ?? ''}`;

const namedOf = (findings: readonly Finding[]): string => {
  const lines = findings
    .slice(0, NAMED)
    .map(
      ({ place, message }) =>
        `- ${markdownText(`${place.path}:${place.line} ${message}`.slice(0, 500))}`,
    );
  const more = findings.length - lines.length;
  return [...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
};

/** The set's line goes behind the marker's; the body has room for both. */
const withSet = (body: string, marker: string, set: string): string =>
  `${marker}\n${set}${body.slice(marker.length, LONGEST_BODY - set.length - 1)}`;
