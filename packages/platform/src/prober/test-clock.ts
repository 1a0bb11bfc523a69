import type { Clock } from '../ports/clock.ts';

/** A clock for tests with real sockets: waits pass at once and are noted, timeouts pass only when a test says so. */
export interface WaitClock extends Clock {
  /** Milliseconds of each wait, in order. */
  readonly waits: readonly number[];
  /** Lets the time of all exchanges under way run out. */
  expire(): void;
}

/** A clock that starts at a moment. */
export function waitClock(start: string): WaitClock {
  const begun = Date.parse(start);
  const waits: number[] = [];
  let now = begun;
  let pending: (() => void)[] = [];
  return {
    waits,
    now: () => now,
    monotonic: () => now - begun,
    today: () => new Date(now).toISOString().slice(0, 10),
    async sleep(milliseconds) {
      const until = now + milliseconds;
      waits.push(milliseconds);
      await new Promise((done) => setImmediate(done));
      now = Math.max(now, until);
    },
    after(_milliseconds, call) {
      pending.push(call);
      return () => void (pending = pending.filter((other) => other !== call));
    },
    expire() {
      const due = pending;
      pending = [];
      for (const go of due) go();
    },
  };
}
