import {
  fileStart,
  known,
  notApplicable,
  type Fact,
  type Gatherers,
  type Need,
  type Place,
} from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import { gatherDeclaredSlots } from '@pymaint/version-drift';
import type { ReleaseFacts } from './facts.ts';
import { gatherBuild } from './gather/build.ts';
import { entryOf, gatherChangelog } from './gather/changelog.ts';
import { gatherDescription } from './gather/description.ts';
import { gatherDocs } from './gather/docs/run.ts';
import type { Ingredients } from './gather/environment.ts';
import { gatherBranching, gatherChanges, gatherHistory, gatherTracked } from './gather/git.ts';
import { gatherImports } from './gather/imports.ts';
import { gatherLeftOut } from './gather/left-out.ts';
import { declaredOf, gatherProject, problemsOf } from './gather/project.ts';
import { gatherHashedLocks, gatherPythonClaims, gatherUvLock } from './gather/promises.ts';
import { gatherPublishing } from './gather/publishing.ts';
import { gatherAdvisories } from './gather/network/advisories.ts';
import { askBranching } from './gather/network/branching.ts';
import { gatherGithub } from './gather/network/github.ts';
import { gatherIndex } from './gather/network/package-index.ts';
import { gatherRequired } from './gather/network/required.ts';
import { gatherPython } from './gather/python.ts';
import { DEFAULT_SIZE, readSize } from './gather/size.ts';
import { gatherRebuild, sourceDate } from './gather/rebuild.ts';
import { gatherSources } from './gather/sources.ts';
import { candidateOf, gatherReleases, gatherTag, projectTags } from './gather/tag.ts';
import { gatherTests } from './gather/tests/run.ts';
import { gatherTools } from './gather/tools.ts';
import type { Options } from './options.ts';

/** How each fact is found. What does not name another fact by `need` runs beside everything else. */
export const gatherRelease = (options: Options, ports: Ports): Gatherers<ReleaseFacts> => ({
  largestFile: async () =>
    known(readSize(options['largest-file'] ?? DEFAULT_SIZE) ?? Infinity, fileStart('.')),
  today: async () => known(ports.clock.today(), fileStart('.')),
  ...readings(ports),
  ...versions(options, ports),
  ...promises,
  ...repository(options, ports),
  ...runs(options, ports),
  ...network(options, ports),
});

type Some<K extends keyof ReleaseFacts> = Pick<Gatherers<ReleaseFacts>, K>;

/** What the project's files say. */
const readings = ({
  workspace,
  git,
}: Ports): Some<
  | 'sources'
  | 'project'
  | 'description'
  | 'leftOut'
  | 'problems'
  | 'declared'
  | 'slots'
  | 'changelog'
  | 'publishing'
> => ({
  sources: async () => known(await gatherSources(workspace), fileStart('.')),
  async project(need) {
    const sources = await need('sources');
    return sources.known ? gatherProject(sources.value) : sources;
  },
  async description(need) {
    const [sources, project] = [await need('sources'), await need('project')];
    if (!sources.known) return sources;
    return project.known ? gatherDescription(sources.value, project.value) : project;
  },
  async leftOut(need) {
    const [sources, project] = [await need('sources'), await need('project')];
    if (!sources.known) return sources;
    return gatherLeftOut(sources.value, placeOf(project, fileStart('.')));
  },
  problems: async (need) => problemsOf(await need('project')),
  declared: async (need) => declaredOf(await need('project')),
  async slots(need) {
    const [sources, project] = [await need('sources'), await need('project')];
    return sources.known ? gatherDeclaredSlots(sources.value, project) : sources;
  },
  async changelog(need) {
    const [sources, project] = [await need('sources'), await need('project')];
    return sources.known ? gatherChangelog(sources.value, project) : sources;
  },
  async publishing(need) {
    const [sources, project] = [await need('sources'), await need('project')];
    if (!sources.known) return sources;
    const name = project.known && project.value.name.known ? project.value.name.value : undefined;
    return gatherPublishing(sources.value, workspace, git, name);
  },
});

/** Which version it is about, and which went before. */
const versions = (
  options: Options,
  ports: Ports,
): Some<'tags' | 'tag' | 'releases' | 'candidate' | 'entry'> => ({
  async tags(need) {
    const project = await need('project');
    return project.known
      ? known(await projectTags(ports.git, project.value, options['tag-format']), project.place)
      : project;
  },
  async tag(need) {
    const [tags, declared] = [await need('tags'), await need('declared')];
    if (!tags.known) return tags;
    const written = declared.known ? declared.value.written : undefined;
    return gatherTag(options, ports, tags.value, written, placeOf(declared, tags.place));
  },
  async releases(need) {
    const [tags, tag] = [await need('tags'), await need('tag')];
    return tags.known ? gatherReleases(ports.git, tags.value, tag, tags.place) : tags;
  },
  async candidate(need) {
    const [project, tag] = [await need('project'), await need('tag')];
    const [declared, releases] = [await need('declared'), await need('releases')];
    const place = placeOf(declared, placeOf(project, fileStart('pyproject.toml')));
    return candidateOf(options.version, tag, declared, releases, place);
  },
  entry: async (need) => entryOf(await need('changelog'), await need('candidate')),
});

/** What else the project's files promise. */
const promises: Some<'pythonClaims' | 'uvLock' | 'hashedLocks'> = {
  async pythonClaims(need) {
    const [sources, project] = [await need('sources'), await need('project')];
    return sources.known ? gatherPythonClaims(sources.value, project) : sources;
  },
  async uvLock(need) {
    const [sources, project] = [await need('sources'), await need('project')];
    return sources.known ? gatherUvLock(sources.value, project) : sources;
  },
  async hashedLocks(need) {
    const [sources, project] = [await need('sources'), await need('project')];
    return sources.known ? gatherHashedLocks(sources.value, project) : sources;
  },
};

/** What git says of the commit. */
const repository = (
  options: Options,
  ports: Ports,
): Some<'changes' | 'tracked' | 'history' | 'branching'> => ({
  changes: () => gatherChanges(ports.git),
  tracked: () => gatherTracked(ports.git),
  history: () => gatherHistory(ports.git),
  async branching(need) {
    const tag = await need('tag');
    if (!tag.known) return tag;
    const { value, place } = tag;
    const found = await gatherBranching(ports.git, options['default-branch'], value.commit, place);
    return askBranching(ports, options, found, value.commit, place);
  },
});

/** What programs that are run say. */
const runs = (
  options: Options,
  ports: Ports,
): Some<'python' | 'tools' | 'build' | 'rebuild' | 'imports' | 'tests' | 'docs'> => ({
  python: () => gatherPython(ports, options.python),
  async tools(need) {
    const python = await need('python');
    return python.known ? gatherTools(ports, python.value) : python;
  },
  async build(need) {
    const [project, python] = [await need('project'), await need('python')];
    if (!project.known) return project;
    const sources = await need('sources');
    // What the build would say of it, project/readable has said at its place.
    if (sources.known && !sources.value.pyproject.ok)
      return notApplicable('pyproject.toml cannot be read');
    // What the build leaves behind must not be taken for a change of the user's.
    await need('changes');
    return python.known
      ? gatherBuild(
          ports,
          python.value,
          project.place,
          options,
          () => need('tools'),
          await dateOf(options, ports),
        )
      : python;
  },
  async rebuild(need) {
    if (options.reproducible === 'off') return notApplicable('`reproducible` is off');
    const [python, build] = [await need('python'), await need('build')];
    if (!python.known) return python;
    return build.known
      ? gatherRebuild(
          ports,
          python.value,
          build,
          options,
          () => need('tools'),
          await dateOf(options, ports),
        )
      : build;
  },
  async imports(need) {
    const [python, tools, build] = [await need('python'), await need('tools'), await need('build')];
    if (!python.known) return python;
    if (!tools.known) return tools;
    return build.known
      ? gatherImports(ports, python.value, tools.value, build.value, build.place, options)
      : build;
  },
  tests: (need) => gatherTests(ports, options, ingredients(need)),
  docs: (need) => gatherDocs(ports, options, ingredients(need)),
});

/** What the network says. */
const network = (
  options: Options,
  ports: Ports,
): Some<'index' | 'required' | 'advisories' | 'github'> => ({
  async index(need) {
    const [sources, project] = [await need('sources'), await need('project')];
    return sources.known ? gatherIndex(ports, options, sources.value, project) : sources;
  },
  async required(need) {
    const [sources, project] = [await need('sources'), await need('project')];
    return sources.known ? gatherRequired(ports, options, sources.value, project) : sources;
  },
  async github(need) {
    const [candidate, tag] = [await need('candidate'), await need('tag')];
    return gatherGithub(ports, options, candidate, tag);
  },
  advisories: async (need) => gatherAdvisories(ports, options, await need('required')),
});

/** How builds are to date what they pack, where two of them must be the same. */
const dateOf = async (options: Options, ports: Ports): Promise<string | undefined> =>
  options.reproducible === 'off' ? undefined : sourceDate(ports);

const placeOf = (fact: Fact<unknown>, otherwise: Place): Place =>
  fact.known ? fact.place : otherwise;

const ingredients = (need: Need<ReleaseFacts>): Ingredients => ({
  sources: () => need('sources'),
  python: () => need('python'),
  tools: () => need('tools'),
  build: () => need('build'),
});
