import { comparePlaces } from '@pymaint/core';
import type { Project } from '../project/types.ts';
import type { SourceTree } from '../source-tree.ts';
import { actionInputs } from './action-yml.ts';
import { badges } from './badge.ts';
import { bumpConfigurationSlots } from './bump-configuration.ts';
import { cargoLockSlots } from './cargo-lock.ts';
import { cargoTomlSlots } from './cargo-toml.ts';
import { citationSlot } from './citation.ts';
import { commandOutput } from './command-output.ts';
import { condaSlots } from './conda.ts';
import { confPySlots } from './conf-py.ts';
import { configuredSlots } from './configured.ts';
import { containerTags } from './container.ts';
import { ownFiles, slotScope, textFile } from './context.ts';
import { declaredSlot } from './declared.ts';
import { distributionFiles } from './distribution-file.ts';
import { dockerVersions } from './docker.ts';
import { dunderSlots } from './dunder.ts';
import { helmCharts } from './helm-chart.ts';
import { installPins } from './install-pin.ts';
import { issueForms } from './issue-form.ts';
import { jsonSlots } from './json-files.ts';
import { preCommitRevs } from './pre-commit-rev.ts';
import { prose } from './prose.ts';
import { pythonLockSlots } from './python-lock.ts';
import { releasePleaseManifest, releasePleaseSlots } from './release-please.ts';
import { removals } from './removals.ts';
import { repositoryLinks } from './repository-link.ts';
import { securityTable } from './security-table.ts';
import { serverJson } from './server-json.ts';
import type { FilePath, Slot, SlotFinder, SlotScope } from './types.ts';
import { usesLines } from './uses.ts';
import { versionDirectives } from './version-directives.ts';
import { versionFields } from './version-field.ts';

/** Every kind of slot, one line each: a new kind is a file of its own and a line here. */
export const SLOT_FINDERS: readonly SlotFinder[] = [
  declaredSlot,
  dunderSlots,
  confPySlots,
  citationSlot,
  jsonSlots,
  pythonLockSlots,
  cargoLockSlots,
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
  removals,
  cargoTomlSlots,
  serverJson,
  helmCharts,
  actionInputs,
  dockerVersions,
  issueForms,
  securityTable,
  prose,
  commandOutput,
  distributionFiles,
  releasePleaseManifest,
  releasePleaseSlots,
  configuredSlots,
];

/** The files that some finder looks at, chosen by their paths alone. */
const wanted = (
  scope: SlotScope,
): readonly { readonly file: FilePath; readonly finders: readonly SlotFinder[] }[] =>
  ownFiles(scope)
    .map((file) => ({ file, finders: SLOT_FINDERS.filter(({ wants }) => wants(file, scope)) }))
    .filter(({ finders }) => finders.length > 0);

/** The paths that {@link findSlots} reads, so that they can be read beforehand: all at once and each once. Of the tree only the configuration of bumping tools is read. */
export const slotPaths = (tree: SourceTree, project: Project): readonly string[] =>
  wanted(slotScope(tree, project)).map(({ file }) => file.path);

/**
 * Every place of the tree that names the project's version, by path and line; a place is listed once, by its first
 * finder. Each file is read once, so that the time is linear in the files.
 */
export function findSlots(tree: SourceTree, project: Project): readonly Slot[] {
  const scope = slotScope(tree, project);
  const found = new Map<string, Slot>();
  for (const { file, finders } of wanted(scope)) {
    const text = textFile(tree, file);
    if (text === undefined) continue;
    for (const { find } of finders)
      for (const slot of find(text, scope)) {
        const { path, line, column } = slot.place;
        const key = `${line}:${column}:${path}`;
        if (!found.has(key)) found.set(key, slot);
      }
  }
  return [...found.values()].toSorted((a, b) => comparePlaces(a.place, b.place));
}
