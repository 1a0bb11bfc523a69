import { describe, expect, it } from 'vitest';
import { UserError } from '../errors.ts';
import { known, notKnown, type Fact } from '../fact.ts';
import { gatherFacts, type GatherEvent, type Gatherers } from './gather.ts';

interface Facts {
  readonly [name: string]: Fact<unknown>;
  readonly a: Fact<number>;
  readonly b: Fact<number>;
  readonly c: Fact<number>;
}

const place = { path: 'pyproject.toml', line: 1, column: 1 };
const one = async (): Promise<Fact<number>> => known(1, place);
const broken = async (): Promise<never> => {
  throw new Error('boom');
};
const gatherers = (given: Partial<Gatherers<Facts>>): Gatherers<Facts> => ({
  a: one,
  b: one,
  c: one,
  ...given,
});
/** A clock that moves by one at each look. */
const ticking = () => {
  let at = 0;
  return () => {
    at += 1;
    return at;
  };
};
const gather = (
  given: Partial<Gatherers<Facts>>,
  wanted: readonly ('a' | 'b' | 'c')[] = ['a', 'b', 'c'],
) => gatherFacts<Facts>(gatherers(given), wanted, { now: ticking() });

describe('gatherFacts', () => {
  it('gathers what is wanted and what that builds on, each once', async () => {
    let runs = 0;
    const given: Partial<Gatherers<Facts>> = {
      a: async (need) => {
        const [b, c] = await Promise.all([need('b'), need('c')]);
        return b.known && c.known ? known(b.value + c.value, place) : notKnown('no');
      },
      b: (need) => need('c'),
      c: async () => {
        runs += 1;
        return known(2, place);
      },
    };
    const { facts, timings } = await gather(given, ['a']);
    expect(facts.a).toEqual(known(4, place));
    expect(runs).toBe(1);
    expect(timings.map(({ fact }) => fact).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('leaves out what nobody wants', async () => {
    const { facts } = await gather({ c: broken }, ['a']);
    expect(Object.keys(facts)).toEqual(['a']);
  });

  it('works side by side where facts are independent', async () => {
    let release = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      release = resolve;
    });
    // `a` can end only if `b` runs meanwhile.
    const { facts } = await gather({
      a: async () => {
        await opened;
        return known(1, place);
      },
      b: async () => {
        release();
        return known(2, place);
      },
    });
    expect(facts.a?.known).toBe(true);
  });

  it('goes on when a gatherer crashes, and leaves an unknown fact and the crash', async () => {
    const { facts, crashes } = await gather({ a: broken });
    expect(facts.a).toEqual({
      known: false,
      why: 'the gathering of `a` crashed',
      because: 'crashed',
    });
    expect(facts.b?.known).toBe(true);
    expect(crashes.map(({ message }) => message)).toEqual(['gathering of `a` crashed: boom']);
  });

  it('takes a gatherer that throws at once for one that crashes', async () => {
    const { crashes } = await gather({
      a: () => {
        throw new TypeError('at once');
      },
    });
    expect(crashes.map(({ message }) => message)).toEqual(['gathering of `a` crashed: at once']);
  });

  it.each<[string, Partial<Gatherers<Facts>>]>([
    ['itself', { a: (need) => need('a') }],
    ['one that waits for it', { a: (need) => need('b'), b: (need) => need('a') }],
    ['a ring', { a: (need) => need('b'), b: (need) => need('c'), c: (need) => need('a') }],
  ])('ends, with a crash, where a fact waits for %s', async (_, given) => {
    const { crashes, facts } = await gather(given);
    expect(crashes.length).toBeGreaterThan(0);
    expect(crashes.map(({ message }) => message).join()).toContain('wait for each other');
    expect(facts.a?.known).toBe(false);
  });

  it('throws a UserError only once all that was under way has stopped', async () => {
    let ended = false;
    let release = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      release = resolve;
    });
    const gathering = gather({
      a: async () => {
        queueMicrotask(release);
        throw new UserError('mend it', place);
      },
      b: async () => {
        await opened;
        ended = true;
        return known(1, place);
      },
    });
    await expect(gathering).rejects.toThrow('pyproject.toml:1:1: mend it');
    expect(ended).toBe(true);
  });

  it('waits for a fact that was started and not awaited', async () => {
    const { facts } = await gather(
      {
        a: async (need) => {
          void need('b');
          return known(1, place);
        },
        b: async () => {
          await Promise.resolve();
          await Promise.resolve();
          return known(2, place);
        },
      },
      ['a'],
    );
    expect(facts.b).toEqual(known(2, place));
  });

  it('tells work from waiting, as it happens', async () => {
    const events: GatherEvent[] = [];
    const { timings } = await gatherFacts<Facts>(gatherers({ a: (need) => need('b') }), ['a'], {
      now: ticking(),
      onEvent: (event) => events.push(event),
    });
    expect(events.map(({ kind, fact, on }) => [kind, fact, on])).toEqual([
      ['started', 'a', undefined],
      ['waiting', 'a', 'b'],
      ['started', 'b', undefined],
      ['ended', 'b', undefined],
      ['resumed', 'a', 'b'],
      ['ended', 'a', undefined],
    ]);
    const a = timings.find(({ fact }) => fact === 'a');
    expect(a?.waited).toBeGreaterThan(0);
    expect(a?.waited).toBeLessThan((a?.ended ?? 0) - (a?.started ?? 0));
  });
});
