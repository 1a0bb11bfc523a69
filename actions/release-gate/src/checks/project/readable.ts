import { failIf } from '@pymaint/core';
import { checkRequirement, type Project } from '@pymaint/python';
import type { Fact, Place } from '@pymaint/core';
import { check } from '../../check.ts';

/** The configuration can be read, and says what it must. */
export const readable = check({
  id: 'project/readable',
  summary: 'The project’s configuration can be read',
  reads: ['problems'],
  mayLack: ['project'],
  judge: ({ problems, project }) => {
    const elsewhere = new Set(placesOfOthers(project).map(key));
    const own = problems.value.filter((problem) => !elsewhere.has(key(problem.place)));
    const style = project.known ? `${project.value.file} (${project.value.backend.id})` : '';
    return failIf(own, style);
  },
});

/** What `version/valid` and `dependencies/parse` say is not said twice. */
function placesOfOthers(project: Fact<Project>): readonly Place[] {
  if (!project.known) return [];
  const { version, dependencies, optionalDependencies } = project.value;
  const requirements = [
    ...(dependencies.known ? dependencies.value : []),
    ...(optionalDependencies.known ? [...optionalDependencies.value.values()].flat() : []),
  ];
  return [
    ...(version.known && version.value.canonical === undefined ? [version.place] : []),
    ...requirements.flatMap(checkRequirement).map(({ place }) => place),
  ];
}

const key = ({ path, line, column }: Place): string => `${path}:${line}:${column}`;
