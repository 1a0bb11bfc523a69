import { listOption, textOption, type OptionValues } from '@pymaint/core';
import { EXTERNAL_OPTIONS } from './gather/external/options.ts';

/** What docs-linkcheck can be told. The tables of the README and the inputs of action.yml are made from this. */
export const OPTIONS = {
  source: textOption(
    'The folder of Sphinx’s `conf.py`. Default: what `.readthedocs.yaml` says, else `docs`, `doc`, `docs/source` and their like.',
  ),
  inventories: listOption(
    'Files of other projects’ inventories, as `NAME=PATH` with the name in `intersphinx_mapping`, such as `python=docs/inventories/python.inv`.',
  ),
  ...EXTERNAL_OPTIONS,
  'changed-since': textOption(
    'A branch, tag or commit: report only what leads nowhere since then, be it that the link was added or that its target was removed.',
  ),
} as const;

/** The options as read. */
export type Options = OptionValues<typeof OPTIONS>;
