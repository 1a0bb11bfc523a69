import { duration, type GatherEvent } from '@pymaint/core';
import type { Clock } from '../ports/clock.ts';
import type { Console } from './console.ts';
import { liveView } from './live-view.ts';
import { stepsUnderWay } from './steps.ts';

/** Tells what runs and for how long, beside the report and never in its way: on standard error. */
export interface Progress {
  readonly onEvent: (event: GatherEvent) => void;
  /** Wipes what is live and stops. Safe to call twice. */
  stop(): void;
}

/** What runs no longer than this is not told of. */
const BEFORE_FIRST = 400;
const BETWEEN = 100;
/** A step that a log tells of: when it has worked for so long, and when it ends. */
const LONG = 3000;

/**
 * On a terminal a few live lines, drawn again ten times a second and wiped at the end; elsewhere a line when a step has
 * run for some time and one when it ends, since a log keeps no line that was made to be overwritten.
 */
export const startProgress = (terminal: Console, clock: Clock, label: string): Progress =>
  terminal.canRedraw ? liveProgress(terminal, clock, label) : plainProgress(terminal, clock, label);

function liveProgress(terminal: Console, clock: Clock, label: string): Progress {
  const steps = stepsUnderWay();
  const view = liveView(terminal);
  const begun = clock.monotonic();
  const release = terminal.whenStopped(() => view.wipe());
  const ticking = every(clock, BETWEEN, () => {
    const at = clock.monotonic() - begun;
    if (at >= BEFORE_FIRST) view.draw(label, at, steps.under(at));
  });
  return {
    onEvent: steps.note,
    stop() {
      ticking.abort();
      release();
      view.wipe();
    },
  };
}

/** The lines of {@link startProgress} for a log. */
export function plainProgress(
  terminal: Pick<Console, 'writeError'>,
  clock: Clock,
  label: string,
): Progress {
  const steps = stepsUnderWay();
  const told = new Map<string, number>();
  const begun = clock.monotonic();
  const ticking = every(clock, 500, () => {
    const at = clock.monotonic() - begun;
    for (const { fact, waitsFor, milliseconds } of steps.under(at)) {
      if (waitsFor.length > 0 || milliseconds < LONG || told.has(fact)) continue;
      told.set(fact, at - milliseconds);
      terminal.writeError(`${label}: ${fact} is running\n`);
    }
  });
  return {
    onEvent(event) {
      steps.note(event);
      const since = told.get(event.fact);
      if (event.kind !== 'ended' || since === undefined) return;
      terminal.writeError(`${label}: ${event.fact} ended after ${duration(event.at - since)}\n`);
    },
    stop: () => ticking.abort(),
  };
}

/** Calls again and again until it is aborted. */
function every(clock: Clock, milliseconds: number, call: () => void): AbortController {
  const over = new AbortController();
  const loop = async (): Promise<void> => {
    for (;;) {
      await clock.sleep(milliseconds, over.signal);
      call();
    }
  };
  // Aborting is the only way out of it.
  loop().catch((thrown: unknown) => {
    if (!over.signal.aborted) throw thrown;
  });
  return over;
}
