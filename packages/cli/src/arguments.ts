import { nearest, UserError, type OptionLayer, type Written } from '@pymaint/core';
import { parseArguments } from '@pymaint/platform';
import type { Command, Given } from './command.ts';

const SHORT: { readonly [name: string]: string } = {
  help: 'h',
  output: 'o',
  verbose: 'v',
  quiet: 'q',
};

/** Flags that every command takes and that are looked at before it runs. */
export const EVERYWHERE = { help: { takesValue: false, short: 'h' } } as const;

/**
 * Reads a command line by the options of its command. `--no-X` turns a flag off; a flag that was given twice
 * adds up where it is a list, else the last one counts.
 * @throws UserError for what the command does not know
 */
export function readArguments(
  command: Command,
  args: readonly string[],
): Given & { readonly help: boolean } {
  const specs = Object.assign(
    {},
    ...command.options.map((group) => group.specs),
  ) as Command['options'][number]['specs'];
  const known = Object.entries(specs).flatMap(([name, spec]) => {
    const takesValue = spec.kind !== 'flag';
    const short = SHORT[name];
    const flag = { takesValue, ...(short !== undefined && { short }) };
    return takesValue
      ? [[name, flag]]
      : [
          [name, flag],
          [`no-${name}`, { takesValue }],
        ];
  });
  const flags = { ...EVERYWHERE, ...Object.fromEntries(known) } as {
    readonly [name: string]: { readonly takesValue: boolean };
  };
  const { positionals, flags: given } = parseArguments(args, flags);
  const values = new Map<string, Written>();
  for (const { name, value, written } of given) {
    const flag = flags[name];
    if (flag === undefined) throw strangeFlag(command, written, Object.keys(flags));
    if (flag.takesValue && value === undefined)
      throw new UserError(
        `${written}: Unexpected end of the command line, expected a value behind it`,
      );
    const spec = specs[name];
    if (spec?.kind === 'list') values.set(name, [...asList(values.get(name)), ...asList(value)]);
    else if (flag.takesValue) values.set(name, value ?? '');
    else if (value !== undefined) values.set(name, value);
    else if (specs[name] === undefined && name.startsWith('no-')) values.set(name.slice(3), false);
    else values.set(name, true);
  }
  if (positionals.length > command.maxOperands)
    throw new UserError(
      `Unexpected \`${positionals[command.maxOperands]}\`, expected \`pymaint ${command.name} ${command.operands}\``,
    );
  return { operands: positionals, flags: flagLayer(values), help: values.get('help') === true };
}

const asList = (written: Written | undefined): readonly string[] =>
  written === undefined ? [] : typeof written === 'object' ? written : String(written).split(',');

const flagLayer = (values: ReadonlyMap<string, Written>): OptionLayer => ({
  source: 'flag',
  get(name) {
    const written = values.get(name);
    return written === undefined ? undefined : { written, where: `--${name}` };
  },
});

function strangeFlag(command: Command, written: string, known: readonly string[]): UserError {
  const near = nearest(written.replace(/^--?/, ''), known);
  return new UserError(
    `Unexpected flag \`${written}\`, expected one of \`pymaint ${command.name} --help\`` +
      (near === undefined ? '' : `; did you mean \`--${near}\`?`),
  );
}
