/** The time, and waiting for it. Tests use a clock that they move themselves. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Milliseconds that never go back, for measuring; only differences count. */
  monotonic(): number;
  /** Today in UTC, `YYYY-MM-DD`. */
  today(): string;
  /** Resolves after so many milliseconds, or rejects as soon as the signal aborts. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Calls once after so many milliseconds, unless what it gives is called before: for times that mostly do not run out. */
  after(milliseconds: number, call: () => void): () => void;
}
