import type { FactSet, OptionSpecs, Plan } from '@pymaint/core';
import type { Action, OutputSpec } from './action.ts';
import { planOnce } from './plan-once.ts';
import { runOnce, type RunRequest, type RunResult } from './run-once.ts';

/** What everyone may know of an action without its facts' types: for the command, the runner and the documentation. */
export interface RunnableAction {
  readonly name: string;
  readonly summary: string;
  readonly options: OptionSpecs;
  readonly outputs: { readonly [name: string]: OutputSpec };
  readonly slow: readonly string[];
  readonly leftTo: { readonly [sibling: string]: readonly string[] };
  readonly doubtFails: boolean;
  readonly checks: readonly { readonly id: string }[];
  /** Runs it once: see {@link runOnce}. */
  readonly run: (request: RunRequest) => Promise<RunResult>;
  /** Tells what a run would do: see {@link planOnce}. */
  readonly plan: (request: RunRequest) => Promise<Plan>;
}

/** Closes an action over the types of its options and facts. */
export const runnable = <S extends OptionSpecs, F extends FactSet>(
  action: Action<S, F>,
): RunnableAction => ({
  name: action.name,
  summary: action.summary,
  options: action.options,
  outputs: action.outputs,
  slow: action.slow,
  leftTo: action.leftTo ?? {},
  doubtFails: action.doubtFails,
  checks: action.checks.map(({ id }) => ({ id })),
  run: (request) => runOnce(action, request),
  plan: (request) => planOnce(action, request),
});
