import { fileStart, known, mapFact, notApplicable, notKnown, type Fact } from '@pymaint/core';
import type { Ports, Ran } from '@pymaint/platform';
import type { TestRun, Trouble } from '../../facts.ts';
import { READ_JUNIT } from '../../helpers/read-junit.ts';
import type { Options } from '../../options.ts';
import { splitCommand } from '../command-line.ts';
import {
  currentEnvironment,
  isolatedEnvironment,
  type Environment,
  type Ingredients,
  type Needs,
} from '../environment.ts';
import { toProject } from '../paths.ts';
import { providedExtras } from '../provided-extras.ts';
import { FOR_TESTS } from '../requirements.ts';
import type { Sources } from '../sources.ts';
import { isGood } from '../trouble.ts';
import { readJunit } from './junit.ts';
import { readTestOutput } from './output.ts';
import { foreignModules, lackOf, withoutLacking } from '../lacking.ts';
import { findTests, namedRequirements, type TestPlan } from './plan.ts';
import { supplyOf } from './supply.ts';
import { runTrouble } from './trouble.ts';

/** Runs the tests, in an environment of their own with the wheel, or in the one that is there. */
export async function gatherTests(
  ports: Ports,
  options: Options,
  ingredients: Ingredients,
): Promise<Fact<TestRun>> {
  if (options.tests === 'off') return notApplicable('switched off by `tests: off`');
  const read = await ingredients.sources();
  if (!read.known) return read;
  const sources = read.value;
  const plan = await planOf(sources, options.tests);
  if (plan === undefined)
    return notApplicable('no tests were found; name the command that runs them by `tests`');
  const python = await ingredients.python();
  if (!python.known) return python;
  const made =
    options.environment === 'current'
      ? ({ kind: 'made', environment: currentEnvironment(ports, python.value) } as const)
      : await isolatedEnvironment(
          ports,
          python.value,
          ingredients,
          sources,
          needsOf(plan),
          options,
        );
  if ('known' in made) return made;
  if (made.kind === 'trouble') return troubled(plan, options, made.trouble);
  const first = await runTests(ports, options, sources, plan, made.environment);
  const again = await suppliedEnvironment(first.modules, ports, options, ingredients, plan);
  if (again === undefined) return first.run;
  const second = await runTests(ports, options, sources, plan, again.environment);
  return mapFact(second.run, (run) => ({ ...run, supplied: again.supplied }));
}

/**
 * An environment with those extras and groups of the project that bring what the tests lack: a project has them for
 * people who use it with these libraries, and often names them nowhere for its tests. Undefined where there are none.
 */
async function suppliedEnvironment(
  modules: readonly string[],
  ports: Ports,
  options: Options,
  ingredients: Ingredients,
  plan: TestPlan,
): Promise<{ environment: Environment; supplied: readonly string[] } | undefined> {
  if (modules.length === 0) return undefined;
  const [sources, python, built] = [
    await ingredients.sources(),
    await ingredients.python(),
    await ingredients.build(),
  ];
  if (!sources.known || !python.known || !built.known || built.value.kind === 'failed')
    return undefined;
  const extras = providedExtras(built.value.wheel.texts['METADATA'] ?? '');
  const supply = supplyOf(modules, extras, sources.value);
  if (supply === undefined) return undefined;
  const needs = { ...needsOf(plan), more: supply };
  const made = await isolatedEnvironment(
    ports,
    python.value,
    ingredients,
    sources.value,
    needs,
    options,
  );
  // What cannot be installed on this machine leaves it at what the first run told.
  return 'known' in made || made.kind === 'trouble'
    ? undefined
    : { environment: made.environment, supplied: supply.from };
}

/** How the tests are to be run: as was said, or as the project's files say. */
export async function planOf(
  sources: Sources,
  given: string | undefined,
): Promise<TestPlan | undefined> {
  if (given === undefined) return findTests(sources, namedRequirements(sources));
  const command = splitCommand('tests', given);
  const isPytest = command[0] === 'pytest' || /^\S+ -m pytest\b/.test(command.join(' '));
  const place = fileStart(sources.files.includes('pyproject.toml') ? 'pyproject.toml' : '.');
  return { tool: isPytest ? 'pytest' : 'given', command, place };
}

/** Tests often start pip themselves, and every environment that developers have holds it. */
export const needsOf = ({ tool }: TestPlan): Needs => ({
  purpose: FOR_TESTS,
  files: [],
  extras: [],
  tools: tool === 'unittest' ? [] : tool === 'given' ? ['pip'] : ['pip', tool],
  log: 'tests',
});

const troubled = (plan: TestPlan, options: Options, trouble: Trouble): Fact<TestRun> =>
  trouble.kind === 'network'
    ? notKnown(trouble.message)
    : known(
        {
          command: plan.command.join(' '),
          environment: options.environment,
          counts: undefined,
          failures: [],
          trouble,
          log: trouble.log,
        },
        plan.place,
      );

/** What a run gave, and the modules of others for whose lack alone it told nothing. */
interface Ended {
  readonly run: Fact<TestRun>;
  readonly modules: readonly string[];
}

async function runTests(
  ports: Ports,
  options: Options,
  sources: Sources,
  plan: TestPlan,
  environment: Environment,
): Promise<Ended> {
  const xml =
    plan.tool === 'pytest' ? `${await ports.scratch.temporary('junit')}/junit.xml` : undefined;
  const [program, ...args] = plan.command;
  const ran = await ports.processes.run({
    program: program === 'python' ? environment.python : program,
    args: [
      ...args,
      // Else tox would build the project once more, and test that.
      ...(plan.tool === 'tox' && environment.wheel !== undefined
        ? ['--installpkg', environment.wheel]
        : []),
      ...(xml === undefined
        ? []
        : [`--junit-xml=${xml}`, '-o', 'junit_family=xunit1', '-p', 'no:cacheprovider']),
    ],
    cwd: environment.folder,
    env: environment.env,
    timeout: options['tests-timeout'],
    log: 'tests',
  });
  const run = {
    command: plan.command.join(' '),
    environment: options.environment,
    reused: environment.reused,
    log: ran.log,
  };
  const isFile = (path: string): boolean => sources.files.includes(path);
  const all = await readResults(ports, environment, ran, xml, isFile);
  const { failures, lacking } = withoutLacking(all.failures, sources.files);
  const isMade = environment.wheel !== undefined;
  const read = isMade ? { ...all, failures } : all;
  const trouble =
    isGood(ran) && read.counts?.passed !== 0
      ? undefined
      : runTrouble(plan, ran, read, environment, lacking[0] ?? lackOf(ran.output, sources.files));
  if (trouble?.kind === 'network') return { run: notKnown(trouble.message), modules: [] };
  // What tests need is written in many places that cannot all be read: this is no fault of the project.
  if (isMade && trouble?.kind === 'incomplete') {
    const named = lacking.flatMap((lack) => (lack.kind === 'module' ? [lack.name] : []));
    return {
      run: notKnown(`${trouble.message}; ${trouble.remedy}`),
      modules: [...new Set([...named, ...foreignModules(ran.output, sources.files)])],
    };
  }
  return { run: known({ ...run, ...read, trouble }, plan.place), modules: [] };
}

type Results = Pick<TestRun, 'counts' | 'failures'>;

async function readResults(
  ports: Ports,
  environment: Environment,
  ran: Ran,
  xml: string | undefined,
  isFile: (path: string) => boolean,
): Promise<Results> {
  if (xml !== undefined) {
    const result = `${xml}.json`;
    await ports.processes.run({
      program: environment.python,
      args: ['-I', '-c', READ_JUNIT, xml, result],
      cwd: environment.folder,
      timeout: 120_000,
    });
    const json = await ports.scratch.read(result);
    if (json !== undefined) return readJunit(json, isFile);
  }
  return readTestOutput(ran.output, toProject(environment.folder, isFile));
}
