import type { Clock } from '../ports/clock.ts';

/** A clock for tests with real sockets: waits pass at once and are noted, timeouts pass only when a test says so. */
export interface WaitClock extends Clock {
  /** Milliseconds of each wait, in order. */
  readonly waits: readonly number[];
  /** Lets the time of all exchanges under way run out. */
  expire(): void;
}

/** A clock that starts at a moment. Sleeps of one of the given lengths are timeouts. */
export function waitClock(start: string, timeouts: ReadonlySet<number>): WaitClock {
  const begun = Date.parse(start);
  const waits: number[] = [];
  let now = begun;
  let pending: (() => void)[] = [];
  return {
    waits,
    now: () => now,
    monotonic: () => now - begun,
    today: () => new Date(now).toISOString().slice(0, 10),
    async sleep(milliseconds, signal) {
      const until = now + milliseconds;
      if (timeouts.has(milliseconds)) {
        await new Promise<void>((done, fail) => {
          pending.push(done);
          signal?.addEventListener('abort', () => fail(new Error('over')), { once: true });
        });
      } else {
        waits.push(milliseconds);
        await new Promise((done) => setImmediate(done));
      }
      now = Math.max(now, until);
    },
    expire() {
      const due = pending;
      pending = [];
      for (const go of due) go();
    },
  };
}
