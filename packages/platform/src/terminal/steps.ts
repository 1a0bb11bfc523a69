import type { GatherEvent } from '@pymaint/core';

/** One fact that is being gathered. */
export interface Step {
  readonly fact: string;
  /** The facts that it waits for now, in the order in which it asked for them. */
  readonly waitsFor: readonly string[];
  /** Milliseconds since it began to do what it does now: to work, or to wait. */
  readonly milliseconds: number;
  /** How far it has come, where it says so. */
  readonly words?: string;
}

/** What is under way, as events tell it. */
export interface Steps {
  readonly note: (event: GatherEvent) => void;
  /** Those that work first, then those that wait, each by the time at which they began. `at` is in the time of the events. */
  readonly under: (at: number) => readonly Step[];
}

interface Entry {
  since: number;
  readonly waitsFor: string[];
  words?: string;
}

/** Keeps what is under way: started, not ended, and whether it works or waits for another. */
export function stepsUnderWay(): Steps {
  const entries = new Map<string, Entry>();
  const waitsOf = (entry: Entry, { kind, on, at }: GatherEvent): void => {
    const before = entry.waitsFor.length;
    if (kind === 'waiting' && on !== undefined) entry.waitsFor.push(on);
    const found = kind === 'resumed' ? entry.waitsFor.indexOf(on ?? '') : -1;
    if (found >= 0) entry.waitsFor.splice(found, 1);
    // From work to waiting and back; a second wait changes nothing.
    if ((before === 0) !== (entry.waitsFor.length === 0)) entry.since = at;
  };
  return {
    note(event) {
      const entry = entries.get(event.fact);
      if (event.kind === 'ended') entries.delete(event.fact);
      else if (event.kind === 'started') entries.set(event.fact, { since: event.at, waitsFor: [] });
      else if (event.kind === 'progress' && entry !== undefined) entry.words = event.words ?? '';
      else if (entry !== undefined) waitsOf(entry, event);
    },
    under(at) {
      const steps = [...entries].map(([fact, { since, waitsFor, words }]) => ({
        fact,
        waitsFor: [...waitsFor],
        milliseconds: at - since,
        ...(words !== undefined && { words }),
      }));
      const works = ({ waitsFor }: Step): boolean => waitsFor.length === 0;
      return [...steps.filter(works), ...steps.filter((step) => !works(step))];
    },
  };
}
