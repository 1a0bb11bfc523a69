import { CheckCrash, UserError } from '../errors.ts';
import type { Fact, FactSet, Unknown } from '../fact.ts';

/** Asks for another fact of the same action and waits for it. */
export type Need<F extends FactSet> = <K extends keyof F & string>(name: K) => Promise<F[K]>;

/** How each fact of an action is found. A gatherer asks for the facts it builds on, and for nothing else. */
export type Gatherers<F extends FactSet> = {
  readonly [K in keyof F & string]: (need: Need<F>) => Promise<F[K]>;
};

/** When a fact was gathered: milliseconds since gathering began. `waited` was spent on other facts. */
export interface FactTiming {
  readonly fact: string;
  readonly started: number;
  readonly ended: number;
  readonly waited: number;
}

/** What happens while facts are gathered, for a live view. */
export interface GatherEvent {
  readonly kind: 'started' | 'waiting' | 'resumed' | 'progress' | 'ended';
  readonly fact: string;
  /** The fact that is waited for, where `kind` is `waiting`, or was until now, where it is `resumed`. */
  readonly on?: string;
  /** How far it has come, where `kind` is `progress`. */
  readonly words?: string;
  /** Milliseconds since gathering began. */
  readonly at: number;
}

/** All that was gathered. Facts that nobody wanted are absent. */
export interface Gathered<F extends FactSet> {
  readonly facts: Partial<F>;
  readonly timings: readonly FactTiming[];
  readonly crashes: readonly CheckCrash[];
}

/** What gathering needs from outside. */
export interface GatherOptions {
  /** A clock in milliseconds; only differences count. */
  readonly now: () => number;
  readonly onEvent?: (event: GatherEvent) => void;
}

/**
 * Gathers the wanted facts and those they build on, each once, side by side where they are independent.
 * A gatherer that throws leaves an unknown fact and a {@link CheckCrash}; the others go on. A
 * {@link UserError} ends gathering, since the user must mend it first, but only after all that was under way
 * has stopped, so that nothing is left running.
 */
export async function gatherFacts<F extends FactSet>(
  gatherers: Gatherers<F>,
  wanted: readonly (keyof F & string)[],
  options: GatherOptions,
): Promise<Gathered<F>> {
  type Name = keyof F & string;
  const begun = options.now();
  const at = (): number => options.now() - begun;
  const running = new Map<Name, Promise<F[Name]>>();
  const waitsFor = new Map<Name, Set<Name>>();
  const facts: Partial<F> = {};
  const timings: FactTiming[] = [];
  const crashes: CheckCrash[] = [];
  const userErrors: UserError[] = [];

  const gather = (name: Name): Promise<F[Name]> => {
    const earlier = running.get(name);
    if (earlier !== undefined) return earlier;
    const promise = run(name);
    running.set(name, promise);
    return promise;
  };

  const run = async <K extends Name>(name: K): Promise<F[K]> => {
    const started = at();
    const waiting = waitClock(at);
    options.onEvent?.({ kind: 'started', fact: name, at: started });
    const need: Need<F> = async (other) => {
      noteWait(waitsFor, name, other);
      options.onEvent?.({ kind: 'waiting', fact: name, on: other, at: at() });
      waiting.begin();
      try {
        return (await gather(other)) as F[typeof other];
      } finally {
        waiting.end();
        waitsFor.get(name)?.delete(other);
        options.onEvent?.({ kind: 'resumed', fact: name, on: other, at: at() });
      }
    };
    const fact = await attempt(name, () => gatherers[name](need), crashes, userErrors);
    const ended = at();
    timings.push({ fact: name, started, ended, waited: waiting.total() });
    facts[name] = fact as F[K];
    options.onEvent?.({ kind: 'ended', fact: name, at: ended });
    return fact as F[K];
  };

  await Promise.all(wanted.map(gather));
  // A gatherer may have started another and gone on without waiting for it.
  while (timings.length < running.size) await Promise.all(running.values());
  const [userError] = userErrors;
  if (userError !== undefined) throw userError;
  return { facts, timings, crashes };
}

async function attempt<T extends Fact<unknown>>(
  name: string,
  gather: () => Promise<T>,
  crashes: CheckCrash[],
  userErrors: UserError[],
): Promise<T | Unknown> {
  try {
    return await gather();
  } catch (thrown) {
    if (thrown instanceof UserError) userErrors.push(thrown);
    else crashes.push(new CheckCrash(`gathering of \`${name}\``, thrown));
    return { known: false, why: `the gathering of \`${name}\` crashed`, because: 'crashed' };
  }
}

/** Remembers who waits for whom, and refuses a wait that could never end. */
function noteWait<N extends string>(waitsFor: Map<N, Set<N>>, waiter: N, on: N): void {
  const reaches = (from: N, seen: Set<N>): boolean => {
    if (from === waiter) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...(waitsFor.get(from) ?? [])].some((next) => reaches(next, seen));
  };
  if (reaches(on, new Set())) throw new Error(`\`${waiter}\` and \`${on}\` wait for each other`);
  const waits = waitsFor.get(waiter) ?? new Set<N>();
  waitsFor.set(waiter, waits.add(on));
}

/** Adds up the time in which at least one wait was under way. */
function waitClock(at: () => number): { begin(): void; end(): void; total(): number } {
  let under = 0;
  let since = 0;
  let sum = 0;
  return {
    begin() {
      if (under === 0) since = at();
      under += 1;
    },
    end() {
      under -= 1;
      if (under === 0) sum += at() - since;
    },
    total: () => sum,
  };
}
