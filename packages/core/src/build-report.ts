import { applyBaseline, type Baseline } from './baseline.ts';
import { groupOf } from './check.ts';
import type { IsoDate } from './date.ts';
import type { FactTiming } from './engine/gather.ts';
import type { Judged } from './engine/judge.ts';
import type { CheckCrash } from './errors.ts';
import type { FactSet } from './fact.ts';
import type { Finding } from './finding.ts';
import { inFolder } from './in-folder.ts';
import type { Answer, CheckReport, FailOn, Report } from './report.ts';
import { answerOf, countAll, worstFirst } from './report-answer.ts';
import { applyWaivers, namesRule, type RuleState, type Waiver } from './waiver.ts';

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
