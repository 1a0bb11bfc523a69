import { fileStart, known, notKnown } from '@pymaint/core';
import { pythonClaims, readUvLock, sourceTree } from '@pymaint/python';
import type { ReleaseFacts } from './facts.ts';
import { someProject } from './testing.ts';

/** Facts of a project of these files, with what else its own files say. */
export function someFacts(
  files: Readonly<Record<string, string>>,
): Pick<ReleaseFacts, 'project' | 'pythonClaims' | 'uvLock'> {
  const project = someProject(files);
  if (!project.known) return { project, pythonClaims: project, uvLock: project };
  const lock = files['uv.lock'];
  return {
    project,
    pythonClaims: known(pythonClaims(sourceTree(files), project.value), project.place),
    uvLock:
      lock === undefined
        ? notKnown('no uv.lock')
        : known(readUvLock('uv.lock', lock, 'attrsx'), fileStart('uv.lock')),
  };
}
