/** A program to run. Never goes through a shell: `args` reach the program as they are. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute folder to run in. */
  readonly cwd: string;
  /** Added to (a string) or removed from (undefined) the environment that is handed down. */
  readonly env?: { readonly [name: string]: string | undefined };
  /** After so many milliseconds the program and all that it started is ended. */
  readonly timeout: number;
  /** Short name of the log file that keeps all output, such as `tests`; without it nothing is kept. */
  readonly log?: string;
}

/** How a program ended. */
export type Ending =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signalled'; readonly signal: string }
  | { readonly kind: 'timed-out'; readonly after: number }
  | {
      readonly kind: 'not-started';
      readonly why: 'not-found' | 'refused';
      readonly message: string;
    };

/** What a program did. Output is text of the outside world: it reaches a report only through the sanitising writer. */
export interface Ran {
  readonly ending: Ending;
  /** The last part of each stream (1 MiB), as UTF-8. */
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams as they came, in order, last part (1 MiB). */
  readonly output: string;
  readonly milliseconds: number;
  /** The file with all output, absolute, where the command asked for one. */
  readonly log: string | undefined;
}

/** Runs programs: output captured and bounded, input closed, the whole process tree ended on timeout or cancellation. */
export interface Processes {
  run(command: Command): Promise<Ran>;
  /** The full path of a program on PATH, or undefined. */
  find(program: string): Promise<string | undefined>;
}
