import { applyBaseline, type Baseline } from './baseline.ts';
import { groupOf } from './check.ts';
import type { IsoDate } from './date.ts';
import type { FactTiming } from './engine/gather.ts';
import type { Judged } from './engine/judge.ts';
import type { CheckCrash } from './errors.ts';
import type { FactSet } from './fact.ts';
import { isAtLeast, LEVELS, type Finding, type Json, type Level } from './finding.ts';
import { comparePlaces, type Place } from './place.ts';
import { applyWaivers, namesRule, type Accepted, type RuleState, type Waiver } from './waiver.ts';

/** The level from which on a finding makes the answer "no"; `never` leaves that to the reader. */
export type FailOn = Level | 'never';

/** `unknown`: nothing speaks against it, but something could not be found out, or a check broke. */
export type Answer = 'yes' | 'no' | 'unknown';

/** What became of one check, for the reader. */
export interface CheckReport {
  readonly id: string;
  readonly group: string;
  readonly summary: string;
  /** `unknown`: could not be judged, so the answer is in doubt; `skip`: nothing to judge, or not asked for. */
  readonly status: 'pass' | 'fail' | 'skip' | 'unknown' | 'crash';
  /** What was seen, why it was skipped, or how it broke. */
  readonly detail: string | undefined;
  /** True where the user left the check out. */
  readonly notAsked: boolean;
  /** Findings that count, after waivers and baseline. */
  readonly findings: number;
  /** Milliseconds of work on the facts that it reads, the longest of them; waiting left out. */
  readonly milliseconds: number;
}

/** How many of each. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly unknown: number;
  readonly crashed: number;
  readonly accepted: number;
}

/** The one model of a run that all renderers draw from; documented in docs/reference as `pymaint-report/1`. */
export interface Report {
  readonly schema: 'pymaint-report/1';
  readonly tool: { readonly name: 'pymaint'; readonly version: string };
  readonly action: string;
  /** The project's folder as a prefix of every path in the report: '' or `examples/clean`. */
  readonly folder: string;
  /** First line: what was judged, such as `attrsx 2.4.0 · tag v2.4.0 · hatchling`. */
  readonly headline: string;
  readonly answer: Answer;
  /** The answer in words: `ready`, `not ready`, `not known to be ready`. */
  readonly verdict: string;
  readonly failOn: FailOn;
  readonly counts: Counts;
  readonly checks: readonly CheckReport[];
  /** Worst first, then by place. */
  readonly findings: readonly Finding[];
  readonly accepted: readonly Accepted[];
  readonly timings: readonly FactTiming[];
  /** Milliseconds from start to verdict. */
  readonly milliseconds: number;
  /** Files with the whole output of the programs that ran. */
  readonly logs: readonly { readonly name: string; readonly path: string }[];
  /** What the run has left for later steps, such as the folder of the built distributions. */
  readonly kept: readonly { readonly name: string; readonly path: string }[];
  /** What the action hands on, for machines. */
  readonly data: { readonly [key: string]: Json };
}

/** All that a report is made of. */
export interface ReportInput<F extends FactSet> {
  readonly version: string;
  readonly action: string;
  readonly folder: string;
  readonly headline: string;
  /** The words for each answer. */
  readonly words: { readonly [A in Answer]: string };
  readonly judged: readonly Judged<F>[];
  readonly crashes: readonly CheckCrash[];
  readonly timings: readonly FactTiming[];
  readonly waivers: readonly Waiver[];
  readonly baseline: Baseline | undefined;
  readonly failOn: FailOn;
  readonly today: IsoDate;
  readonly milliseconds: number;
  readonly logs: Report['logs'];
  readonly kept?: Report['kept'];
  readonly data: Report['data'];
}

/**
 * Makes the report of a run: places findings below the workspace, sets aside what waivers and the baseline
 * accept, sorts worst first and gives the one answer. A crash is never good, and neither is a doubt.
 */
export function buildReport<F extends FactSet>(input: ReportInput<F>): Report {
  const found = input.judged.flatMap(({ outcome }) =>
    outcome.status === 'fail' ? outcome.findings : [],
  );
  const waived = applyWaivers(found, input.waivers, input.today, ruleStates(input.judged));
  const placed = [...waived.kept, ...waived.about].map((finding) =>
    inFolder(finding, input.folder),
  );
  const based = applyBaseline(placed, input.baseline ?? NO_BASELINE);
  const findings = based.kept.toSorted(worstFirst);
  const accepted = [
    ...waived.accepted.map((one) => ({ ...one, finding: inFolder(one.finding, input.folder) })),
    ...based.accepted,
  ];
  const checks = input.judged.map((one) => checkReport(one, findings, input.timings));
  const counts = countAll(checks, findings, accepted.length, input.crashes.length);
  const answer = answerOf(findings, counts, input.failOn);
  return {
    schema: 'pymaint-report/1',
    tool: { name: 'pymaint', version: input.version },
    action: input.action,
    folder: input.folder,
    headline: input.headline,
    answer,
    verdict: input.words[answer],
    failOn: input.failOn,
    counts,
    checks: [...checks, ...input.crashes.map(crashReport)],
    findings,
    accepted,
    timings: input.timings,
    milliseconds: input.milliseconds,
    logs: input.logs,
    kept: input.kept ?? [],
    data: input.data,
  };
}

const NO_BASELINE: Baseline = { schema: 'pymaint-baseline/1', findings: [] };

const ruleStates =
  <F extends FactSet>(judged: readonly Judged<F>[]) =>
  (rule: string): RuleState => {
    const named = judged.filter(({ check }) => namesRule(rule, check.id));
    if (named.length === 0) return 'absent';
    const ran = named.some(({ outcome: { status } }) => status === 'pass' || status === 'fail');
    return ran ? 'ran' : 'did-not-run';
  };

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

function checkReport<F extends FactSet>(
  { check, outcome }: Judged<F>,
  findings: readonly Finding[],
  timings: readonly FactTiming[],
): CheckReport {
  const own = findings.filter(({ rule }) => rule === check.id).length;
  const facts = new Set<string>([...check.reads, ...check.mayLack]);
  const work = timings
    .filter(({ fact }) => facts.has(fact))
    .map(({ started, ended, waited }) => ended - started - waited);
  const common = {
    id: check.id,
    group: groupOf(check.id),
    summary: check.summary,
    notAsked: outcome.status === 'skip' && outcome.because === 'not-asked',
    findings: own,
    milliseconds: Math.max(0, ...work),
  };
  switch (outcome.status) {
    case 'pass':
      return { ...common, status: 'pass', detail: outcome.found };
    case 'fail':
      // Waivers or the baseline may have set all of its findings aside.
      return own === 0
        ? { ...common, status: 'pass', detail: 'all findings accepted' }
        : { ...common, status: 'fail', detail: undefined };
    case 'skip': {
      const status = outcome.because === 'not-known' ? 'unknown' : 'skip';
      return { ...common, status, detail: outcome.reason };
    }
    case 'crash':
      return { ...common, status: 'crash', detail: outcome.crash.message };
  }
}

const crashReport = (crash: CheckCrash): CheckReport => ({
  id: crash.part,
  group: crash.part,
  summary: crash.part,
  status: 'crash',
  detail: crash.message,
  notAsked: false,
  findings: 0,
  milliseconds: 0,
});

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

/** Moves a finding's places from a folder to the one that the folder lies in. */
export function inFolder(finding: Finding, folder: string): Finding {
  if (folder === '') return finding;
  const move = <P extends Place>(place: P): P => ({ ...place, path: joinPath(folder, place.path) });
  const { related, fix } = finding;
  return {
    ...finding,
    place: move(finding.place),
    ...(related && { related: related.map((one) => ({ ...one, place: move(one.place) })) }),
    ...(fix && {
      fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: move(edit.range) })) },
    }),
  };
}

/** Joins two paths with `/` and resolves `.` and `..` as far as they go. */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '..' && last !== '') parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  const joined = parts.join('/');
  return folder === '' ? joined.replace(/^\//, '') : joined;
}
