import { choiceOption, durationOption, textOption, type OptionValues } from '@pymaint/core';

/** What release-gate can be told. The tables of the README and the inputs of action.yml are made from this. */
export const OPTIONS = {
  version: textOption(
    'The version that is to be released. Default: the version of the tag, else the version that the project declares.',
  ),
  tag: textOption(
    'The tag that releases the version; it need not exist yet. Default: the tag that started the workflow, else a tag of this project at the commit that is checked out.',
  ),
  'tag-format': textOption(
    'The shape of this project’s tags, with `{version}` for the version, such as `v{version}`. Default: inferred from the earlier tags.',
  ),
  'default-branch': textOption(
    'The branch that releases are cut from. Default: the remote’s default branch.',
  ),
  tests: textOption(
    'The command that runs the tests, or `off`. Default: found from the project’s own configuration (pytest, unittest, tox, nox, hatch).',
  ),
  'tests-timeout': durationOption('After how long the tests are ended.', '30m'),
  docs: textOption(
    'The command that builds the documentation, or `off`. Default: found from the project’s own configuration (Sphinx, MkDocs).',
  ),
  'docs-timeout': durationOption('After how long the documentation’s build is ended.', '20m'),
  'build-timeout': durationOption('After how long the build of sdist and wheel is ended.', '15m'),
  environment: choiceOption(
    'Where tests and documentation run: `isolated` makes a fresh virtual environment with the built wheel and what it asks for, `current` uses the environment as it is.',
    ['isolated', 'current'],
    'isolated',
  ),
  python: textOption(
    'The Python to build and test with. Default: `python3`, else `python`, on `PATH`.',
  ),
} as const;

/** The options as read. */
export type Options = OptionValues<typeof OPTIONS>;
