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
  /** What waits for its turn, in order. */
  readonly waiting: Waiting[];
  /** True while somebody starts what waits: one at a time, so that a pause that comes up meanwhile holds for all. */
  driven: boolean;
  /** Exchanges under way. */
  active: number;
  /** Called where an exchange ends. */
  freed: () => void;
  nextStart: number;
  readonly deadline: number;
}

interface Waiting {
  /** Resolves when it is over; never rejects. */
  readonly start: (left: number) => Promise<void>;
  readonly giveUp: () => void;
}

const NOBODY = (): void => undefined;

/** A limiter by the run's own clock; its budget begins now. Ended by `signal`. */
export function limiter(limits: ProbeLimits, clock: Clock, signal: AbortSignal): Limiter {
  const runDeadline = clock.monotonic() + limits.runBudget;
  const all = places(limits.connections);
  const hosts = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    const known = hosts.get(host);
    if (known !== undefined) return known;
    const now = clock.monotonic();
    const deadline = Math.min(runDeadline, now + limits.hostBudget);
    const state: HostState = {
      waiting: [],
      driven: false,
      active: 0,
      freed: NOBODY,
      nextStart: now,
      deadline,
    };
    hosts.set(host, state);
    return state;
  };
  const why = (host: string): Unchecked => unchecked(stateOf(host), limits, runDeadline, signal);
  return {
    run<T>(host: string, task: (left: number) => Promise<T>): Promise<T | Unchecked> {
      const state = stateOf(host);
      return new Promise((done, fail) => {
        state.waiting.push({
          async start(left) {
            try {
              done(await task(left));
            } catch (error) {
              fail(error);
            }
          },
          giveUp: () => done(why(host)),
        });
        void drive(state, all, limits, clock, signal);
      });
    },
    pause(host, milliseconds) {
      const state = stateOf(host);
      state.nextStart = Math.max(state.nextStart, clock.monotonic() + milliseconds);
    },
    left: (host) => stateOf(host).deadline - clock.monotonic(),
    why,
  };
}

/** Starts what waits for a host, each as soon as the host's interval, its places and those of the run allow. */
async function drive(
  state: HostState,
  all: Places,
  { perHost, interval }: ProbeLimits,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  if (state.driven) return;
  state.driven = true;
  let place: Disposable | undefined;
  while (state.waiting.length > 0) {
    const now = clock.monotonic();
    const isOver = signal.aborted || Math.max(now, state.nextStart) >= state.deadline;
    if (isOver) for (const { giveUp } of state.waiting.splice(0)) giveUp();
    else if (state.active < perHost && now >= state.nextStart) {
      const free = place ?? all.tryTake();
      place = free === undefined ? await all.take() : undefined;
      if (free === undefined) continue;
      // A timer that fires late must not slow the whole queue down: one interval at most is made good.
      state.nextStart = Math.max(state.nextStart, now - interval) + interval;
      void start(state, free, state.deadline - now);
    } else {
      // While this one waited for a place of the run, its host was given a pause: others may have the place.
      place?.[Symbol.dispose]();
      place = undefined;
      if (state.active >= perHost) await new Promise<void>((go) => (state.freed = go));
      else await clock.sleep(state.nextStart - now, signal).catch(() => undefined);
    }
  }
  place?.[Symbol.dispose]();
  state.driven = false;
}

async function start(state: HostState, place: Disposable, left: number): Promise<void> {
  state.active += 1;
  await state.waiting.shift()?.start(left);
  state.active -= 1;
  place[Symbol.dispose]();
  state.freed();
  state.freed = NOBODY;
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
