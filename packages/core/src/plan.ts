import type { Place } from './place.ts';

/** One program that a run would start. */
export interface PlanStep {
  /** What it is for, such as `tests`. */
  readonly name: string;
  /** As it could be typed; a word in capitals stands for a path that the run makes up. */
  readonly command: string;
  /** What says that it is run, and run so. */
  readonly why: string;
  /** Where that stands. */
  readonly place?: Place;
}

/** What would become of one check. */
export interface PlannedCheck {
  readonly id: string;
  readonly summary: string;
  /** `left-out`: not asked for; `nothing`: the project has nothing for it to judge. */
  readonly status: 'judged' | 'left-out' | 'nothing';
  /** Why it would not be judged. */
  readonly why: string | undefined;
}

/** What a run would do, told without doing it. */
export interface Plan {
  readonly schema: 'pymaint-plan/1';
  readonly tool: { readonly name: 'pymaint'; readonly version: string };
  readonly action: string;
  /** What would be judged. */
  readonly headline: string;
  /** The facts that the checks look at; those that they build on come along. */
  readonly facts: readonly string[];
  readonly steps: readonly PlanStep[];
  readonly checks: readonly PlannedCheck[];
}
