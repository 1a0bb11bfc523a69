import { isAtLeast, LEVELS, type Finding, type Level } from './finding.ts';
import { comparePlaces } from './place.ts';
import type { Answer, CheckReport, Counts, FailOn } from './report.ts';

/** `no` where a finding is as bad as `failOn` says, else in doubt where a check is. */
export function answerOf(findings: readonly Finding[], counts: Counts, failOn: FailOn): Answer {
  if (failOn !== 'never' && findings.some(({ level }) => isAtLeast(level, failOn))) return 'no';
  return counts.crashed > 0 || counts.unknown > 0 ? 'unknown' : 'yes';
}

/** The order of findings in a report: by level, place and rule. */
export const worstFirst = (a: Finding, b: Finding): number =>
  LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
  comparePlaces(a.place, b.place) ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

/** Counts what a report holds. `crashes` are those that are no check. */
export function countAll(
  checks: readonly CheckReport[],
  findings: readonly Finding[],
  accepted: number,
  crashes: number,
): Counts {
  const at = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  const of = (status: CheckReport['status']): number =>
    checks.filter((check) => check.status === status).length;
  return {
    errors: at('error'),
    warnings: at('warning'),
    notices: at('notice'),
    passed: of('pass'),
    failed: of('fail'),
    skipped: of('skip'),
    unknown: of('unknown'),
    crashed: of('crash') + crashes,
    accepted,
  };
}
