import { durationOption, flagOption, textOption, type OptionValues } from '@pymaint/core';

/** What version-drift can be told. The tables of the README and the inputs of action.yml are made from this. */
export const OPTIONS = {
  expected: textOption(
    'The version that every place should hold. Default: the one that the project declares, else the newest tag.',
  ),
  'release-as': textOption(
    'Shows what a bump to this version would change: a notice with a fix for each place, in its own spelling.',
  ),
  fix: flagOption(
    'Writes every safe fix into the files, only the characters of the places, and tells what is left. With `release-as` it is the whole bump.',
    { sources: ['input', 'flag'] },
  ),
  'tag-format': textOption(
    'The shape of this project’s tags, with `{version}` for the version, such as `v{version}`. Default: inferred from the tags.',
  ),
  online: flagOption(
    'Ask the package index what was released, beside the tags. What it does not answer leaves the verdict unknown. Off, nothing is asked.',
  ),
  offline: flagOption('Ask nothing of it, also where `online` is set.'),
  'index-url': textOption(
    'The package index, as pip takes it (`https://pypi.org/simple`). Default: `UV_DEFAULT_INDEX`, `UV_INDEX_URL` or `PIP_INDEX_URL`, the default of `[[tool.uv.index]]`, else PyPI.',
  ),
  'release-within': durationOption(
    'How long a declared version may be newer than all releases of the index before a notice asks for its release. Looked at with `online`.',
    '90d',
  ),
} as const;

/** The options as read. */
export type Options = OptionValues<typeof OPTIONS>;
