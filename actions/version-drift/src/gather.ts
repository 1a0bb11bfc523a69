import {
  fileStart,
  known,
  notApplicable,
  notKnown,
  type Fact,
  type Gatherers,
  type Known,
  type Need,
} from '@pymaint/core';
import { readThrough, type Ports } from '@pymaint/platform';
import {
  pythonClaims,
  readProject,
  statedPythons,
  statingPages,
  type Project,
} from '@pymaint/python';
import type { DriftFacts, Sources } from './facts.ts';
import { gatherDates } from './gather/dates.ts';
import { gatherDeclaredDay, gatherPublished, releasedAnywhere } from './gather/published.ts';
import { gatherRecipes } from './gather/recipes.ts';
import { gatherReleases } from './gather/releases.ts';
import { slotsOf } from './gather/slots.ts';
import { targetOf, versionOption } from './gather/target.ts';
import { gatherTold } from './gather/told.ts';
import { bumpPatterns } from './judging/bump-patterns.ts';
import { judgeSlots } from './judging/judge-slots.ts';
import type { Options } from './options.ts';

/** How each fact is found. */
export const gatherDrift = (options: Options, ports: Ports): Gatherers<DriftFacts> => ({
  ...readings(ports),
  ...versions(options, ports),
  ...places(),
  ...releasing(options, ports),
});

type Some<K extends keyof DriftFacts> = Pick<Gatherers<DriftFacts>, K>;

/** What lies in the folder. */
const readings = ({ workspace, clock }: Ports): Some<'today' | 'sources' | 'project'> => ({
  today: async () => known(clock.today(), fileStart('.')),
  async sources() {
    const files = await workspace.list();
    return known({ files, read: remembering((path) => workspace.read(path)) }, fileStart('.'));
  },
  async project(need) {
    const sources = await need('sources');
    if (!sources.known) return sources;
    const project = await readThrough(sources.value, (tree) => readProject(tree));
    return project === undefined
      ? notKnown('the folder has neither pyproject.toml nor setup.cfg nor setup.py')
      : known(project, fileStart(project.file));
  },
});

/** Which version it is about, and what was released. */
const versions = (
  options: Options,
  { git }: Ports,
): Some<'releases' | 'target' | 'releaseAs' | 'told'> => ({
  async releases(need) {
    const project = await need('project');
    return project.known
      ? gatherReleases(git, project.value, options['tag-format'], project.place)
      : project;
  },
  async target(need) {
    const [project, releases] = [await need('project'), await need('releases')];
    const place = project.known ? project.place : fileStart('pyproject.toml');
    return targetOf(options, project, releases, place);
  },
  async releaseAs(need) {
    const asked = options['release-as'];
    if (asked === undefined) return notApplicable('`release-as` names no version');
    const project = await need('project');
    return project.known
      ? known(versionOption('release-as', asked), fileStart(project.value.file))
      : project;
  },
  told: (need) =>
    inProject(need, async (sources, { value }) =>
      gatherTold(sources, value, await need('target'), await need('releases')),
    ),
});

/** What users can get. */
const releasing = (options: Options, ports: Ports): Some<'published' | 'declaredDay'> => ({
  published: (need) =>
    inProject(need, (sources, project) => gatherPublished(ports, options, sources, project)),
  declaredDay: async (need) => gatherDeclaredDay(ports.git, options, await need('target')),
});

/** Where versions stand. */
const places = (): Some<
  'slots' | 'dates' | 'bumpPatterns' | 'recipes' | 'pythonClaims' | 'statedPythons'
> => ({
  slots: (need) =>
    inProject(need, async (sources, { value, place }) => {
      const slots = await slotsOf(sources, value);
      const target = await need('target');
      const made = releasedAnywhere(await need('releases'), await need('published'));
      return known(judgeSlots(slots, value, target, made), place);
    }),
  dates: (need) => inProject(need, (sources, { value }) => gatherDates(sources, value)),
  async bumpPatterns(need) {
    const [sources, target] = [await need('sources'), await need('target')];
    if (!sources.known) return sources;
    if (!target.known) return target;
    if (target.value.from !== 'declared') return notApplicable('no version is declared');
    const version = target.value.version.canonical;
    const patterns = await readThrough(sources.value, (tree) => bumpPatterns(tree, version));
    return known(patterns, target.place);
  },
  recipes: (need) => inProject(need, (sources, { value }) => gatherRecipes(sources, value)),
  pythonClaims: (need) =>
    inProject(need, async (sources, { value, place }) =>
      known(await readThrough(sources, (tree) => pythonClaims(tree, value)), place),
    ),
  statedPythons: (need) =>
    inProject(need, async (sources, { value, place }) => {
      const pages = statingPages(sources.files, value.folder);
      const stated = await readThrough(sources, (tree) => statedPythons(tree, value), pages);
      return known(stated, place);
    }),
});

/** What is found in the files of a project, once both are known. */
async function inProject<T>(
  need: Need<DriftFacts>,
  use: (sources: Sources, project: Known<Project>) => Promise<Fact<T>>,
): Promise<Fact<T>> {
  const [sources, project] = [await need('sources'), await need('project')];
  if (!sources.known) return sources;
  return project.known ? use(sources.value, project) : project;
}

/** Reads each file once, whoever asks for it. */
function remembering(read: Sources['read']): Sources['read'] {
  const texts = new Map<string, Promise<string | undefined>>();
  return (path) => {
    const text = texts.get(path) ?? read(path);
    texts.set(path, text);
    return text;
  };
}
