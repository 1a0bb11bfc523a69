import type {
  Answer,
  Check,
  FactSet,
  Gatherers,
  Json,
  OptionSpecs,
  OptionValues,
  PlanStep,
  Report,
} from '@pymaint/core';
import type { Ports } from './ports/index.ts';

/** One declared output of an action, as in action.yml. */
export interface OutputSpec {
  readonly description: string;
}

/** How an action finds out what it would run. */
export interface Planned<F extends FactSet> {
  /** In place of the gatherers that run programs: they note what they would run, and give {@link WOULD_RUN}. */
  readonly gatherers: Partial<Gatherers<F>>;
  /** What was noted, in the order in which it would run. */
  readonly steps: () => readonly PlanStep[];
}

/** What an action has left behind for later steps, once all programs have ended. */
export interface Finished {
  /** Values of some of the action's outputs. */
  readonly outputs: { readonly [name: string]: string };
  /** Values for machines in the report. */
  readonly data: { readonly [key: string]: Json };
  /** Files and folders that are named at the end of the report. */
  readonly kept: Report['kept'];
}

/**
 * An action as data: what it is called, what it can be told, how it finds its facts and which checks judge
 * them. The runner, the command and the generated documentation all work from this.
 */
export interface Action<S extends OptionSpecs, F extends FactSet> {
  /** Also its folder, its bundle and its table in `[tool.pymaint]`. */
  readonly name: string;
  /** What it answers, in one line. */
  readonly summary: string;
  /** Its own options; those that all actions share are added by {@link runOnce}. */
  readonly options: S;
  /** Groups of checks that run programs or ask the network, so `pymaint check` leaves them out. */
  readonly slow: readonly string[];
  /**
   * Checks that one of its sibling actions answers with more places, by the sibling's name: `pymaint check`, which runs
   * both, leaves them to it, so that nothing is told twice.
   */
  readonly leftTo?: { readonly [sibling: string]: readonly string[] };
  /** True where a doubt fails the run, as it must for a gate; false where only findings do. */
  readonly doubtFails: boolean;
  /** In the order of the report. */
  readonly checks: readonly Check<F>[];
  /** How each fact is found: the only part that may await a port. */
  readonly gather: (options: OptionValues<S>, ports: Ports) => Gatherers<F>;
  /** The words for each answer. */
  readonly words: { readonly [A in Answer]: string };
  /** The report's first line, from whatever facts were gathered. */
  readonly headline: (facts: Partial<F>) => string;
  /** Values for machines in the report, from whatever facts were gathered. */
  readonly data?: (facts: Partial<F>) => { readonly [key: string]: Json };
  /** Tells what it would run, without running it; nothing is gathered for the plan of an action without it. */
  readonly plan?: (options: OptionValues<S>, ports: Ports) => Planned<F>;
  /** Puts what later steps need into its place: the only part that may write. Runs when all facts are gathered. */
  readonly finish?: (
    options: OptionValues<S>,
    facts: Partial<F>,
    ports: Ports,
  ) => Promise<Finished>;
  /** Outputs beside those that all actions share. */
  readonly outputs: { readonly [name: string]: OutputSpec };
  /** The values of `outputs`. Every declared output is written in the end, '' where there is nothing to say. */
  readonly outputValues: (report: Report, facts: Partial<F>) => { readonly [name: string]: string };
}

/** Gives an action's definition its types. */
export const defineAction = <S extends OptionSpecs, F extends FactSet>(
  action: Action<S, F>,
): Action<S, F> => action;
