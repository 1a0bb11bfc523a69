import { fileStart, known, notApplicable, type Fact } from '@pymaint/core';
import { readThrough } from '@pymaint/platform';
import { readProject, type Project } from '@pymaint/python';
import type { Sources } from './sources.ts';

/** What the project says of itself. */
export async function gatherProject(sources: Sources): Promise<Fact<Project>> {
  const project = await readThrough(sources, (tree) => readProject(tree));
  return project === undefined
    ? notApplicable('the folder has neither pyproject.toml nor setup.cfg nor setup.py')
    : known(project, fileStart(project.file));
}
