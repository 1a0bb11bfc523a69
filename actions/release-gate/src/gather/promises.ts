import { fileStart, known, notApplicable, type Fact } from '@pymaint/core';
import { readThrough, sha256OfText } from '@pymaint/platform';
import {
  pythonClaims,
  readPdmLock,
  readPoetryLock,
  readUvLock,
  type HashedLock,
  type Project,
  type PythonClaim,
  type UvLock,
} from '@pymaint/python';
import type { JudgedLock } from '../facts.ts';
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

const HASHED = { 'poetry.lock': readPoetryLock, 'pdm.lock': readPdmLock } as const;

/** Lock files that hold a hash of what they were made for, and whether it is that of the project as it is. */
export async function gatherHashedLocks(
  sources: Sources,
  project: Fact<Project>,
): Promise<Fact<readonly JudgedLock[]>> {
  if (!project.known) return project;
  const found = Object.entries(HASHED).filter(([path]) => sources.files.includes(path));
  if (found.length === 0) return notApplicable('the folder has no poetry.lock and no pdm.lock');
  const locks = await Promise.all(
    found.map(async ([path, read]) => {
      const text = (await sources.read(path)) ?? '';
      return judged(read(path, text, sources.pyproject));
    }),
  );
  return known(locks, fileStart(found[0]?.[0] ?? ''));
}

const judged = (lock: HashedLock): JudgedLock => ({
  lock,
  current:
    lock.kind === 'hashed'
      ? lock.inputs.some((input) => sha256OfText(input) === lock.hash.text.toLowerCase())
      : undefined,
});
