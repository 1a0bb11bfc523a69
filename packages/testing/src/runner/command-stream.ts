import { COMMANDS, readCommand, type ReadCommand } from './action-command.ts';

/** All that the runner makes of a step's lines. */
export interface CommandStream {
  /** One line, of standard output or standard error: the runner reads both alike. */
  line(text: string): void;
  /** What was taken for a command and obeyed, in order. */
  readonly commands: readonly ReadCommand[];
  /** Outputs and state that were set by commands, as old toolkits do. */
  readonly outputs: ReadonlyMap<string, string>;
  readonly masks: readonly string[];
  /** Commands that the runner refuses, which fails the step. */
  readonly errors: readonly string[];
}

/** Obeys commands as ActionCommandManager.cs does. */
export function commandStream(): CommandStream {
  const commands: ReadCommand[] = [];
  const outputs = new Map<string, string>();
  const masks: string[] = [];
  const errors: string[] = [];
  /** While set, nothing is obeyed but the command of this name. */
  let stopped: string | undefined;

  const obey = (command: ReadCommand): void => {
    const { name, properties, data } = command;
    commands.push(command);
    if (name === 'stop-commands') {
      const token = data.toLowerCase();
      if (token === '' || token === 'pause-logging' || COMMANDS.has(token)) {
        errors.push(`stop-commands needs a token that is no command, got '${data}'`);
      } else stopped = token;
    } else if (name === 'set-output' || name === 'save-state') {
      if ((properties['name'] ?? '') === '') errors.push(`${name} needs a name`);
      else if (name === 'set-output') outputs.set(properties['name'] ?? '', data);
    } else if (name === 'add-mask') masks.push(data);
    else if (name === 'set-env' || name === 'add-path') errors.push(`${name} is disabled`);
    else if (name === 'echo' && !/^(?:on|off)$/i.test(data.trim())) {
      errors.push(`echo is on or off, got '${data}'`);
    }
  };

  return {
    commands,
    outputs,
    masks,
    errors,
    line(text) {
      const names = stopped === undefined ? COMMANDS : new Set([...COMMANDS, stopped]);
      const command = readCommand(text, names);
      if (command === undefined) return;
      if (stopped === undefined) obey(command);
      else if (command.name === stopped) stopped = undefined;
    },
  };
}
