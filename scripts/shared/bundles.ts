import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { actionNames, ROOT } from './repo.ts';

/** One bundle: `dist/<name>/index.js`, made of the compiled main.js of a package. */
export interface Bundle {
  readonly name: string;
  /** The package that it is made of. */
  readonly folder: string;
  /** How many bytes index.js may have: it is downloaded and read at every start. */
  readonly budget: number;
}

/** Actions not named here have the first one's budget. */
const BUDGETS: { readonly [name: string]: number } = {
  'release-gate': 1_000_000,
  // All actions at once, with the lists of classifiers and licences.
  pymaint: 1_400_000,
};
const USUAL_BUDGET = 1_000_000;

/** Every action, and the command. */
export const bundles = (): readonly Bundle[] => [
  ...actionNames().map((name) => bundle(name, `actions/${name}`)),
  bundle('pymaint', 'packages/cli'),
];

const bundle = (name: string, folder: string): Bundle => ({
  name,
  folder,
  budget: BUDGETS[name] ?? USUAL_BUDGET,
});

/** The files that a bundle consists of. */
export const BUNDLE_FILES = ['index.js', 'licenses.txt', 'package.json'] as const;

/** How the files below two folders differ: `index.js: differs`, `x: not committed`; a folder may be missing. */
export function differences(committed: string, built: string): readonly string[] {
  const [before, after] = [filesBelow(committed), filesBelow(built)];
  const paths = [...new Set([...before, ...after])].toSorted();
  return paths.flatMap((path) => {
    if (!after.includes(path)) return [`${path}: no longer built`];
    if (!before.includes(path)) return [`${path}: not committed`];
    const same = readFileSync(join(committed, path)).equals(readFileSync(join(built, path)));
    return same ? [] : [`${path}: differs`];
  });
}

const filesBelow = (folder: string): readonly string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

/** The folder of a bundle. */
export const bundleFolder = (name: string, root = ROOT): string => join(root, 'dist', name);
