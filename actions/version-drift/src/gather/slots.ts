import { known, notApplicable, type Fact } from '@pymaint/core';
import { readThrough } from '@pymaint/platform';
import {
  BUMP_FILES,
  findSlots,
  joinPath,
  slotPaths,
  type Project,
  type Slot,
} from '@pymaint/python';
import type { JudgedSlot, Sources, Target } from '../facts.ts';
import { judgeSlots } from '../judging/judge-slots.ts';
import { targetOf } from './target.ts';

/** Every place that names the version. What is looked at is read at once, and each file once. */
export async function slotsOf(sources: Sources, project: Project): Promise<readonly Slot[]> {
  const configuration = BUMP_FILES.map((path) => joinPath(project.folder, path) ?? path);
  const paths = await readThrough(sources, (tree) => slotPaths(tree, project), configuration);
  return readThrough(sources, (tree) => findSlots(tree, project), [...configuration, ...paths]);
}

/** The places that name the version, held against the one that the project declares. */
export interface DeclaredSlots {
  readonly target: Fact<Target>;
  readonly slots: readonly JudgedSlot[];
}

/**
 * For other actions that ask where a project says its version: every place, held against the declared one. Not
 * applicable where no file declares a version.
 */
export async function gatherDeclaredSlots(
  sources: Sources,
  project: Fact<Project>,
): Promise<Fact<DeclaredSlots>> {
  if (!project.known) return project;
  const { place, value } = project;
  if (value.versionSource.kind === 'vcs')
    return notApplicable(
      'the version is made of git’s tags, and files that hold it are made with it',
    );
  const releases = notApplicable('tags are not asked');
  const target = targetOf({ expected: undefined }, project, releases, place);
  // Where only a build tells the version, there is nothing to hold the others against.
  if (!target.known) return notApplicable(target.why);
  const slots = await slotsOf(sources, value);
  return known({ target, slots: judgeSlots(slots, value, target, releases) }, place);
}
