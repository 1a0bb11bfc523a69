import {
  choiceOption,
  durationOption,
  textOption,
  UserError,
  type OptionSpec,
  type OptionValues,
} from '@pymaint/core';
import { parseTagFormat } from '@pymaint/python';
import { NETWORK_OPTIONS } from './gather/network/options.ts';
import { readSize } from './gather/size.ts';
import { splitCommand } from './gather/command-line.ts';

/** A text that must stand a test, so that what is wrong with it is said at its place, before anything runs. */
const testedOption = (
  description: string,
  isGood: (text: string) => boolean,
  expected: string,
): OptionSpec<string | undefined> => ({
  ...textOption(description),
  read: (written) =>
    typeof written !== 'object' && isGood(String(written))
      ? { value: String(written) }
      : { expected },
});

const commandOption = (description: string): OptionSpec<string | undefined> =>
  testedOption(
    description,
    isCommand,
    'one command whose quotes are closed; no shell runs it: put several into a script and name that',
  );

function isCommand(text: string): boolean {
  try {
    return splitCommand('command', text).length > 0;
  } catch (thrown) {
    if (thrown instanceof UserError) return false;
    throw thrown;
  }
}

/** What release-gate can be told. The tables of the README and the inputs of action.yml are made from this. */
export const OPTIONS = {
  version: textOption(
    'The version that is to be released. Default: the version of the tag, else the version that the project declares.',
  ),
  tag: textOption(
    'The tag that releases the version; it need not exist yet. Default: the tag that started the workflow, else a tag of this project at the commit that is checked out.',
  ),
  'tag-format': testedOption(
    'The shape of this project’s tags, with `{version}` for the version, such as `v{version}`. Default: inferred from the earlier tags.',
    (text) => parseTagFormat(text).ok,
    '`{version}` in it once',
  ),
  'default-branch': textOption(
    'The branch that releases are cut from. Default: the remote’s default branch.',
  ),
  tests: commandOption(
    'The command that runs the tests, or `off`. Default: found from the project’s own configuration (pytest, unittest, tox, nox, hatch).',
  ),
  'tests-timeout': durationOption('After how long the tests are ended.', '30m'),
  docs: commandOption(
    'The command that builds the documentation, or `off`. Default: found from the project’s own configuration (Sphinx, MkDocs).',
  ),
  'docs-timeout': durationOption('After how long the documentation’s build is ended.', '20m'),
  'build-timeout': durationOption('After how long the build of sdist and wheel is ended.', '15m'),
  reproducible: choiceOption(
    'Whether a second build must give the same files: `check` builds twice, with `SOURCE_DATE_EPOCH` set to the commit’s date.',
    ['check', 'off'],
    'off',
  ),
  'largest-file': testedOption(
    'From which size on a file of the sdist or wheel is told of, such as `500kB`. Default: `20MB`.',
    (text) => readSize(text) !== undefined,
    'a size such as `20MB` or `500kB`',
  ),
  environment: choiceOption(
    'Where tests and documentation run: `isolated` makes a fresh virtual environment with the built wheel and what it asks for, `current` uses the environment as it is.',
    ['isolated', 'current'],
    'isolated',
  ),
  distributions: textOption(
    'The folder for the built sdist and wheel, relative to the project’s; what was judged stands in it and nothing else. Default: `dist` beside the report.',
    { sources: ['input', 'flag'] },
  ),
  'cache-folder': textOption(
    'The folder that keeps builds and environments for a next run in which nothing they depend on has changed, or `off`. Default: the user’s cache folder; `off` in a runner.',
    { sources: ['input', 'flag'] },
  ),
  python: textOption(
    'The Python to build and test with. Default: `python3`, else `python`, on `PATH`.',
  ),
  ...NETWORK_OPTIONS,
} as const;

/** The options as read. */
export type Options = OptionValues<typeof OPTIONS>;
