import type { Clock } from '@pymaint/platform';

/** A clock that stands still until it is moved. */
export interface FakeClock extends Clock {
  /** Moves the time on, and wakes in order all that slept until then. */
  advance(milliseconds: number): Promise<void>;
  /** How many sleep now. */
  readonly sleepers: number;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** A clock that starts at a moment, such as `2026-01-02` or `2026-01-02T03:04:05Z`. */
export function fakeClock(start: string): FakeClock {
  const begun = Date.parse(start);
  let now = begun;
  let sleeping: readonly Sleeper[] = [];
  return {
    now: () => now,
    monotonic: () => now - begun,
    today: () => new Date(now).toISOString().slice(0, 10),
    get sleepers() {
      return sleeping.length;
    },
    sleep: (milliseconds, signal) =>
      new Promise((done, fail) => {
        const give = (): void => fail(signal?.reason as Error);
        if (signal?.aborted === true) return give();
        const sleeper: Sleeper = {
          until: now + milliseconds,
          wake() {
            signal?.removeEventListener('abort', abort);
            done();
          },
        };
        const abort = (): void => {
          sleeping = sleeping.filter((other) => other !== sleeper);
          give();
        };
        signal?.addEventListener('abort', abort, { once: true });
        sleeping = [...sleeping, sleeper].toSorted((a, b) => a.until - b.until);
        return undefined;
      }),
    after(milliseconds, call) {
      const sleeper: Sleeper = { until: now + milliseconds, wake: call };
      sleeping = [...sleeping, sleeper].toSorted((a, b) => a.until - b.until);
      return () => void (sleeping = sleeping.filter((other) => other !== sleeper));
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      for (let next = sleeping[0]; next !== undefined && next.until <= end; next = sleeping[0]) {
        sleeping = sleeping.slice(1);
        now = Math.max(now, next.until);
        next.wake();
        // What woke may go to sleep again before the end.
        await new Promise((done) => setImmediate(done));
      }
      now = end;
    },
  };
}
