import type { Finding, Level } from '../finding.ts';
import { formatPlace } from '../place.ts';
import type { Report } from '../report.ts';
import { count, withCommas } from '../words.ts';
import { excerptOf } from './excerpt.ts';
import { onlyNamesFile } from './related.ts';
import { linesOf, type LineOf } from './source-lines.ts';
import type { TerminalStyle } from './terminal-style.ts';
import { clip, oneLine, visible } from './text.ts';
import { displayWidth, padTo, wrap } from './width.ts';

/** What is shown without `--verbose`: findings of one rule, findings in all, related places, lines of a message. */
const MOST = { ofRule: 10, inAll: 30, related: 3, lines: 10 } as const;
/** Longest message that is looked at at all. */
const LONGEST_MESSAGE = 20_000;

/** The findings, worst first, long lists folded unless `verbose`. */
export function renderFindings(report: Report, style: TerminalStyle): readonly string[] {
  const shown = style.verbose ? report.findings : folded(report.findings);
  const lineOf = linesOf(style.sources);
  const lines = shown.flatMap((finding) => findingLines(finding, lineOf, style));
  return [...lines, ...foldNotes(report.findings, shown, style)];
}

/** With `verbose`, the findings that do not count, and why. */
export function renderAccepted({ accepted }: Report, style: TerminalStyle): readonly string[] {
  if (!style.verbose) return [];
  return accepted.flatMap(({ finding, by, reason }) => {
    const place = oneLine(formatPlace(finding.place));
    const words = `accepted: ${oneLine(finding.rule)}, by ${by}: ${oneLine(reason)}`;
    return besides(words, place, style.width - 4, style).map(
      (line, at) => `${at === 0 ? '  ' : '    '}${line}`,
    );
  });
}

function folded(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, number>();
  const few = findings.filter(({ rule }) => {
    const n = (seen.get(rule) ?? 0) + 1;
    seen.set(rule, n);
    return n <= MOST.ofRule;
  });
  return few.slice(0, MOST.inAll);
}

function foldNotes(
  all: readonly Finding[],
  shown: readonly Finding[],
  { width, paint }: TerminalStyle,
): readonly string[] {
  if (shown.length === all.length) return [];
  const hidden = all.length - shown.length;
  const note = `… ${count(hidden, 'more finding')}: --verbose shows all, and so does the report`;
  return wrap(note, width - 2).map((line) => `  ${paint.dim(line)}`);
}

const LABEL_WIDTH = 'warning'.length;
const INDENT = ' '.repeat(2 + LABEL_WIDTH + 1);

function findingLines(finding: Finding, lineOf: LineOf, style: TerminalStyle): readonly string[] {
  const room = style.width - INDENT.length;
  const indented = (lines: readonly string[]): readonly string[] =>
    lines.map((line) => INDENT + line);
  return [
    ...headLines(finding, style),
    ...indented(messageLines(finding.message, room, style)),
    ...indented(excerptLines(finding, lineOf, room, style)),
    ...indented(relatedLines(finding, room, style)),
    ...indented(remedyLines(finding, room, style)),
  ];
}

function headLines(finding: Finding, style: TerminalStyle): readonly string[] {
  const { paint } = style;
  const label = tintOf(finding.level, style)(padTo(finding.level, LABEL_WIDTH));
  const place = oneLine(formatPlace(finding.place));
  const rule = oneLine(finding.rule);
  const head = `  ${label} ${paint.bold(rule)}`;
  const used = INDENT.length + displayWidth(rule) + 2 + displayWidth(place);
  return used <= style.width
    ? [`${head}  ${paint.cyan(place)}`]
    : [head, INDENT + paint.cyan(place)];
}

function messageLines(
  message: string,
  room: number,
  { verbose }: TerminalStyle,
): readonly string[] {
  const lines = wrap(visible(clip(message, LONGEST_MESSAGE)), room);
  if (verbose || lines.length <= MOST.lines) return lines;
  const hidden = lines.length - MOST.lines;
  return [
    ...lines.slice(0, MOST.lines),
    ...wrap(`… ${count(hidden, 'more line')}: --verbose shows all`, room),
  ];
}

function excerptLines(
  { place }: Finding,
  lineOf: LineOf,
  room: number,
  { paint }: TerminalStyle,
): readonly string[] {
  const source = lineOf(place.path, place.line);
  if (source === undefined) return [];
  const gutter = String(place.line);
  const excerpt = excerptOf(place, source, room - gutter.length - 3);
  if (excerpt === undefined) return [];
  const line = `${paint.dim(`${gutter} │`)} ${excerpt.line}`;
  if (excerpt.marks === '') return [line];
  const blank = `${' '.repeat(gutter.length)} │`;
  const [spaces = '', marks = ''] = excerpt.marks.split(/(?=\^)(.*)/, 2);
  return [line, `${paint.dim(blank)} ${spaces}${paint.red(marks)}`];
}

function relatedLines(
  { related = [] }: Finding,
  room: number,
  style: TerminalStyle,
): readonly string[] {
  const shown = style.verbose ? related : related.slice(0, MOST.related);
  const lines = shown.flatMap((one) => {
    const place = oneLine(formatPlace(one.place));
    return onlyNamesFile(one)
      ? [style.paint.cyan(place)]
      : besides(oneLine(clip(one.message, 1000)), place, room, style);
  });
  const hidden = related.length - shown.length;
  if (hidden === 0) return lines;
  return [...lines, ...wrap(`… and ${withCommas(hidden)} more: --verbose shows all`, room)];
}

/** A text and a place behind it, which stays whole. */
function besides(
  text: string,
  place: string,
  room: number,
  { paint }: TerminalStyle,
): readonly string[] {
  const lines = wrap(`${text}:`, room);
  const last = lines.at(-1) ?? '';
  return displayWidth(last) + 1 + displayWidth(place) <= room
    ? [...lines.slice(0, -1), `${last} ${paint.cyan(place)}`]
    : [...lines, paint.cyan(place)];
}

function remedyLines(
  { remedy, fix }: Finding,
  room: number,
  { paint }: TerminalStyle,
): readonly string[] {
  const words = remedy ?? fix?.title;
  if (words === undefined) return [];
  // `pymaint fix` leaves alone what a person should look at first.
  const way = fix === undefined || fix.safe === false ? '' : ' (pymaint fix)';
  return wrap(`fix: ${oneLine(clip(words, LONGEST_MESSAGE))}${way}`, room).map((line, at) =>
    at === 0 ? line.replace(/^fix:/, paint.green('fix:')) : line,
  );
}

const tintOf = (level: Level, { paint }: TerminalStyle): ((text: string) => string) =>
  ({ error: paint.red, warning: paint.yellow, notice: paint.cyan })[level];
