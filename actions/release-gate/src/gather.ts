import { fileStart, known, type Gatherers } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { ReleaseFacts } from './facts.ts';
import { gatherBranching, gatherChanges, gatherHistory } from './gather/git.ts';
import { gatherDeclared, gatherProject } from './gather/project.ts';
import { candidateOf, gatherTag } from './gather/tag.ts';
import type { Options } from './options.ts';

/** How each fact is found. What does not name another fact by `need` runs beside everything else. */
export const gatherRelease = (options: Options, ports: Ports): Gatherers<ReleaseFacts> => {
  const { git, workspace, clock } = ports;
  return {
    today: async () => known(clock.today(), fileStart('.')),
    project: () => gatherProject(workspace),
    declared: () => gatherDeclared(workspace),
    async tag(need) {
      const project = await need('project');
      return project.known ? gatherTag(options, ports, project.value, project.place) : project;
    },
    async candidate(need) {
      const [project, tag, declared] = [
        await need('project'),
        await need('tag'),
        await need('declared'),
      ];
      const place = project.known ? project.place : fileStart('pyproject.toml');
      return candidateOf(options.version, tag, declared, place);
    },
    changes: () => gatherChanges(git),
    history: () => gatherHistory(git),
    async branching(need) {
      const tag = await need('tag');
      if (!tag.known) return tag;
      return gatherBranching(git, options['default-branch'], tag.value.commit, tag.place);
    },
  };
};
