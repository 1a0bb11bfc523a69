import type { Fact, FactSet, Known, ValueOf } from './fact.ts';
import type { Level } from './finding.ts';
import type { Verdict } from './verdict.ts';

/** What `judge` is given: the facts that it reads, known, and those that it can do without, as they are. */
export type Given<F extends FactSet, R extends keyof F, M extends keyof F> = {
  readonly [K in R]: Known<ValueOf<F[K]>>;
} & { readonly [K in M]: F[K] };

/**
 * One rule about the project, as its author writes it. `judge` is pure, synchronous and total, and sees no
 * fact but those named in `reads` and `mayLack`.
 */
export interface CheckSpec<F extends FactSet, R extends keyof F, M extends keyof F> {
  /** `group/name`, or `name` alone: the file's path under checks/, the rule's id and its page's address. */
  readonly id: string;
  /** What is true when the check passes, in one line. */
  readonly summary: string;
  /** The level of its findings, unless a finding says otherwise. Default `error`. */
  readonly level?: Level;
  /** Facts without which there is nothing to judge: where one is unknown, the check is skipped for its reason. */
  readonly reads: readonly R[];
  /** Facts that are passed on even where they are unknown. */
  readonly mayLack?: readonly M[];
  /** Ids of checks without whose success this one would only repeat their findings. */
  readonly needs?: readonly string[];
  readonly judge: (given: Given<F, R, M>) => Verdict;
}

/** A check as the engine runs it, over the facts of its action. */
export interface Check<F extends FactSet> {
  readonly id: string;
  readonly summary: string;
  readonly level: Level;
  readonly reads: readonly (keyof F & string)[];
  readonly mayLack: readonly (keyof F & string)[];
  readonly needs: readonly string[];
  readonly judge: (facts: { readonly [name: string]: Fact<unknown> }) => Verdict;
}

/**
 * The `check` function of one action: gives its specification types (from `reads` and `mayLack`) and defaults.
 *
 * ```ts
 * export const check = checksOver<ReleaseFacts>();
 * export const tagAgrees = check({ id: 'version/tag-agrees', reads: ['tag', 'declared'], judge: … });
 * ```
 */
export const checksOver =
  <F extends FactSet>() =>
  <R extends keyof F & string, M extends keyof F & string = never>(
    spec: CheckSpec<F, R, M>,
  ): Check<F> => ({
    level: 'error',
    mayLack: [],
    needs: [],
    ...spec,
    // The engine passes exactly the facts named in `reads` (known) and `mayLack`, which is what Given says.
    judge: (facts) => spec.judge(facts as Given<F, R, M>),
  });

/** The group of a check: `version` of `version/tag-agrees`; a check without a group is its own. */
export const groupOf = (id: string): string => id.split('/', 1)[0] ?? id;
