import { isAtLeast, LEVELS, type Finding, type Level } from '../finding.ts';
import type { CheckReport, FailOn, Report } from '../report.ts';
import { count, listed } from '../words.ts';
import { groupBy } from '../group-by.ts';

/**
 * How a group of checks stands. `bad`: it makes the answer no. `noted`: it has findings that do not.
 * `unknown`: something could not be found out, which is never drawn as good. `absent`: nothing to judge.
 */
export type Standing = 'good' | 'bad' | 'noted' | 'unknown' | 'absent' | 'not-asked';

/** What stands before the words of a group where its sign stands alone beside them. */
export const STANDING_WORDS: { readonly [S in Standing]: string } = {
  good: '',
  bad: '',
  noted: '',
  unknown: 'not checked: ',
  absent: 'nothing to check: ',
  'not-asked': '',
};

/** The sign of each standing; its word beside it says the same. */
export const SIGNS: { readonly [S in Standing]: string } = {
  good: '✓',
  bad: '✗',
  noted: '!',
  unknown: '–',
  absent: '·',
  'not-asked': '·',
};

/** The checks whose ids begin alike, as one line of a report. */
export interface CheckGroup {
  readonly name: string;
  readonly standing: Standing;
  /** What was found, in a few words joined by commas. */
  readonly words: string;
  readonly checks: readonly CheckReport[];
  /** The longest work on a fact that its checks read. */
  readonly milliseconds: number;
}

/** The report's checks by group, in the order of the checks; findings about waivers make a group of their own. */
export function groupsOf(report: Report): readonly CheckGroup[] {
  const levels = levelsByRule(report.findings);
  const groups = groupBy(report.checks, ({ group }) => group);
  const checked = [...groups].map(([name, checks]) => groupOf(name, checks, levels, report.failOn));
  const ids = new Set(report.checks.map(({ id }) => id));
  const others = [...levels.keys()].filter((rule) => !ids.has(rule));
  return [
    ...checked,
    ...others.map((rule) => ({
      name: rule,
      standing: standingOf([], [levels.get(rule) ?? NONE], report.failOn),
      words: inWords(levels.get(rule) ?? NONE),
      checks: [],
      milliseconds: 0,
    })),
  ];
}

type Levels = { readonly [L in Level]: number };
const NONE: Levels = { error: 0, warning: 0, notice: 0 };

function levelsByRule(findings: readonly Finding[]): ReadonlyMap<string, Levels> {
  const rules = new Map<string, { [L in Level]: number }>();
  for (const { rule, level } of findings) {
    const levels = rules.get(rule) ?? { ...NONE };
    levels[level] += 1;
    rules.set(rule, levels);
  }
  return rules;
}

/** `2 errors, 1 warning`; '' for none. */
export const inWords = (levels: Levels): string =>
  LEVELS.filter((level) => levels[level] > 0)
    .map((level) => count(levels[level], level))
    .join(', ');

function groupOf(
  name: string,
  checks: readonly CheckReport[],
  levels: ReadonlyMap<string, Levels>,
  failOn: FailOn,
): CheckGroup {
  const own = checks.map(({ id }) => levels.get(id) ?? NONE);
  const standing = standingOf(checks, own, failOn);
  const milliseconds = Math.max(0, ...checks.map((check) => check.milliseconds));
  return { name, standing, words: wordsOf(name, checks, own, standing), checks, milliseconds };
}

function standingOf(
  checks: readonly CheckReport[],
  levels: readonly Levels[],
  failOn: FailOn,
): Standing {
  const found = LEVELS.filter((level) => levels.some((one) => one[level] > 0));
  if (failOn !== 'never' && found.some((level) => isAtLeast(level, failOn))) return 'bad';
  if (checks.some(({ status }) => status === 'unknown' || status === 'crash')) return 'unknown';
  if (found.length > 0) return 'noted';
  if (checks.some(({ status }) => status === 'pass')) return 'good';
  return checks.every(({ notAsked }) => notAsked) ? 'not-asked' : 'absent';
}

function wordsOf(
  name: string,
  checks: readonly CheckReport[],
  levels: readonly Levels[],
  standing: Standing,
): string {
  const details = (...statuses: readonly CheckReport['status'][]): readonly string[] => [
    ...new Set(
      checks
        .filter(({ status, notAsked }) => statuses.includes(status) && !notAsked)
        .flatMap(({ detail }) => (detail === undefined || detail === '' ? [] : [detail])),
    ),
  ];
  const sum = (level: Level): number => levels.reduce((all, one) => all + one[level], 0);
  const total = { error: sum('error'), warning: sum('warning'), notice: sum('notice') };
  const failed = checks
    .filter(({ status }) => status === 'fail')
    .map(({ id }) => shortId(id, name));
  const found = inWords(total) === '' ? [] : [`${inWords(total)}: ${listed(failed)}`];
  const why = [...details('crash'), ...details('unknown')];
  switch (standing) {
    case 'good':
      return details('pass').join(', ') || (checks[0]?.summary ?? '');
    case 'unknown':
      return [...why, ...found].join(', ');
    case 'absent':
      return details('skip').join(', ');
    case 'not-asked':
      return checks[0]?.detail ?? 'not asked for';
    case 'bad':
    case 'noted':
      return [...found, ...why.map((reason) => `not checked: ${reason}`)].join(', ');
  }
}

/** `tag-agrees` of `version/tag-agrees`, where the group is named beside it. */
export const shortId = (id: string, group: string): string =>
  id.startsWith(`${group}/`) ? id.slice(group.length + 1) : id;
