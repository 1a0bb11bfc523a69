import type { FactTiming } from './engine/gather.ts';
import type { Finding, Json, Level } from './finding.ts';
import type { Accepted } from './waiver.ts';

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
