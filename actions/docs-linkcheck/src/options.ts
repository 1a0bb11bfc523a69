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
  'write-inventory': textOption(
    'Write what the documentation publishes for others to link to into this file, relative to the project’s folder: keep it at a release, for `compare-inventory`.',
  ),
  'compare-inventory': textOption(
    'The `objects.inv` of the last release, or what `write-inventory` wrote: report the public documents, labels and objects that are gone without a redirect.',
  ),
} as const;

/** The options as read. */
export type Options = OptionValues<typeof OPTIONS>;
