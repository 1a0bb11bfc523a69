import type { CheckReport, Report } from '../report.ts';
import { count, duration } from '../words.ts';
import {
  groupsOf,
  shortId,
  SIGNS,
  STANDING_WORDS,
  type CheckGroup,
  type Standing,
} from './groups.ts';
import type { TerminalStyle } from './terminal-style.ts';
import { oneLine } from './text.ts';
import { displayWidth, fit, padTo, wrap } from './width.ts';

/** Narrowest and widest column of names. */
const NAME_WIDTHS = [10, 24] as const;
/** Lines that a reason may take before it is cut. */
const REASON_LINES = 3;

/** A line for each group of checks; with `verbose`, a line below it for each check. */
export function renderChecks(report: Report, style: TerminalStyle): readonly string[] {
  const groups = groupsOf(report);
  const shown = style.verbose ? groups : groups.filter(({ standing }) => standing !== 'not-asked');
  const [least, most] = NAME_WIDTHS;
  const longest = Math.max(least, ...shown.map(({ name }) => displayWidth(oneLine(name))));
  const nameWidth = Math.min(longest, most, Math.floor(style.width / 3));
  const leftOut = groups.filter((group) => !shown.includes(group)).map(({ name }) => name);
  return [
    ...shown.flatMap((group) => groupLines(group, nameWidth, style)),
    ...(leftOut.length === 0
      ? []
      : hanging('  ', `${SIGNS['not-asked']} `, `not asked for: ${leftOut.join(', ')}`, style)),
  ];
}

function groupLines(group: CheckGroup, nameWidth: number, style: TerminalStyle): readonly string[] {
  const { paint, width, verbose } = style;
  const tint = tintOf(group.standing, style);
  const name = padTo(fit(oneLine(group.name), nameWidth), nameWidth);
  const time = group.milliseconds < 50 ? '' : duration(group.milliseconds);
  const room = width - 4 - nameWidth - 2 - (time === '' ? 0 : time.length + 2);
  const words = STANDING_WORDS[group.standing] + oneLine(group.words);
  // A reason why something is not known is never cut short of its sense.
  const lines = verbose
    ? wrap(words, room)
    : group.standing === 'unknown'
      ? limited(wrap(words, room), room)
      : [fit(words, room)];
  const [first = '', ...rest] = lines;
  const head = `  ${tint(SIGNS[group.standing])} ${tint(name)}  `;
  const gap = time === '' ? '' : `${padTo(first, room)}  ${paint.dim(time)}`;
  const indent = ' '.repeat(4 + nameWidth + 2);
  return [
    (head + (time === '' ? first : gap)).trimEnd(),
    ...rest.map((line) => indent + line),
    ...(verbose && group.checks.length > 1
      ? group.checks.flatMap((check) => checkLines(check, group, style))
      : []),
  ];
}

const limited = (lines: readonly string[], room: number): readonly string[] =>
  lines.length <= REASON_LINES
    ? lines
    : [...lines.slice(0, REASON_LINES - 1), `${fit(lines[REASON_LINES - 1] ?? '', room - 2)} …`];

const WORDS: { readonly [S in CheckReport['status']]: string } = {
  pass: 'good',
  fail: 'found',
  skip: 'nothing to check',
  unknown: 'not checked',
  crash: 'crashed',
};

function checkLines(
  check: CheckReport,
  group: CheckGroup,
  style: TerminalStyle,
): readonly string[] {
  const standing = standingOfCheck(check);
  const state = check.notAsked ? 'not asked for' : WORDS[check.status];
  const said = {
    pass: check.detail ?? check.summary,
    fail: count(check.findings, 'finding'),
    skip: `${state}: ${check.detail ?? ''}`,
    unknown: `${state}: ${check.detail ?? ''}`,
    crash: check.detail ?? state,
  }[check.status];
  const head = `${tintOf(standing, style)(SIGNS[standing])} `;
  const time = check.milliseconds < 50 ? '' : ` (${duration(check.milliseconds)})`;
  const text = `${shortId(check.id, group.name)}: ${said}${time}`;
  return hanging('      ', head, text, style);
}

const standingOfCheck = ({ status, notAsked }: CheckReport): Standing =>
  notAsked
    ? 'not-asked'
    : (
        { pass: 'good', fail: 'bad', skip: 'absent', unknown: 'unknown', crash: 'unknown' } as const
      )[status];

const hanging = (
  indent: string,
  sign: string,
  text: string,
  { width }: TerminalStyle,
): readonly string[] =>
  wrap(oneLine(text), width - indent.length - 2).map(
    (line, at) => indent + (at === 0 ? sign : '  ') + line,
  );

const tintOf = (standing: Standing, { paint }: TerminalStyle): ((text: string) => string) =>
  ({
    good: paint.green,
    bad: paint.red,
    noted: paint.yellow,
    unknown: paint.yellow,
    absent: paint.dim,
    'not-asked': paint.dim,
  })[standing];
