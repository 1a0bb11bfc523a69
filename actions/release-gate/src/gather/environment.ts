import { notApplicable, type Fact, type Unknown } from '@pymaint/core';
import type { Ports } from '@pymaint/platform';
import type { Build, Python, Tools, Trouble } from '../facts.ts';
import type { Options } from '../options.ts';
import { providedExtras } from './provided-extras.ts';
import { findRequirements, type Purpose, type Requirements } from './requirements.ts';
import type { Sources } from './sources.ts';
import { copyTree, layOver } from './tree.ts';
import { madeVenv } from './made-venv.ts';
import { CHILD_ENV } from './venv.ts';

/** Where tests and documentation run. */
export interface Environment {
  readonly python: string;
  /** Absolute folder of the project's files, links resolved. */
  readonly folder: string;
  /** Its programs stand first on PATH. */
  readonly env: { readonly [name: string]: string | undefined };
  /** What the requirements were found by, in words. */
  readonly from: readonly string[];
  /** The wheel that is installed, absolute; undefined in the environment that is there. */
  readonly wheel: string | undefined;
  /** True where an earlier run made it. */
  readonly reused: boolean;
}

export type MadeEnvironment =
  | { readonly kind: 'made'; readonly environment: Environment }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** What is to be installed beside the wheel. */
export interface Needs {
  readonly purpose: Purpose;
  /** Requirements files and extras that are named somewhere else, such as for Read the Docs. */
  readonly files: readonly string[];
  readonly extras: readonly string[];
  /** Programs without which nothing can be run. */
  readonly tools: readonly string[];
  /** What is to be installed besides, whatever else is found. */
  readonly more?: Pick<Requirements, 'extras' | 'requirements' | 'from'>;
  /** Names the folders and log files. */
  readonly log: string;
}

/** The environment that is there, over the project's own folder. */
export const currentEnvironment = (ports: Ports, python: Python): Environment => ({
  python: python.program,
  folder: ports.workspace.folder,
  env: { ...CHILD_ENV, VIRTUAL_ENV: ports.env['VIRTUAL_ENV'], PYTHONPATH: ports.env['PYTHONPATH'] },
  from: ['the current environment'],
  wheel: undefined,
  reused: false,
});

/** Facts that an environment is made of, asked for only where it is needed. */
export interface Ingredients {
  readonly sources: () => Promise<Fact<Sources>>;
  readonly python: () => Promise<Fact<Python>>;
  readonly tools: () => Promise<Fact<Tools>>;
  readonly build: () => Promise<Fact<Build>>;
}

/** A fresh virtual environment over a copy of the project, with the built wheel and what the purpose needs. */
export async function isolatedEnvironment(
  ports: Ports,
  python: Python,
  ingredients: Ingredients,
  sources: Sources,
  needs: Needs,
  options: Options,
): Promise<MadeEnvironment | Unknown> {
  const { log } = needs;
  // The copy is made while the wheel is built.
  const [folder, tools, build] = await Promise.all([
    copyTree(ports, python, log),
    ingredients.tools(),
    ingredients.build(),
  ]);
  if (!tools.known) return tools;
  if (!build.known) return build;
  if (tools.value.kind === 'failed' || build.value.kind === 'failed')
    return notApplicable('the wheel could not be built');
  const { wheel } = build.value;
  const metadata = wheel.texts['METADATA'] ?? '';
  const found = await chooseRequirements(
    sources,
    headers(metadata, 'Provides-Extra'),
    needs,
    providedExtras(metadata),
  );
  const extras = found.extras.length === 0 ? '' : `[${found.extras.join(',')}]`;
  const itself = `${headers(metadata, 'Name')[0] ?? ''}${extras} @ ${fileUrl(wheel.path)}`;
  const made = await madeVenv(ports, python, tools.value.python, options, {
    log: `${log}-environment`,
    cwd: folder,
    wheel,
    requirements: [itself, ...found.requirements, ...missing(needs.tools, found.requirements)],
    files: found.files,
    // A requirements file may install the project itself from its sources: the wheel is what counts.
    again: itself,
  });
  if (made.trouble !== undefined) return { kind: 'trouble', trouble: made.trouble };
  await layOver(ports, made.venv.python, wheel.path, folder);
  return {
    kind: 'made',
    environment: {
      python: made.venv.python,
      folder,
      env: made.venv.env,
      from: found.from,
      wheel: wheel.path,
      reused: made.reused,
    },
  };
}

/** What something else says (Read the Docs' own file) comes before what names tell. */
export async function chooseRequirements(
  sources: Sources,
  provided: readonly string[],
  { purpose, files, extras, more }: Needs,
  brings?: ReadonlyMap<string, readonly string[]>,
): Promise<Requirements> {
  const named = extras.filter((extra) => provided.includes(extra));
  const found =
    files.length + named.length > 0
      ? {
          extras: named,
          requirements: [],
          files,
          from: [...files, ...named.map((extra) => `extra \`${extra}\``)],
        }
      : await findRequirements(sources, provided, purpose, brings);
  if (more === undefined) return found;
  return {
    extras: [...new Set([...found.extras, ...more.extras])],
    requirements: [...new Set([...found.requirements, ...more.requirements])],
    files: found.files,
    from: [...found.from, ...more.from],
  };
}

/** The tools that no requirement names already. */
export const missing = (
  tools: readonly string[],
  requirements: readonly string[],
): readonly string[] =>
  tools.filter(
    (tool) => !requirements.some((text) => new RegExp(`^${tool}(?![\\w.-])`, 'i').test(text)),
  );

/** The values of a field of core metadata, whose headers end at the first empty line. */
export const headers = (metadata: string, name: string): readonly string[] =>
  [
    ...(metadata.split(/\r?\n\r?\n/, 1)[0] ?? '').matchAll(
      new RegExp(`^${name}:[ \\t]*(.+)$`, 'gim'),
    ),
  ].map((match) => (match[1] ?? '').trim());

/** A file's address, for `name @ file://…`. */
export const fileUrl = (path: string): string => {
  const parts = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return `file://${parts.startsWith('/') ? '' : '/'}${parts.replace(/^([A-Za-z])%3A/, '$1:')}`;
};
