import type { ProbeLimits } from '@pymaint/core';
import type { Clock } from '../ports/clock.ts';
import { type Places, places } from './places.ts';

/** Lets exchanges through, as many at a time and as fast as each host and the whole run may have. */
export interface Limiter {
  /**
   * Runs a task in a place of its host and of the run, once the host's interval and pauses have gone by. `left`
   * is how many milliseconds it may take. Gives why it was not run where a budget is used up before.
   */
  run<T>(host: string, task: (left: number) => Promise<T>): Promise<T | Unchecked>;
  /** Lets no exchange with a host begin for so many milliseconds. */
  pause(host: string, milliseconds: number): void;
  /** Milliseconds that are left for a host. */
  left(host: string): number;
  /** Why a host's pages stay unchecked. */
  why(host: string): Unchecked;
}

/** A page that was not asked for. */
export interface Unchecked {
  readonly kind: 'unchecked';
  readonly why: string;
}

interface HostState {
  readonly places: Places;
  readonly starts: Places;
  nextStart: number;
  readonly deadline: number;
}

/** A limiter by the run's own clock; its budget begins now. Ended by `signal`. */
export function limiter(limits: ProbeLimits, clock: Clock, signal: AbortSignal): Limiter {
  const runDeadline = clock.monotonic() + limits.runBudget;
  const all = places(limits.connections);
  const hosts = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    const known = hosts.get(host);
    if (known !== undefined) return known;
    const now = clock.monotonic();
    const state: HostState = {
      places: places(limits.perHost),
      starts: places(1),
      nextStart: now,
      deadline: Math.min(runDeadline, now + limits.hostBudget),
    };
    hosts.set(host, state);
    return state;
  };
  const over = (state: HostState): boolean => signal.aborted || clock.monotonic() >= state.deadline;
  const begin = async (state: HostState): Promise<boolean> => {
    // One at a time, so that a pause that comes up meanwhile holds for all that wait.
    using _start = await state.starts.take();
    for (;;) {
      const now = clock.monotonic();
      if (over(state) || state.nextStart >= state.deadline) return false;
      if (now >= state.nextStart) {
        // A timer that fires a little late must not slow the whole queue down.
        const late = now - state.nextStart;
        state.nextStart = (late < limits.interval ? state.nextStart : now) + limits.interval;
        return true;
      }
      await clock.sleep(state.nextStart - now, signal).catch(() => undefined);
    }
  };
  const why = (host: string): Unchecked => unchecked(stateOf(host), limits, runDeadline, signal);
  return {
    async run(host, task) {
      const state = stateOf(host);
      using _place = await state.places.take();
      if (!(await begin(state))) return why(host);
      using _anyPlace = await all.take();
      return over(state) ? why(host) : await task(state.deadline - clock.monotonic());
    },
    pause(host, milliseconds) {
      const state = stateOf(host);
      state.nextStart = Math.max(state.nextStart, clock.monotonic() + milliseconds);
    },
    left: (host) => stateOf(host).deadline - clock.monotonic(),
    why,
  };
}

const unchecked = (
  { deadline }: HostState,
  { runBudget, hostBudget }: ProbeLimits,
  runDeadline: number,
  signal: AbortSignal,
): Unchecked => {
  if (signal.aborted) return { kind: 'unchecked', why: 'the run was ended' };
  const [whose, budget] = deadline >= runDeadline ? ["run's", runBudget] : ["host's", hostBudget];
  return { kind: 'unchecked', why: `the ${whose} time of ${budget / 1000} s was used up` };
};
