import { LEVELS, type Finding, type Related } from '../finding.ts';
import { formatPlace, type Place } from '../place.ts';
import type { Report } from '../report.ts';
import { count, withCommas } from '../words.ts';
import { fixDiff } from './diff.ts';
import { groupBy } from '../group-by.ts';
import { inWords } from './groups.ts';
import type { MarkdownOptions, Size } from './markdown-report.ts';
import { markdownCode, markdownFence, markdownLink, markdownText } from './markdown-text.ts';
import { onlyNamesFile } from './related.ts';
import { clip } from './text.ts';

/** Longest texts that are shown of one finding, and how many related places. */
const MOST = { message: 3000, path: 300, related: 5, diff: 8000 } as const;

/** The findings by file, in a size: chosen worst first, each whole, without its diff, or not at all. */
export function renderFindings(report: Report, options: MarkdownOptions, size: Size): string {
  const { findings } = report;
  if (findings.length === 0) return '';
  const title = '### Findings\n\n';
  const reserve = size.measure(title + cutNote(findings, options.reportPath));
  const chosen = choose(findings, options, { ...size, most: size.most - reserve });
  const byFile = groupBy(chosen, ({ finding }) => finding.place.path);
  const files = [...byFile].map(
    ([path, blocks]) => fileHeading(path) + blocks.map(({ block }) => block).join(''),
  );
  const left = findings.slice(chosen.length);
  const note = left.length === 0 ? '' : cutNote(left, options.reportPath);
  return reserve > size.most ? '' : title + files.join('') + note;
}

interface Chosen {
  readonly finding: Finding;
  readonly block: string;
}

/** The first findings that fit, each with its file's heading where it is the first of that file. */
function choose(
  findings: readonly Finding[],
  options: MarkdownOptions,
  { most, measure }: Size,
): readonly Chosen[] {
  const chosen: Chosen[] = [];
  const seen = new Set<string>();
  let left = most;
  for (const finding of findings) {
    const { path } = finding.place;
    const heading = seen.has(path) ? 0 : measure(fileHeading(path));
    const fitting = (withDiff: boolean): string | undefined => {
      const block = findingBlock(finding, options, withDiff);
      return heading + measure(block) <= left ? block : undefined;
    };
    const block = fitting(true) ?? fitting(false);
    if (block === undefined) break;
    seen.add(path);
    left -= heading + measure(block);
    chosen.push({ finding, block });
  }
  return chosen;
}

const fileHeading = (path: string): string => `#### ${markdownCode(clip(path, MOST.path))}\n\n`;

function cutNote(left: readonly Finding[], reportPath: string | undefined): string {
  const levels = Object.fromEntries(
    LEVELS.map((level) => [level, left.filter((finding) => finding.level === level).length]),
  ) as { readonly [L in Finding['level']]: number };
  const where =
    reportPath === undefined
      ? 'the JSON report has them'
      : `see ${markdownCode(clip(reportPath, 500))}`;
  return `**${count(left.length, 'more finding')}** (${inWords(levels)}) left out here for their size: ${where}.\n\n`;
}

function findingBlock(finding: Finding, options: MarkdownOptions, withDiff: boolean): string {
  const { level, rule, place, message, remedy, fix, related = [] } = finding;
  const { ruleUrl } = options;
  const name = markdownCode(clip(rule, 100));
  const head = `**${level}** ${ruleUrl === undefined ? name : markdownLink(name, ruleUrl(rule))} at ${placeLink(place, options)}`;
  const action = remedy ?? fix?.title;
  const lines = [
    head,
    markdownText(clip(message, MOST.message)),
    ...related.slice(0, MOST.related).map((one) => relatedLine(one, options)),
    ...(related.length > MOST.related
      ? [`… and ${withCommas(related.length - MOST.related)} more places`]
      : []),
    ...(action === undefined ? [] : [`Fix: ${markdownText(clip(action, MOST.message))}`]),
  ];
  const diff =
    withDiff && fix !== undefined ? fixDiff(fix, options.sources ?? (() => undefined)) : '';
  const fold =
    diff === '' || diff.length > MOST.diff
      ? ''
      : `\n<details><summary>The fix as a diff</summary>\n\n${markdownFence(diff, 'diff')}\n\n</details>\n`;
  return `- ${indented(`${lines.filter((line) => line !== '').join('<br>\n')}\n${fold}`)}\n`;
}

const relatedLine = (one: Related, options: MarkdownOptions): string => {
  const place = placeLink(one.place, options);
  return onlyNamesFile(one) ? place : `${markdownText(clip(one.message, 500))}: ${place}`;
};

/** Lines behind the first belong to the list's item. */
const indented = (text: string): string => text.replace(/\n(?=[^\n])/g, '\n  ');

function placeLink(place: Place, { lineUrl }: MarkdownOptions): string {
  const path = clip(place.path, MOST.path);
  const words = markdownCode(formatPlace({ ...place, path }));
  return lineUrl === undefined ? words : markdownLink(words, lineUrl(place));
}
