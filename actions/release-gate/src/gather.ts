import { fileStart, known, type Gatherers, type Need } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { ReleaseFacts } from './facts.ts';
import { gatherBranching, gatherChanges, gatherHistory } from './gather/git.ts';
import { gatherBuild } from './gather/build.ts';
import { gatherDocs } from './gather/docs/run.ts';
import { gatherPython } from './gather/python.ts';
import { gatherTools } from './gather/tools.ts';
import type { Ingredients } from './gather/environment.ts';
import { gatherTests } from './gather/tests/run.ts';
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
    python: () => gatherPython(ports, options.python),
    async tools(need) {
      const python = await need('python');
      return python.known ? gatherTools(ports, python.value) : python;
    },
    async build(need) {
      const [project, python] = [await need('project'), await need('python')];
      if (!project.known) return project;
      // What the build leaves behind must not be taken for a change of the user's.
      await need('changes');
      return python.known
        ? gatherBuild(ports, python.value, project.place, options['build-timeout'], () =>
            need('tools'),
          )
        : python;
    },
    tests: (need) => gatherTests(ports, options, ingredients(need)),
    docs: (need) => gatherDocs(ports, options, ingredients(need)),
    async branching(need) {
      const tag = await need('tag');
      if (!tag.known) return tag;
      return gatherBranching(git, options['default-branch'], tag.value.commit, tag.place);
    },
  };
};

const ingredients = (need: Need<ReleaseFacts>): Ingredients => ({
  python: () => need('python'),
  tools: () => need('tools'),
  build: () => need('build'),
});
