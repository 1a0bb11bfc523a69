import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '@pymaint/core';
import { nodeClock } from './clock.ts';

describe('nodeClock', () => {
  it('says the day in UTC', () => {
    const before = new Date().toISOString();
    const today = nodeClock.today();
    expect(parseIsoDate(today)).toBe(today);
    expect([before.slice(0, 10), new Date().toISOString().slice(0, 10)]).toContain(today);
  });

  it('tells milliseconds since 1970', () => {
    expect(Math.abs(nodeClock.now() - Date.now())).toBeLessThan(1000);
  });

  it('sleeps at least as long as asked', async () => {
    const begun = nodeClock.monotonic();
    await nodeClock.sleep(20);
    // Timers may fire within a millisecond of their time.
    expect(nodeClock.monotonic() - begun).toBeGreaterThanOrEqual(18);
  });

  it('wakes with a rejection when the signal aborts, also one that has aborted before', async () => {
    const abort = new AbortController();
    const sleeping = nodeClock.sleep(3_600_000, abort.signal);
    abort.abort();
    await expect(sleeping).rejects.toThrow(/abort/i);
    await expect(nodeClock.sleep(3_600_000, abort.signal)).rejects.toThrow(/abort/i);
  });
});
