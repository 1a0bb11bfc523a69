import { known, notApplicable, type Need, type PlanStep, type Unknown } from '@pymaint/core';
import { WOULD_RUN, type Planned } from '@pymaint/platform';
import type { ReleaseFacts } from './facts.ts';
import { findDocs } from './gather/docs/plan.ts';
import { givenPlan, needsOf as docsNeeds, shown } from './gather/docs/run.ts';
import { chooseRequirements, missing, type Needs } from './gather/environment.ts';
import { isOnline, NOT_ASKED } from './gather/network/package-index.ts';
import { settingOf, tableOf, type Sources } from './gather/sources.ts';
import { needsOf as testsNeeds, planOf } from './gather/tests/run.ts';
import { TOOLS } from './gather/tools.ts';
import type { Options } from './options.ts';

/** The order in which programs would run. */
const ORDER = ['network', 'tools', 'build', 'imports', 'tests', 'docs'];

/** What the gate would run, and why: found as a run finds it, from the same files. */
export function planRelease(options: Options): Planned<ReleaseFacts> {
  const steps: PlanStep[] = [];
  /** Notes what a gatherer would run. Nothing is run without an interpreter. */
  const noted =
    (plan: (need: Need<ReleaseFacts>, python: string) => Promise<PlanStep | Unknown>) =>
    async (need: Need<ReleaseFacts>): Promise<Unknown> => {
      const python = await need('python');
      if (!python.known) return python;
      const step = await plan(need, python.value.version);
      if ('known' in step) return step;
      steps.push(step);
      return WOULD_RUN;
    };
  const asked = (command: string, why: string) => async (need: Need<ReleaseFacts>) => {
    const project = await need('project');
    if (!project.known) return project;
    if (!isOnline(options)) return known(NOT_ASKED, project.place);
    steps.push({ name: 'network', command, why: `${why}, since \`online\` is set` });
    return WOULD_RUN;
  };
  return {
    steps: () => steps.toSorted((a, b) => orderOf(a) - orderOf(b)),
    gatherers: {
      tools: noted(async (_, python) => ({
        name: 'tools',
        command: `pip install ${TOOLS.map((tool) => `'${tool}'`).join(' ')}`,
        why: `what builds and installs, in a virtual environment that is kept for every run with Python ${python}`,
      })),
      build: noted(planBuild),
      imports: noted(async (need) => {
        await need('build');
        return {
          name: 'imports',
          command: 'pip install WHEEL; python -c "import …"',
          why: 'each top-level module and entry point, in a virtual environment with the wheel and its requirements alone',
        };
      }),
      tests: noted((need, python) => planTests(need, python, options)),
      docs: noted((need) => planDocs(need, options)),
      index: asked('GET INDEX/PROJECT/', 'which versions are out already'),
      required: asked('GET INDEX/REQUIREMENT/', 'what the index has of each published requirement'),
      github: asked('GET REPOSITORY', 'the checks of the commit, and what blocks the release'),
      advisories: asked('POST ADVISORIES', 'whether one is known for what is installed today'),
    },
  };
}

async function planBuild(need: Need<ReleaseFacts>): Promise<PlanStep | Unknown> {
  const project = await need('project');
  await need('tools');
  if (!project.known) return project;
  return {
    name: 'build',
    command: 'python -m build --outdir DIST COPY',
    why: `the sdist of a copy of the project, and the wheel of that sdist, by ${project.value.backend.id}`,
    place: project.place,
  };
}

async function planTests(
  need: Need<ReleaseFacts>,
  python: string,
  options: Options,
): Promise<PlanStep | Unknown> {
  if (options.tests === 'off') return notApplicable('switched off by `tests: off`');
  const sources = await need('sources');
  if (!sources.known) return sources;
  const plan = await planOf(sources.value, options.tests);
  if (plan === undefined)
    return notApplicable('no tests were found; name the command that runs them by `tests`');
  const environment = await environmentOf(need, options, sources.value, testsNeeds(plan));
  const from = options.tests === undefined ? 'found here' : 'named by `tests`';
  return {
    name: 'tests',
    command: plan.command.join(' '),
    why: `${from}, run by Python ${python} ${environment}`,
    place: plan.place,
  };
}

async function planDocs(need: Need<ReleaseFacts>, options: Options): Promise<PlanStep | Unknown> {
  if (options.docs === 'off') return notApplicable('switched off by `docs: off`');
  const sources = await need('sources');
  if (!sources.known) return sources;
  const plan = options.docs === undefined ? await findDocs(sources.value) : givenPlan(options.docs);
  if (plan === undefined)
    return notApplicable('no documentation was found; name the command that builds it by `docs`');
  const environment = await environmentOf(need, options, sources.value, docsNeeds(plan));
  const from = options.docs === undefined ? 'found here' : 'named by `docs`';
  return {
    name: 'docs',
    command: shown(plan),
    why: `${from}, run ${environment}`,
    place: plan.place,
  };
}

const orderOf = ({ name }: PlanStep): number => ORDER.indexOf(name);

/** Where it would run, and what would be installed there. */
async function environmentOf(
  need: Need<ReleaseFacts>,
  { environment }: Options,
  sources: Sources,
  needs: Needs,
): Promise<string> {
  if (environment === 'current')
    return 'in the environment as it is, over the project’s own folder';
  await need('build');
  // The wheel will say which extras there are; until then the project does.
  const declared = Object.keys(
    tableOf(settingOf(sources, 'project', 'optional-dependencies')),
  ).concat(Object.keys(tableOf(settingOf(sources, 'tool', 'poetry', 'extras'))));
  const found = await chooseRequirements(sources, declared, needs);
  const tools = missing(needs.tools, found.requirements);
  const beside = [...found.from, ...tools];
  return `in a virtual environment with the wheel${beside.length === 0 ? '' : ` and ${beside.join(', ')}`}`;
}
