import { fileStart, type Place } from '@pymaint/core';
import type { Sources } from '../sources.ts';

/** How the documentation is to be built, and what says so. */
export interface DocsPlan {
  readonly tool: 'sphinx' | 'mkdocs' | 'given';
  /** The program and its arguments; `OUT` stands for the folder that takes the result. */
  readonly command: readonly [string, ...string[]];
  /** The folder of conf.py, or that of the pages. */
  readonly folder: string;
  readonly place: Place;
  /** Requirements files that Read the Docs installs. */
  readonly files: readonly string[];
  /** Extras of the project that Read the Docs installs. */
  readonly extras: readonly string[];
}

/** Where the result goes, in {@link DocsPlan.command}. */
export const OUT = 'OUT';

/** The build that the project itself would make, or undefined where it has no documentation to build. */
export async function findDocs(sources: Sources): Promise<DocsPlan | undefined> {
  const hosted = await readTheDocs(sources);
  const config =
    hosted?.sphinx ?? (hosted?.mkdocs === undefined ? sphinxConfig(sources) : undefined);
  const mkdocs = hosted?.mkdocs ?? sources.files.find((path) => /^mkdocs\.ya?ml$/.test(path));
  const files = hosted?.files ?? [];
  const extras = hosted?.extras ?? [];
  if (config !== undefined && (hosted?.sphinx !== undefined || mkdocs === undefined))
    return { ...sphinx(config), files, extras };
  return mkdocs === undefined
    ? undefined
    : { ...(await mkdocsPlan(sources, mkdocs)), files, extras };
}

/** Warnings are errors, and all of them are told. */
function sphinx(config: string): Omit<DocsPlan, 'files' | 'extras'> {
  const folder = config.includes('/') ? config.slice(0, config.lastIndexOf('/')) : '.';
  return {
    tool: 'sphinx',
    command: ['python', '-m', 'sphinx', '-W', '--keep-going', '-b', 'html', folder, OUT],
    folder,
    place: fileStart(config),
  };
}

async function mkdocsPlan(
  sources: Sources,
  config: string,
): Promise<Omit<DocsPlan, 'files' | 'extras'>> {
  const text = (await sources.read(config)) ?? '';
  const docs = /^docs_dir:[ \t]*["']?([^"'\s#]+)/m.exec(text)?.[1] ?? 'docs';
  const above = config.includes('/') ? config.slice(0, config.lastIndexOf('/') + 1) : '';
  return {
    tool: 'mkdocs',
    command: ['python', '-m', 'mkdocs', 'build', '--strict', '-f', config, '--site-dir', OUT],
    folder: `${above}${docs}`,
    place: fileStart(config),
  };
}

/** conf.py in one of the folders where projects keep their documentation; the one nearest to the top. */
const sphinxConfig = ({ files }: Sources): string | undefined =>
  files
    .filter((path) => /^(?:docs?|documentation)\/(?:[\w-]+\/)?conf\.py$/.test(path))
    .toSorted((a, b) => a.split('/').length - b.split('/').length)[0];

interface Hosted {
  readonly sphinx: string | undefined;
  readonly mkdocs: string | undefined;
  readonly files: readonly string[];
  readonly extras: readonly string[];
}

/**
 * What Read the Docs is told (docs.readthedocs.io, "Configuration file v2"). Only keys of a plain block style are
 * looked for: a file in another style is as good as none, since the folders' names tell as much.
 */
async function readTheDocs(sources: Sources): Promise<Hosted | undefined> {
  const path = sources.files.find((path) => /^\.?readthedocs\.ya?ml$/.test(path));
  const text = path === undefined ? undefined : await sources.read(path);
  if (text === undefined) return undefined;
  const configuration = (tool: string): string | undefined => {
    const found = new RegExp(
      `^${tool}:[ \\t]*\\n(?:[ \\t]+[^\\n]*\\n)*?[ \\t]+configuration:[ \\t]*["']?([^"'\\s#]+)`,
      'm',
    ).exec(`${text}\n`)?.[1];
    return found !== undefined && sources.files.includes(found) ? found : undefined;
  };
  return {
    sphinx: configuration('sphinx'),
    mkdocs: configuration('mkdocs'),
    files: [...text.matchAll(/^[ \t-]*requirements:[ \t]*["']?([^"'\s#]+)/gm)]
      .map((match) => match[1] ?? '')
      .filter((file) => sources.files.includes(file)),
    extras: [
      ...text.matchAll(/^[ \t-]*extra_requirements:[ \t]*\n((?:[ \t]*-[ \t]*\S+[ \t]*\n)+)/gm),
    ].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/-[ \t]*["']?([\w.-]+)/g)].map((item) => item[1] ?? ''),
    ),
  };
}
