import { duration, type GatherEvent } from '@pymaint/core';
import type { Clock } from '../ports/clock.ts';
import type { Console } from './console.ts';

/** A live line that says what runs and for how long; nothing where nobody looks. */
export interface Progress {
  readonly onEvent: (event: GatherEvent) => void;
  /** Wipes the line and stops. Safe to call twice. */
  stop(): void;
}

const QUIET: Progress = { onEvent: () => undefined, stop: () => undefined };
const BEFORE_FIRST = 400;
const BETWEEN = 200;

/** Shows what takes long, on a terminal only: a log keeps no line that was made to be overwritten. */
export function startProgress(terminal: Console, clock: Clock, label: string): Progress {
  if (!terminal.isTerminal) return QUIET;
  const running = new Map<string, { readonly since: number; waitsOn: string | undefined }>();
  const begun = clock.monotonic();
  let shown = false;
  const draw = (): void => {
    const now = clock.monotonic() - begun;
    const busy = [...running].filter(([, { waitsOn }]) => waitsOn === undefined);
    const parts = busy.map(([fact, { since }]) => `${fact} ${duration(now - since)}`);
    const line = `${label}: ${parts.join(' · ')}`;
    if (now < BEFORE_FIRST || parts.length === 0) return;
    terminal.writeError(`\r\u001b[2K${line.slice(0, terminal.columns - 1)}`);
    shown = true;
  };
  const timer = setInterval(draw, BETWEEN);
  timer.unref();
  return {
    onEvent({ kind, fact, on, at }) {
      if (kind === 'ended') running.delete(fact);
      else if (kind === 'started') running.set(fact, { since: at, waitsOn: undefined });
      else {
        const entry = running.get(fact);
        if (entry !== undefined) entry.waitsOn = kind === 'waiting' ? on : undefined;
      }
    },
    stop() {
      clearInterval(timer);
      if (shown) terminal.writeError('\r\u001b[2K');
      shown = false;
    },
  };
}
