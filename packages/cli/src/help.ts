import { VERSION, type OptionSpec } from '@pymaint/core';
import type { Command, OptionGroup } from './command.ts';

const INDENT = '  ';
const NAME_COLUMN = 26;

/** The help of `pymaint` itself: what it does, and the commands. */
export function overview(commands: readonly Command[], width: number): string {
  const rows = commands.map((command) =>
    row(`${command.name} ${command.operands}`.trim(), command.summary, width),
  );
  return [
    `pymaint ${VERSION}: keeps a Python package releasable`,
    '',
    'Usage: pymaint COMMAND [DIR] [options]    (DIR is the package, default: this folder)',
    '',
    ...rows,
    '',
    'pymaint COMMAND --help tells the options of a command. Each option is also a key of',
    '[tool.pymaint.COMMAND] in pyproject.toml, and an input of the GitHub Action of that name.',
    '',
    'Exit status: 0 good, 1 findings, 2 something to mend first, 3 a defect of pymaint.',
    '',
  ].join('\n');
}

/** The help of one command. */
export function helpOf(command: Command, width: number): string {
  const groups = command.options.flatMap((group) => groupHelp(group, width));
  return [
    `Usage: pymaint ${command.name} ${command.operands} [options]`.replace('  ', ' '),
    '',
    ...wrap(command.summary, width, ''),
    '',
    ...groups,
  ].join('\n');
}

const groupHelp = ({ heading, specs }: OptionGroup, width: number): readonly string[] => [
  `${heading}:`,
  ...Object.entries(specs).map(([name, spec]) => row(flagOf(name, spec), describe(spec), width)),
  '',
];

const flagOf = (name: string, spec: OptionSpec<unknown>): string =>
  spec.kind === 'flag' ? `--${name}` : `--${name} ${PLACEHOLDERS[spec.kind]}`;

const PLACEHOLDERS = {
  text: 'TEXT',
  choice: 'WORD',
  list: 'LIST',
  duration: 'TIME',
} as const;

const describe = (spec: OptionSpec<unknown>): string => {
  const choices = spec.choices === undefined ? '' : ` One of: ${spec.choices.join(', ')}.`;
  const fallback =
    spec.kind === 'flag' || spec.shownDefault === '' ? '' : ` Default: ${spec.shownDefault}.`;
  return spec.description + choices + fallback;
};

/** A name and its words beside it; a name too long for its column stands on a line of its own. */
function row(name: string, words: string, width: number): string {
  const indent = INDENT + ' '.repeat(NAME_COLUMN);
  const [first = '', ...more] = wrap(words, width, indent);
  const head = INDENT + name.padEnd(NAME_COLUMN);
  const lines =
    name.length < NAME_COLUMN
      ? [head + first.slice(indent.length), ...more]
      : [head, first, ...more];
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** Breaks words into lines of at most `width` columns, each behind `indent`. */
function wrap(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}
