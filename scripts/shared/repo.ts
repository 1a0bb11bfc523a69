import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, without a slash at its end. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

const LEFT_OUT = new Set(['node_modules', 'lib', 'dist', '.git', '.cache', 'coverage']);

/** Paths below the root that match a glob, with `/` between their parts, in order of code points. */
export const matching = (pattern: string, root = ROOT): readonly string[] =>
  globSync(pattern, { cwd: root, exclude: (name) => LEFT_OUT.has(name) })
    .map((path) => path.replaceAll(sep, '/'))
    .toSorted();

/** The text of a file below the root. */
export const readText = (path: string, root = ROOT): string =>
  readFileSync(join(root, path), 'utf8');

/** The text of a file below the root, or undefined where there is none. */
export const readTextIfAny = (path: string): string | undefined =>
  existsSync(join(ROOT, path)) ? readText(path) : undefined;

/** A package.json of this repository, as far as the scripts and guards look at it. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly type?: string;
  readonly private?: boolean;
  readonly engines?: { readonly [name: string]: string };
  readonly scripts?: { readonly [name: string]: string };
  readonly dependencies?: { readonly [name: string]: string };
  readonly devDependencies?: { readonly [name: string]: string };
  readonly optionalDependencies?: { readonly [name: string]: string };
}

/** A folder with a package.json of its own, such as `packages/core`. */
export interface Workspace {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The npm workspaces: every package and every action. */
export const workspaces = (): readonly Workspace[] =>
  [...matching('packages/*/package.json'), ...matching('actions/*/package.json')].map((path) => ({
    folder: path.slice(0, -'/package.json'.length),
    manifest: JSON.parse(readText(path)) as Manifest,
  }));

/** The names of the actions, which are the folders below actions/. */
export const actionNames = (): readonly string[] =>
  matching('actions/*/package.json').map((path) => path.split('/')[1] ?? path);
