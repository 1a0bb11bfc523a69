import { UserError, type Finding } from '@pymaint/core';
import { publishedInventory, removedSince, writeInventory, type DocsProject } from '@pymaint/docs';
import type { Options } from '../options.ts';
import { inventoryAt } from './inventories.ts';
import type { Sources } from './sources.ts';

/** What the last release published and this tree does not; nothing where the user names no inventory of it. */
export async function removedNames(
  sources: Sources,
  options: Options,
  project: DocsProject,
): Promise<readonly Finding[]> {
  const path = options['compare-inventory'];
  if (path === undefined) return [];
  const before = await inventoryAt(sources, path);
  if (before === undefined)
    throw new UserError(
      `compare-inventory: Unexpected \`${path}\`, expected an \`objects.inv\` or what \`write-inventory\` wrote, relative to the project\u2019s folder`,
    );
  return removedSince(project, before);
}

/** The inventory as a text to keep. The version is not known here, and is left empty. */
export const inventoryText = (project: DocsProject): string =>
  writeInventory(publishedInventory(project, '', ''));
