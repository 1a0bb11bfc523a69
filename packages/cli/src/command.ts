import type { OptionLayer, OptionSpecs } from '@pymaint/core';
import type { Console, RunnableAction } from '@pymaint/platform';

/** What a command may use. */
export interface CommandContext {
  readonly console: Console;
  readonly actions: readonly RunnableAction[];
}

/** Options under one heading of the help. */
export interface OptionGroup {
  readonly heading: string;
  readonly specs: OptionSpecs;
}

/** A command line, once it is known to hold nothing that the command does not know. */
export interface Given {
  readonly operands: readonly string[];
  /** The flags, as a layer of options. */
  readonly flags: OptionLayer;
}

/** One command behind `pymaint`: an entry in the help, and what it does. */
export interface Command {
  readonly name: string;
  /** The words behind the name in the usage line, such as `[DIR]`. */
  readonly operands: string;
  /** At most so many operands are taken. */
  readonly maxOperands: number;
  readonly summary: string;
  readonly options: readonly OptionGroup[];
  /** Does it and gives the exit status. */
  readonly run: (context: CommandContext, given: Given) => Promise<number>;
}
