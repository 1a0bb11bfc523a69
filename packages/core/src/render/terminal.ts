import type { Report } from '../report.ts';
import { count, listed } from '../words.ts';
import { palette } from './palette.ts';
import { withoutCommands } from './runner-commands.ts';
import type { Sources } from './source-lines.ts';
import { renderChecks } from './terminal-checks.ts';
import { renderAccepted, renderFindings } from './terminal-findings.ts';
import { renderPlaces } from './terminal-places.ts';
import type { TerminalStyle } from './terminal-style.ts';
import { oneLine } from './text.ts';
import { doubtsOf, timeInWords, verdictSentence } from './verdict-words.ts';
import { wrap } from './width.ts';

/** How much is said: the verdict alone, a line a group and what is wrong, or all there is. */
export type Verbosity = 'quiet' | 'normal' | 'verbose';

/** How a report is shown in a terminal. */
export interface TerminalOptions {
  /** Columns; default 80, at least 40. */
  readonly width?: number;
  /** Whether to use colours, which never say anything that the words do not. Default false. */
  readonly colour?: boolean;
  readonly verbosity?: Verbosity;
  /** Texts of the project's files, for the lines under findings. */
  readonly sources?: Sources;
  /** Where the report was written as JSON. */
  readonly reportPath?: string;
}

/**
 * The report for a person in a terminal: what was judged and what is not known, a line for each group of
 * checks, the findings, and the verdict with the way on. Ends in a line end. No line is wider than `width`
 * but for a path, which stays whole so that it can be clicked.
 */
export function renderTerminal(report: Report, options: TerminalOptions = {}): string {
  const style: TerminalStyle = {
    width: Math.max(40, options.width ?? 80),
    paint: palette(options.colour ?? false),
    verbose: options.verbosity === 'verbose',
    sources: options.sources ?? (() => undefined),
  };
  const verdict = verdictLines(report, style, options);
  if (options.verbosity === 'quiet') return joined([...doubtLines(report, style), ...verdict]);
  const findings = [...renderFindings(report, style), ...renderAccepted(report, style)];
  return joined([
    ...headline(report, style),
    ...doubtLines(report, style),
    '',
    ...renderChecks(report, style),
    ...(findings.length > 0 ? ['', ...findings] : []),
    ...(style.verbose ? renderPlaces(report, style) : []),
    '',
    ...verdict,
  ]);
}

/** A step of a workflow may run the command, and then a runner reads what it says. */
const joined = (lines: readonly string[]): string => withoutCommands(`${lines.join('\n')}\n`);

const headline = (report: Report, { width, paint }: TerminalStyle): readonly string[] =>
  wrap(oneLine(report.headline) || report.action, width).map(paint.bold);

/** How many of the things that are not known are named at the top; the lines of their groups say why. */
const NAMED = 3;

function doubtLines(report: Report, { width, paint }: TerminalStyle): readonly string[] {
  const doubts = doubtsOf(report);
  if (doubts.length === 0) return [];
  const names = doubts.slice(0, NAMED).map(({ id }) => oneLine(id));
  const more = doubts.length - names.length;
  const all = more > 0 ? [...names, `${more} more`] : names;
  return wrap(`Not known: ${listed(all)}.`, width).map(paint.yellow);
}

function verdictLines(
  report: Report,
  { width, paint, verbose }: TerminalStyle,
  { verbosity, reportPath }: TerminalOptions,
): readonly string[] {
  const tint = { yes: paint.green, no: paint.red, unknown: paint.yellow }[report.answer];
  const said = wrap(`${verdictSentence(report)} ${timeInWords(report)}.`, width);
  // The whole first sentence carries the verdict, on however many lines it takes.
  const lines = said.map((line) => paint.bold(tint(line)));
  if (verbosity === 'quiet') return lines;
  const ways = [
    ...(reportPath === undefined ? [] : [`Report: ${oneLine(reportPath)}`]),
    ...(report.findings.length === 0 ? [] : ['Why a rule: pymaint explain RULE']),
  ];
  const kept = report.kept.map(({ name, path }) => `${oneLine(name)}: ${oneLine(path)}`);
  const logs = report.answer === 'yes' && !verbose ? [] : logLines(report, verbose);
  return [...lines, ...beside(ways, width), ...kept, ...logs].map((line) => line.trimEnd());
}

/** Where the whole output of programs is: the folder alone, where they share one and the list is folded. */
function logLines({ logs }: Report, verbose: boolean): readonly string[] {
  const folders = new Set(logs.map(({ path }) => path.replace(/[^/\\]*$/, '')));
  const [folder = ''] = folders;
  if (!verbose && logs.length > 1 && folders.size === 1 && folder !== '')
    return [`Whole output of ${count(logs.length, 'program')}: ${oneLine(folder)}`];
  return logs.map(({ name, path }) => `Whole output of ${oneLine(name)}: ${oneLine(path)}`);
}

/** Puts short texts on one line where they fit, else each on its own. */
const beside = (texts: readonly string[], width: number): readonly string[] => {
  const line = texts.join('   ');
  return line === '' ? [] : line.length <= width ? [line] : texts;
};
