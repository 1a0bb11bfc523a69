import { fileStart, known, type Gatherers } from '@pymaint/core';
import { readThrough, type Ports } from '@pymaint/platform';
import { readProject } from '@pymaint/python';
import { notKnown } from '@pymaint/core';
import type { VerifyFacts } from './facts.ts';
import { gatherChange } from './gather/change.ts';
import { gatherBefore, gatherChangelog, gatherNotes, releaseOf } from './gather/changelog.ts';
import { gatherFragments, gatherScheme } from './gather/scheme.ts';
import { gatherSources } from './gather/sources.ts';
import { gatherRepositories, gatherTags } from './gather/tags.ts';
import type { Options } from './options.ts';

/** How each fact is found. What does not name another fact by `need` runs beside everything else. */
export const gatherVerify = (options: Options, ports: Ports): Gatherers<VerifyFacts> => ({
  today: async () => known(ports.clock.today(), fileStart('.')),
  policy: async () => known(options, fileStart('.')),
  sources: async () => known(await gatherSources(ports.workspace), fileStart('.')),
  change: () => gatherChange(ports, options),
  ...readings(options, ports),
  ...ofGit(options, ports),
});

type Some<K extends keyof VerifyFacts> = Pick<Gatherers<VerifyFacts>, K>;

/** What the project's files say. */
const readings = (
  options: Options,
  ports: Ports,
): Some<'project' | 'scheme' | 'fragments' | 'changelog' | 'release' | 'notes'> => ({
  async project(need) {
    const sources = await need('sources');
    if (!sources.known) return sources;
    const project = await readThrough(sources.value, (tree) => readProject(tree));
    return project === undefined
      ? notKnown('the folder has neither pyproject.toml nor setup.cfg nor setup.py')
      : known(project, fileStart(project.file));
  },
  async scheme(need) {
    const sources = await need('sources');
    return sources.known ? gatherScheme(sources.value, options) : sources;
  },
  async fragments(need) {
    const [sources, scheme] = [await need('sources'), await need('scheme')];
    return sources.known ? gatherFragments(sources.value, scheme) : sources;
  },
  async changelog(need) {
    const [sources, project] = [await need('sources'), await need('project')];
    if (!sources.known) return sources;
    return gatherChangelog(sources.value, project, await need('scheme'), options);
  },
  release: async (need) => releaseOf(await need('changelog'), options, ports),
  async notes(need) {
    const [sources, changelog] = [await need('sources'), await need('changelog')];
    if (!sources.known) return sources;
    return gatherNotes(sources.value, changelog, await need('release'), ports);
  },
});

/** What git says. */
const ofGit = (
  options: Options,
  { git, event }: Ports,
): Some<'tags' | 'repositories' | 'before'> => ({
  tags: async (need) => gatherTags(git, await need('project'), options['tag-format']),
  repositories: async (need) => gatherRepositories(git, await need('project'), event),
  before: async (need) =>
    gatherBefore(git, await need('changelog'), await need('change'), await need('project')),
});
