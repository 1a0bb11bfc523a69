import type { Json } from '../finding.ts';
import type { Report } from '../report.ts';
import { count } from '../words.ts';
import { utf8Length } from './budget.ts';
import { fingerprinter } from './fingerprint.ts';
import { jsonText } from './json-text.ts';
import { sarifResult, sarifText } from './sarif-result.ts';
import { sarifRules, type RuleHelp, type SarifRules } from './sarif-rules.ts';
import { linesOf, type Sources } from './source-lines.ts';
import { doubtsOf } from './verdict-words.ts';

/** How a report is shown as SARIF. */
export interface SarifOptions {
  /**
   * Tells this analysis from others of the same commit; code scanning refuses two of one category.
   * Default: `pymaint/` and the action's name.
   */
  readonly category?: string;
  readonly ruleHelp?: (rule: string) => RuleHelp | undefined;
  /** Texts of the project's files, for fingerprints that outlive a move of their lines. */
  readonly sources?: Sources;
  /** Where pymaint is documented. */
  readonly informationUri?: string;
}

/** Runs that GitHub takes in one log, results that it shows of one, and bytes kept below its 10 MB, which it counts packed. */
const MOST_RUNS = 20;
const MOST_RESULTS = 5000;
const MOST_BYTES = 9_000_000;

/**
 * The report as a SARIF 2.1.0 log for code scanning and editors, within GitHub's limits. Findings that waivers
 * or the baseline accept are left out, since code scanning would raise them as alerts all the same; what could
 * not be known stands among the invocation's notifications.
 */
export const renderSarif = (report: Report, options: SarifOptions = {}): string =>
  renderSarifReports([report], options);

/** Several reports, as `pymaint check` gives them: one run each in one log, which share its size. */
export function renderSarifReports(reports: readonly Report[], options: SarifOptions = {}): string {
  const shown = reports.slice(0, MOST_RUNS);
  const bytes = Math.floor(MOST_BYTES / Math.max(1, shown.length));
  const log: Json = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: shown.map((report) => runOf(report, options, bytes)),
  };
  return `${jsonText(log)}\n`;
}

function runOf(report: Report, options: SarifOptions, bytes: number): Json {
  const rules = sarifRules(report, options.ruleHelp ?? (() => undefined), Math.floor(bytes / 4));
  const results = resultsOf(report, rules, options, bytes);
  return {
    tool: {
      driver: {
        name: report.tool.name,
        semanticVersion: report.tool.version,
        ...(options.informationUri !== undefined && { informationUri: options.informationUri }),
        rules: rules.rules,
      },
    },
    automationDetails: { id: `${options.category ?? `pymaint/${report.action}`}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [invocationOf(report, report.findings.length - results.length)],
    results,
    properties: { answer: report.answer, verdict: report.verdict },
  };
}

/** Worst first, as many as fit. */
function resultsOf(
  report: Report,
  rules: SarifRules,
  { sources }: SarifOptions,
  bytes: number,
): readonly Json[] {
  const fingerprint = fingerprinter(linesOf(sources ?? (() => undefined)));
  let left = bytes - utf8Length(jsonText(rules.rules));
  const results: Json[] = [];
  for (const finding of report.findings.slice(0, MOST_RESULTS)) {
    const result = sarifResult(finding, rules.indexOf(finding.rule), fingerprint(finding));
    left -= utf8Length(jsonText(result)) + 1;
    if (left < 0) break;
    results.push(result);
  }
  return results;
}

/** Most notifications; more would crowd out results. */
const MOST_NOTES = 100;

function invocationOf(report: Report, cut: number): Json {
  const doubts = doubtsOf(report)
    .slice(0, MOST_NOTES)
    .map(({ id, why }) => notification(`\`${id}\` was not checked: ${why}`, 'warning'));
  const rest =
    cut === 0
      ? []
      : [notification(`${count(cut, 'more finding')}: see the JSON report`, 'warning')];
  return {
    executionSuccessful: report.counts.crashed === 0,
    toolExecutionNotifications: [...rest, ...doubts],
  };
}

const notification = (text: string, level: string): Json => ({
  level,
  message: { text: sarifText(text) },
});
