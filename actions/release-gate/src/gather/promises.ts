import { fileStart, known, notApplicable, type Fact } from '@pymaint/core';
import { readThrough } from '@pymaint/platform';
import {
  pythonClaims,
  readUvLock,
  type Project,
  type PythonClaim,
  type UvLock,
} from '@pymaint/python';
import type { Sources } from './sources.ts';

/** What classifiers, tox, nox and workflows say of the Pythons that are supported. */
export async function gatherPythonClaims(
  sources: Sources,
  project: Fact<Project>,
): Promise<Fact<readonly PythonClaim[]>> {
  if (!project.known) return project;
  const claims = await readThrough(sources, (tree) => pythonClaims(tree, project.value));
  return known(claims, project.place);
}

/** What uv.lock says that it was made for. */
export async function gatherUvLock(
  sources: Sources,
  project: Fact<Project>,
): Promise<Fact<UvLock>> {
  if (!project.known) return project;
  const path = 'uv.lock';
  const text = sources.files.includes(path) ? await sources.read(path) : undefined;
  if (text === undefined) return notApplicable('the folder has no uv.lock');
  const { name } = project.value;
  return name.known ? known(readUvLock(path, text, name.value), fileStart(path)) : name;
}
