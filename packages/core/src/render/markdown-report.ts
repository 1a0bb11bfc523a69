import type { Report } from '../report.ts';
import { count, duration, listed } from '../words.ts';
import { budgetOf, type Measure } from './budget.ts';
import { groupBy } from '../group-by.ts';
import { groupsOf, SIGNS, type Standing } from './groups.ts';
import type { LineUrl } from './line-url.ts';
import { renderFindings } from './markdown-findings.ts';
import { markdownCode, markdownFence, markdownLink, markdownText } from './markdown-text.ts';
import type { Sources } from './source-lines.ts';
import { clip } from './text.ts';
import { countsInWords, doubtsOf, timeInWords } from './verdict-words.ts';

/** How a report is shown as Markdown. */
export interface MarkdownOptions {
  /** Where a place can be looked at, at the commit that was judged. Without it places are no links. */
  readonly lineUrl?: LineUrl;
  /** Where a rule is documented. */
  readonly ruleUrl?: (rule: string) => string;
  /** The command that gives this report on the reader's own machine. */
  readonly command?: string;
  /** Texts of the project's files, for the lines of diffs. */
  readonly sources?: Sources;
  /** Where the report was written as JSON. */
  readonly reportPath?: string;
}

/** The size that a report may take, and how it is measured. */
export interface Size {
  readonly most: number;
  readonly measure: Measure;
}

/**
 * The report as GitHub Markdown within a size: verdict, table of checks, findings by file, what was not
 * checked, what was accepted, and how to run it. Findings are taken worst first, and what is cut is said.
 */
export function markdownReport(report: Report, options: MarkdownOptions, size: Size): string {
  const { most, measure } = size;
  const all = budgetOf(most, measure);
  // Short parts first, so that they are never crowded out by findings; each of them has its share.
  const share = Math.floor(most / 5);
  const table = within(checksTable(report), share, measure);
  const tail =
    within(notChecked(report), share, measure) +
    within(accepted(report, options), Math.floor(share / 2), measure) +
    within([howToRun(report, options)], share, measure);
  for (const part of heading(report)) all.add(part);
  all.add(table);
  const room = all.left() - measure(tail);
  if (room > 0) all.add(renderFindings(report, options, { most: room, measure }));
  all.add(tail);
  return all.text();
}

/** As many blocks as fit, in their order. */
function within(blocks: readonly string[], most: number, measure: Measure): string {
  const budget = budgetOf(most, measure);
  const more = (n: number): string => `\n… and ${n} more that are too long to show here.\n\n`;
  const reserve = measure(more(blocks.length));
  const fitting = blocks.findIndex((block) => !budget.add(block, reserve));
  if (fitting === -1) return budget.text();
  budget.add(more(blocks.length - fitting));
  return budget.text();
}

const ANSWER_SIGNS = { yes: SIGNS.good, no: SIGNS.bad, unknown: SIGNS.unknown } as const;

function heading(report: Report): readonly string[] {
  const title = `${report.action}: ${report.verdict}`;
  const doubts = doubtsOf(report).map(({ id }) => markdownCode(clip(id, 100)));
  const named = doubts.length > 4 ? [...doubts.slice(0, 3), `${doubts.length - 3} more`] : doubts;
  const counts = countsInWords(report);
  return [
    `## ${ANSWER_SIGNS[report.answer]} ${markdownText(clip(title, 200))}\n\n`,
    `${markdownText(clip(report.headline, 500))}\n\n`,
    ...(doubts.length === 0 ? [] : [`**Not known:** ${listed(named)}.\n\n`]),
    `${counts === '' ? '' : `**${counts}.** `}${timeInWords(report)}.\n\n`,
  ];
}

const WORDS: { readonly [S in Standing]: string } = {
  good: 'good',
  bad: 'not good',
  noted: 'noted',
  unknown: 'not known',
  absent: 'nothing to check',
  'not-asked': 'not asked for',
};

function checksTable(report: Report): readonly string[] {
  const rows = groupsOf(report).map(({ name, standing, words, milliseconds }) => {
    const time = milliseconds < 50 ? '' : duration(milliseconds);
    const verdict = `${SIGNS[standing]} ${WORDS[standing]}`;
    const found = markdownText(clip(words, 400));
    return `| ${markdownText(clip(name, 100))} | ${verdict} | ${found} | ${time} |\n`;
  });
  return [`| Check | Verdict | Found | Time |\n|---|---|---|---:|\n`, ...rows, '\n'];
}

function notChecked(report: Report): readonly string[] {
  const line = (ids: readonly string[], why: string): string =>
    `- ${ids.map((id) => markdownCode(clip(id, 100))).join(', ')}: ${markdownText(clip(why, 600))}\n`;
  const doubts = doubtsOf(report).map(({ id, why }) => line([id], why));
  const skipped = report.checks.filter(({ status }) => status === 'skip');
  const reasons = groupBy(skipped, ({ detail }) => detail ?? 'no reason was given');
  const rest = [...reasons].map(([why, checks]) =>
    line(
      checks.map(({ id }) => id),
      why,
    ),
  );
  if (doubts.length + rest.length === 0) return [];
  return ['### Not checked\n\n', ...doubts, ...rest, '\n'];
}

function accepted(report: Report, { lineUrl }: MarkdownOptions): readonly string[] {
  if (report.accepted.length === 0) return [];
  const lines = report.accepted.map(({ finding, by, reason }) => {
    const { path, line } = finding.place;
    const words = markdownCode(`${clip(path, 200)}:${line}`);
    const at = lineUrl === undefined ? words : markdownLink(words, lineUrl(finding.place));
    return `- ${markdownCode(clip(finding.rule, 100))} at ${at}, ${by}: ${markdownText(clip(reason, 300))}\n`;
  });
  const title = count(report.accepted.length, 'finding');
  // One block, so that the fold is closed wherever it is cut.
  const shown = lines.slice(0, 100);
  const more = lines.length - shown.length;
  const rest = more === 0 ? '' : `- … and ${more} more\n`;
  return [
    `<details><summary>${title} accepted by waivers or the baseline</summary>\n\n${shown.join('')}${rest}\n</details>\n\n`,
  ];
}

function howToRun(report: Report, { command, reportPath, ruleUrl }: MarkdownOptions): string {
  const run = markdownFence(clip(command ?? `pymaint ${report.action}`, 2000), 'console');
  const path =
    reportPath === undefined
      ? ''
      : `The whole report as JSON is in ${markdownCode(clip(reportPath, 500))}.\n\n`;
  const why =
    ruleUrl === undefined && report.findings.length > 0
      ? 'Why a rule asks for what it asks: `pymaint explain RULE`.\n\n'
      : '';
  return `<details><summary>How to run this on your machine</summary>\n\n${run}\n\n${path}${why}</details>\n`;
}
