import {
  gatherFacts,
  judgeAll,
  notKnown,
  readOptions,
  wantedFacts,
  type FactSet,
  type Judged,
  type OptionSpecs,
  type Plan,
  type PlannedCheck,
  type Unknown,
} from '@pymaint/core';
import type { Action } from './action.ts';
import type { RunRequest } from './run-once.ts';
import { selectionOf, selectionOver } from './selection.ts';

/** In a plan, what a program would have to find out. */
export const WOULD_RUN: Unknown = notKnown('it would be run');

/**
 * Tells what a run would do: options are read, and of the facts only those that no program of the project has to be run
 * for. Nothing is written.
 * @throws UserError where an option, the configuration or the project must be mended first
 */
export async function planOnce<S extends OptionSpecs, F extends FactSet>(
  action: Action<S, F>,
  { ports, layers, version, leaveOut, beside, onEvent }: RunRequest,
): Promise<Plan> {
  const options = readOptions(action.options, layers);
  const selection = selectionOf(action.checks, layers, {
    ...(leaveOut && { leaveOut }),
    ...(beside && { beside }),
  });
  const wanted = wantedFacts(action.checks, selection);
  const planned = action.plan?.(options, ports);
  const { facts } = await gatherFacts(
    { ...action.gather(options, ports), ...planned?.gatherers },
    planned === undefined ? [] : wanted,
    { now: () => ports.clock.monotonic(), ...(onEvent && { onEvent }) },
  );
  return {
    schema: 'pymaint-plan/1',
    tool: { name: 'pymaint', version },
    action: action.name,
    headline: action.headline(facts),
    facts: wanted,
    steps: planned?.steps() ?? [],
    checks: judgeAll(action.checks, facts, selectionOver(action.checks, selection, facts)).map(
      plannedCheck,
    ),
  };
}

/** What it finds is of no account here, only whether it would be asked. */
const plannedCheck = <F extends FactSet>({ check, outcome }: Judged<F>): PlannedCheck => {
  const { id, summary } = check;
  if (outcome.status !== 'skip' || outcome.because === 'not-known')
    return { id, summary, status: 'judged', why: undefined };
  const status = outcome.because === 'not-asked' ? 'left-out' : 'nothing';
  return { id, summary, status, why: outcome.reason };
};
