import { describe, expect, it } from 'vitest';
import { fakeClock } from './fake-clock.ts';

const HOUR = 3_600_000;

describe('fakeClock', () => {
  it('stands still until it is moved', async () => {
    const clock = fakeClock('2026-02-28T23:30:00Z');
    expect([clock.today(), clock.monotonic()]).toEqual(['2026-02-28', 0]);
    await clock.advance(HOUR);
    expect([clock.today(), clock.monotonic()]).toEqual(['2026-03-01', HOUR]);
    expect(new Date(clock.now()).toISOString()).toBe('2026-03-01T00:30:00.000Z');
  });

  it('wakes sleepers in order, at their time, also those that go to sleep again', async () => {
    const clock = fakeClock('2026-01-01');
    const woken: (readonly [string, number])[] = [];
    const sleeper = async (name: string, ...times: number[]) => {
      for (const time of times) {
        await clock.sleep(time);
        woken.push([name, clock.monotonic()]);
      }
    };
    const all = [sleeper('late', 50), sleeper('twice', 10, 20), sleeper('next day', 100)];
    await clock.advance(60);
    expect(woken).toEqual([
      ['twice', 10],
      ['twice', 30],
      ['late', 50],
    ]);
    expect(clock.sleepers).toBe(1);
    await clock.advance(40);
    await Promise.all(all);
    expect(woken.at(-1)).toEqual(['next day', 100]);
  });

  it('lets a sleeper go when its signal aborts', async () => {
    const clock = fakeClock('2026-01-01');
    const abort = new AbortController();
    const sleeping = clock.sleep(10, abort.signal);
    abort.abort();
    await expect(sleeping).rejects.toThrow(/abort/i);
    await expect(clock.sleep(10, abort.signal)).rejects.toThrow(/abort/i);
    expect(clock.sleepers).toBe(0);
  });
});
