import {
  fileStart,
  known,
  listed,
  notApplicable,
  notKnown,
  type Fact,
  type Problem,
} from '@pymaint/core';
import { readThrough } from '@pymaint/platform';
import { readProject, type DeclaredVersion, type Project } from '@pymaint/python';
import type { Sources } from './sources.ts';

/** What the project says of itself. */
export async function gatherProject(sources: Sources): Promise<Fact<Project>> {
  const project = await readThrough(sources, (tree) => readProject(tree));
  return project === undefined
    ? notKnown(
        `the folder has neither pyproject.toml nor setup.cfg nor setup.py${elsewhere(sources)}`,
      )
    : known(project, fileStart(project.file));
}

/** What is wrong with its configuration; a folder without a project is wrong as a whole. */
export function problemsOf(project: Fact<Project>): Fact<readonly Problem[]> {
  if (project.known) return known(project.value.problems, project.place);
  const place = fileStart('pyproject.toml');
  return known(
    [
      {
        message:
          'Unexpected folder without pyproject.toml, setup.cfg and setup.py, expected a Python project',
        place,
        remedy: 'name the project’s folder: pymaint release-gate DIR',
      },
    ],
    place,
  );
}

/** The version that the sources declare; one that is made of tags is declared nowhere. */
export function declaredOf(project: Fact<Project>): Fact<DeclaredVersion> {
  if (!project.known) return project;
  const { version, versionSource } = project.value;
  return versionSource.kind === 'vcs'
    ? notApplicable(`the version is made of git’s tags by ${versionSource.by}`)
    : version;
}

/** Says which folders below hold a project, a few of them. */
function elsewhere({ files }: Sources): string {
  const found = files.flatMap(
    (path) =>
      /^((?:[^/]+\/){0,2}[^/]+)\/(?:pyproject\.toml|setup\.cfg|setup\.py)$/.exec(path)?.[1] ?? [],
  );
  const folders = [...new Set(found)].slice(0, 3);
  return folders.length === 0
    ? ''
    : `; projects are in ${listed(folders.map((one) => `\`${one}\``))}`;
}
