import { writeSync } from 'node:fs';

/** Something that must not outlive the run. */
export interface Mortal {
  /** Ends it in good order. Must not reject. */
  readonly end: () => Promise<void>;
  /** Ends it now, without waiting: the process is about to be gone. */
  readonly endAtOnce: () => void;
}

/** How long this run lives, and what ends with it. */
export interface Lifetime {
  /** Whatever is added last ends first. */
  add(mortal: Mortal): void;
  /** Ends all that was added; once only. */
  end(): Promise<void>;
}

/** How a run is told to stop: Ctrl-C and the runner's cancel, the runner's second word, a closed terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const NAMES = { SIGINT: 'Ctrl-C', SIGTERM: 'SIGTERM', SIGHUP: 'the end of its terminal' } as const;

/** One line on standard error, at once: ending may take a while. */
function tell(signal: (typeof SIGNALS)[number]): void {
  try {
    writeSync(
      2,
      `Stopped: by ${NAMES[signal]}; what runs is being ended, and there is no verdict\n`,
    );
  } catch {
    // Nobody is there to read it.
  }
}

/**
 * Ends what was added on every way out of this process but SIGKILL: when asked, on a signal (which then takes its
 * usual course, so that a shell sees how the process ended; a second one does not wait), on an uncaught error and
 * on `process.exit`. As long as it lives it listens for signals, so call {@link Lifetime.end}.
 */
export function processLifetime(): Lifetime {
  const mortals: Mortal[] = [];
  let ending: Promise<void> | undefined;
  const endAll = async (): Promise<void> => {
    for (let next = mortals.pop(); next !== undefined; next = mortals.pop()) await next.end();
  };
  const atOnce = (): void => {
    for (let next = mortals.pop(); next !== undefined; next = mortals.pop()) next.endAtOnce();
  };
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off('exit', atOnce);
  };
  const end = (): Promise<void> => (ending ??= endAll().finally(release));
  const onSignal = (signal: (typeof SIGNALS)[number]): void => {
    const die = (): void => {
      atOnce();
      release();
      process.kill(process.pid, signal);
    };
    if (ending === undefined) {
      // After whoever else listens, who may have to leave a line that is drawn again and again.
      queueMicrotask(() => tell(signal));
      void end().then(die, die);
    } else die();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('exit', atOnce);
  return { add: (mortal) => void mortals.push(mortal), end };
}
