import { fileStart, known, notApplicable, notKnown, type Fact, type Place } from '@pymaint/core';
import type { Ports, Ran } from '@pymaint/platform';
import type { DocsRun, DocsWarning, Trouble } from '../../facts.ts';
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
import { isOwn } from '../lacking.ts';
import { FOR_DOCS } from '../requirements.ts';
import type { Sources } from '../sources.ts';
import { isGood, oneLine, troubleOf } from '../trouble.ts';
import { placeWarning, readMkdocsOutput } from './mkdocs-output.ts';
import { findDocs, OUT, type DocsPlan } from './plan.ts';
import { readSphinxOutput } from './sphinx-output.ts';

/** Builds the documentation, strictly, in an environment of its own or in the one that is there. */
export async function gatherDocs(
  ports: Ports,
  options: Options,
  ingredients: Ingredients,
): Promise<Fact<DocsRun>> {
  if (options.docs === 'off') return notApplicable('switched off by `docs: off`');
  const read = await ingredients.sources();
  if (!read.known) return read;
  const sources = read.value;
  const plan = options.docs === undefined ? await findDocs(sources) : givenPlan(options.docs);
  if (plan === undefined)
    return notApplicable('no documentation was found; name the command that builds it by `docs`');
  const python = await ingredients.python();
  if (!python.known) return python;
  if (options.environment === 'current')
    return build(ports, options, sources, plan, currentEnvironment(ports, python.value));
  const needs = needsOf(plan);
  const made = await isolatedEnvironment(ports, python.value, ingredients, sources, needs, options);
  if ('known' in made) return made;
  if (made.kind === 'trouble') return troubled(plan, options, made.trouble);
  return build(ports, options, sources, plan, made.environment);
}

/** What is to be installed for it. */
export const needsOf = ({ tool, files, extras }: DocsPlan): Needs => ({
  purpose: FOR_DOCS,
  files,
  extras,
  tools: tool === 'given' ? [] : [tool],
  log: 'docs',
});

/** How the documentation is built by a command that was given. */
export const givenPlan = (given: string): DocsPlan => {
  const command = splitCommand('docs', given);
  const words = command.join(' ');
  const tool = /sphinx/.test(words) ? 'sphinx' : /mkdocs/.test(words) ? 'mkdocs' : 'given';
  return { tool, command, folder: 'docs', place: fileStart('.'), files: [], extras: [] };
};

/** The command as it could be typed. */
export const shown = ({ command }: DocsPlan): string =>
  command.filter((word) => word !== OUT).join(' ');

const troubled = (plan: DocsPlan, options: Options, trouble: Trouble): Fact<DocsRun> =>
  trouble.kind === 'network'
    ? notKnown(trouble.message)
    : known(
        {
          command: shown(plan),
          environment: options.environment,
          warnings: [],
          trouble,
          log: trouble.log,
        },
        plan.place,
      );

async function build(
  ports: Ports,
  options: Options,
  sources: Sources,
  plan: DocsPlan,
  environment: Environment,
): Promise<Fact<DocsRun>> {
  const out = await ports.scratch.temporary('docs-out');
  const [program, ...args] = plan.command;
  const ran = await ports.processes.run({
    program: program === 'python' ? environment.python : program,
    args: args.map((word) => (word === OUT ? out : word)),
    cwd: environment.folder,
    env: environment.env,
    timeout: options['docs-timeout'],
    log: 'docs',
  });
  const { warnings, offline } = await readWarnings(sources, plan, environment, ran);
  const good = isGood(ran);
  const trouble =
    good || warnings.length > 0 ? undefined : docsTrouble(plan, ran, environment, sources.files);
  if (offline && warnings.length === 0)
    return notKnown(
      'inventories of other projects (intersphinx) could not be fetched, so references to them could not be checked: run it again where the addresses in the log can be reached',
    );
  if (trouble?.kind === 'network') return notKnown(trouble.message);
  // What it needs may be written where nothing of it was read.
  if (trouble?.kind === 'incomplete' && environment.wheel !== undefined)
    return notKnown(`${trouble.message}; ${trouble.remedy}`);
  return known(
    {
      command: shown(plan),
      environment: options.environment,
      warnings: good ? [] : warnings,
      trouble,
      log: ran.log,
    },
    plan.place,
  );
}

async function readWarnings(
  sources: Sources,
  plan: DocsPlan,
  environment: Environment,
  ran: Ran,
): Promise<{ readonly warnings: readonly DocsWarning[]; readonly offline: boolean }> {
  const isFile = (path: string): boolean => sources.files.includes(path);
  const toFile = toProject(environment.folder, isFile);
  // Progress goes to the other stream, and leaves its lines open.
  const output = ran.stderr;
  if (plan.tool !== 'mkdocs') {
    const texts = await docstringTexts(sources, output, toFile);
    return readSphinxOutput(output, toFile, plan.place, (path, name) =>
      objectPlace(path, name, texts.get(path)),
    );
  }
  const warnings = await Promise.all(
    readMkdocsOutput(output).map(async (warning) => {
      const path = warning.page === undefined ? plan.place.path : `${plan.folder}/${warning.page}`;
      return placeWarning(warning, path, await sources.read(path));
    }),
  );
  return { warnings, offline: false };
}

/** The sources of the docstrings that are complained about. */
async function docstringTexts(
  sources: Sources,
  output: string,
  toFile: (printed: string) => string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const match of output.matchAll(/^((?:[A-Za-z]:)?[^:\n]+):docstring of /gm)) {
    const path = toFile(match[1] ?? '');
    if (path === undefined || texts.has(path)) continue;
    texts.set(path, (await sources.read(path)) ?? '');
  }
  return texts;
}

/** Where the object of this name is defined: Sphinx counts lines from the docstring's own first. */
function objectPlace(path: string, name: string, text = ''): Place {
  const last = /[\w]+$/.exec(name)?.[0] ?? '';
  const at =
    last === '' ? -1 : text.search(new RegExp(`^[ \\t]*(?:async )?(?:def|class) ${last}\\b`, 'm'));
  const line = at < 0 ? 1 : text.slice(0, at).split('\n').length;
  return { path, line, column: 1 };
}

/** What went wrong where no warning says it. */
function docsTrouble(
  plan: DocsPlan,
  ran: Ran,
  { from }: Environment,
  files: readonly string[],
): Trouble {
  const { log } = ran;
  const trouble = troubleOf(ran, 'documentation’s build');
  if (ran.ending.kind === 'timed-out')
    return {
      ...trouble,
      remedy: 'find out what it waits for (the log ends in it), or raise `docs-timeout`',
    };
  const tool = plan.tool === 'given' ? plan.command[0] : plan.tool;
  if (ran.ending.kind === 'not-started' || ran.output.includes(`No module named ${tool}`))
    return {
      kind: 'missing',
      message: `Unexpected lack of \`${tool}\`, expected it since the documentation is built by \`${shown(plan)}\``,
      remedy: `pip install ${tool}, or name another command by \`docs\``,
      log,
    };
  const needed =
    /Could not import extension ([\w.]+)/.exec(ran.output)?.[1] ??
    /no theme named '([^']+)'/.exec(ran.output)?.[1] ??
    /No module named '([\w.]+)'/.exec(ran.output)?.[1] ??
    /The "([^"]+)" plugin is not installed/.exec(ran.output)?.[1];
  if (needed !== undefined && !isOwn(needed, files))
    return {
      kind: 'incomplete',
      message: `Unexpected lack of \`${oneLine(needed)}\`, expected it since the documentation needs it`,
      remedy:
        from.length === 0
          ? 'name what the documentation needs in an extra or dependency group `docs`'
          : `name it among the requirements of the documentation: ${from.join(', ')}`,
      log,
    };
  return trouble;
}
