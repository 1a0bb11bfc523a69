import { comparePlaces } from '@pymaint/core';
import type { Project } from '../project/types.ts';
import type { SourceTree } from '../source-tree.ts';
import { bumpConfigurationSlots } from './bump-configuration.ts';
import { citationSlot } from './citation.ts';
import { condaSlots } from './conda.ts';
import { confPySlots } from './conf-py.ts';
import { slotContext } from './context.ts';
import { declaredSlot } from './declared.ts';
import {
  badges,
  containerTags,
  installPins,
  preCommitRevs,
  repositoryLinks,
  usesLines,
  versionFields,
} from './documents.ts';
import { dunderSlots } from './dunder.ts';
import { jsonSlots } from './json-files.ts';
import { lockSlots } from './locks.ts';
import type { Slot, SlotFinder } from './types.ts';
import { versionDirectives } from './version-directives.ts';

/** Every kind of slot, one line each: a new kind is a file of its own and a line here. */
export const SLOT_FINDERS: readonly SlotFinder[] = [
  declaredSlot,
  dunderSlots,
  confPySlots,
  citationSlot,
  jsonSlots,
  lockSlots,
  condaSlots,
  bumpConfigurationSlots,
  installPins,
  preCommitRevs,
  versionFields,
  badges,
  usesLines,
  repositoryLinks,
  containerTags,
  versionDirectives,
];

/** Every place of the tree that names the project's version, by path and line; a place is listed once, by its first finder. */
export function findSlots(tree: SourceTree, project: Project): readonly Slot[] {
  const context = slotContext(tree, project);
  const found = new Map<string, Slot>();
  for (const { find } of SLOT_FINDERS)
    for (const slot of find(context)) {
      const { path, line, column } = slot.place;
      const key = `${line}:${column}:${path}`;
      if (!found.has(key)) found.set(key, slot);
    }
  return [...found.values()].toSorted((a, b) => comparePlaces(a.place, b.place));
}
