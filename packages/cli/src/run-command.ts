import { describeError, ISSUES_URL, nearest, UserError, VERSION } from '@pymaint/core';
import type { Console, RunnableAction } from '@pymaint/platform';
import { readArguments } from './arguments.ts';
import type { Command } from './command.ts';
import { commandsFor } from './commands/index.ts';
import { helpOf, overview } from './help.ts';

/**
 * Runs the command line of `pymaint` and gives its exit status: 0 good, 1 findings at or above `fail-on`,
 * 2 the user must mend an option, the configuration or the project, 3 a defect of ours. Never throws.
 */
export async function runCommand(
  console: Console,
  actions: readonly RunnableAction[],
): Promise<number> {
  try {
    return await dispatch(console, actions);
  } catch (thrown) {
    if (thrown instanceof UserError) {
      console.writeError(`${thrown.message}\n`);
      return 2;
    }
    const stack =
      thrown instanceof Error ? (thrown.stack ?? thrown.message) : describeError(thrown);
    console.writeError(
      `This is a defect of pymaint ${VERSION}, please report it at ${ISSUES_URL}\n${stack}\n`,
    );
    return 3;
  }
}

async function dispatch(console: Console, actions: readonly RunnableAction[]): Promise<number> {
  const commands = commandsFor(actions);
  const [first, ...rest] = console.args;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    const [about] = rest;
    const command = about === undefined ? undefined : findCommand(commands, about);
    console.write(
      command === undefined
        ? overview(commands, console.columns)
        : helpOf(command, console.columns),
    );
    return 0;
  }
  if (first === '--version' || first === '-V') {
    console.write(`pymaint ${VERSION}\n`);
    return 0;
  }
  const command = findCommand(commands, first);
  const given = readArguments(command, rest);
  if (given.help) {
    console.write(helpOf(command, console.columns));
    return 0;
  }
  return command.run({ console, actions }, given);
}

function findCommand(commands: readonly Command[], name: string): Command {
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const names = commands.map((candidate) => candidate.name);
  const near = nearest(name, names);
  throw new UserError(
    `Unexpected command \`${name}\`, expected one of ${names.join(', ')}` +
      (near === undefined ? '' : `; did you mean \`pymaint ${near}\`?`),
  );
}
