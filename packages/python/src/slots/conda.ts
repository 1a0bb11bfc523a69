import { isRecipePath } from '../conda/recipe.ts';
import { slotAt } from './make.ts';
import type { Slot, SlotFinder } from './types.ts';

/** `{% set version = "1.2.3" %}` of a conda recipe in the repository, or `version:` under `context:` of the newer form. */
export const condaSlots: SlotFinder = {
  kind: 'conda',
  wants: ({ path }) => isRecipePath(path),
  *find(file, { name }): Iterable<Slot> {
    const { text } = file;
    // A recipe of another package may lie here too.
    if (!text.toLowerCase().replaceAll('_', '-').includes(name)) return;
    const match =
      /\{%-?[ \t]*set[ \t]+version[ \t]*=[ \t]*["']([^"'\n]+)["']/d.exec(text) ??
      /^context:[ \t]*\r?\n(?:[ \t]+(?!version:)[^\n]*\n)*[ \t]+version:[ \t]*["']?([\w.+!-]+)/dm.exec(
        text,
      );
    const span = match?.indices?.[1];
    if (span === undefined) return;
    yield slotAt(file, ...span, {
      kind: 'conda',
      policy: 'released',
      sure: true,
      what: 'the version of the conda recipe',
    });
  },
};
