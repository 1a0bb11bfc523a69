import { formatCommand, type RunnerCommand } from './commands.ts';
import { sanitise } from './sanitise.ts';

/** The log of a run. All text is taken for text from outside; only {@link LogWriter.command} can speak to the runner. */
export interface LogWriter {
  /** Writes text, sanitised line by line: what has no line end yet waits for the rest of its line. */
  write(text: string): void;
  /** Gives the runner a command, on a line of its own. */
  command(command: RunnerCommand): void;
  /** Ends the line that waits, if any. */
  flush(): void;
}

/**
 * A log writer over anything that takes whole lines, such as `process.stdout.write`. A line is sanitised as a whole,
 * so a command cannot be put together from pieces, and a command of ours never lands within a line of text.
 */
export function logWriter(out: (lines: string) => void): LogWriter {
  let waiting = '';
  const flush = (): void => {
    if (waiting !== '') out(`${sanitise(waiting)}\n`);
    waiting = '';
  };
  return {
    flush,
    write(text) {
      const end = text.lastIndexOf('\n') + 1;
      if (end > 0) {
        out(sanitise(waiting + text.slice(0, end)));
        waiting = '';
      }
      waiting += text.slice(end);
    },
    command(command) {
      flush();
      out(`${formatCommand(command)}\n`);
    },
  };
}
