import { known, notApplicable, notKnown, type Fact, type Place } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import { iniDocument } from '@pymaint/python';
import type { Build, Distribution, ImportRun, Python, Tools } from '../facts.ts';
import { IMPORT_ALL } from '../helpers/import-all.ts';
import type { Options } from '../options.ts';
import { topLevelNames } from '../judging/metadata.ts';
import { fileUrl, headers } from './environment.ts';
import { madeVenv } from './made-venv.ts';
import { oneLine, troubleOf } from './trouble.ts';
import type { Venv } from './venv.ts';

/** One line of entry_points.txt. */
export interface EntryPoint {
  readonly group: string;
  readonly name: string;
  readonly module: string;
  /** What is asked of the module, with dots; empty for the module itself. */
  readonly attributes: string;
  /** True where the entry point is meant for installations with extras only. */
  readonly extras: boolean;
}

/** Reads `name = module:attributes [extra]` (entry points specification). */
export const entryPointsOf = ({ texts }: Distribution): readonly EntryPoint[] =>
  [...iniDocument('entry_points.txt', texts['entry_points.txt'] ?? '').sections].flatMap(
    ([group, section]) =>
      [...section.options].map(([name, option]) => {
        const [object = '', ...extras] = option.value.split('[');
        const [module = '', attributes = ''] = object.trim().split(':');
        return {
          group,
          name,
          module: module.trim(),
          attributes: attributes.trim(),
          extras: extras.length > 0,
        };
      }),
  );

/** Imports what the wheel brings, in an environment that holds the wheel and what it requires, and nothing else. */
export async function gatherImports(
  ports: Ports,
  python: Python,
  tools: Tools,
  build: Build,
  place: Place,
  options: Options,
): Promise<Fact<ImportRun>> {
  if (tools.kind === 'failed' || build.kind === 'failed')
    return notApplicable('the wheel could not be built');
  const empty = await ports.scratch.temporary('imports');
  const { wheel } = build;
  const name = headers(wheel.texts['METADATA'] ?? '', 'Name')[0] ?? '';
  const itself = `${name} @ ${fileUrl(wheel.path)}`;
  const { venv, trouble } = await madeVenv(ports, python, tools.python, options, {
    log: 'imports-environment',
    cwd: empty,
    wheel,
    requirements: [itself],
    files: [],
    again: itself,
  });
  if (trouble !== undefined)
    return trouble.kind === 'network'
      ? notKnown(trouble.message)
      : known({ modules: [], entryPoints: [], trouble }, place);
  return tryImports(ports, venv, empty, wheel, place);
}

async function tryImports(
  ports: Ports,
  venv: Venv,
  empty: string,
  wheel: Distribution,
  place: Place,
): Promise<Fact<ImportRun>> {
  const modules = topLevelNames(wheel).filter((module) => /^[A-Za-z]\w*$/.test(module));
  const points = entryPointsOf(wheel).filter(({ extras }) => !extras);
  const result = `${empty}/imports.json`;
  const objects = points.map(({ module, attributes }) => [module, attributes]);
  const ran = await ports.processes.run({
    program: venv.python,
    args: ['-I', '-c', IMPORT_ALL, JSON.stringify({ modules, objects }), result],
    cwd: empty,
    env: venv.env,
    timeout: 5 * 60_000,
    log: 'imports',
  });
  const text = await ports.scratch.read(result);
  if (text === undefined)
    return known(
      { modules: [], entryPoints: [], trouble: troubleOf(ran, 'import of the package') },
      place,
    );
  const answer = JSON.parse(text) as {
    readonly modules: readonly (string | null)[];
    readonly objects: readonly (string | null)[];
  };
  const words = (error: string | null | undefined): string | undefined =>
    error === null || error === undefined ? undefined : oneLine(error);
  return known(
    {
      modules: modules.map((module, at) => ({ module, error: words(answer.modules[at]) })),
      entryPoints: points.map((point, at) => ({ ...point, error: words(answer.objects[at]) })),
      trouble: undefined,
    },
    place,
  );
}
