import { readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Git } from '../ports/index.ts';
import { isInside, realPath, standing } from './inside.ts';

/** Folders that hold nothing of the project's own, whatever version control says of them. */
const FOREIGN = new Set(['.git', '.hg', '.svn', '.bzr', 'node_modules', '.pymaint']);

/** Folders that tools make: left out unless version control tracks what is in them. */
const MADE =
  /^(?:__pycache__|\.tox|\.nox|\.eggs|\.[a-z_-]*cache|\.hypothesis|\.ipynb_checkpoints|site-packages|.+\.(?:egg-info|dist-info))$/;

/** The file that marks a virtual environment (PEP 405). */
const VENV_MARK = 'pyvenv.cfg';

/** Said by {@link fileLister}'s answer once there are more files than were asked for. */
export const TOO_MANY = Symbol('too many files');

/** Whether a path leads out of the project through a symbolic link. */
type Escapes = (path: string) => boolean;

/** Lists the files below a folder: `real` is where it is, `under` how it is called from the project's folder. */
export type FileLister = (
  real: string,
  under: string,
  most: number,
) => Promise<readonly string[] | typeof TOO_MANY>;

/** Lists files relative to the project's folder, in no order. Git is asked where it knows a folder under its name. */
export function fileLister(
  root: string,
  folder: string,
  git: Pick<Git, 'available' | 'tracked' | 'untracked'> | undefined,
): FileLister {
  const escapes: Escapes = (path) => {
    try {
      return !isInside(root, realPath(path));
    } catch {
      return true;
    }
  };
  return async (real, under, most) => {
    const isKnown = real === join(folder, under) && isInside(folder, real);
    if (!isKnown || git === undefined || !(await git.available()).yes) {
      const found = walk(real, most, escapes);
      return found === TOO_MANY ? found : found.map((path) => posix.join(under, path));
    }
    const [tracked, untracked] = await Promise.all([git.tracked(), git.untracked()]);
    const prefix = posix.join(under, '/');
    const files = ownFiles(folder, { tracked, untracked }, escapes);
    return prefix === './' ? files : files.filter((path) => path.startsWith(prefix));
  };
}

/**
 * The files of a project that git knows, relative to its folder: what is tracked, and of what is new all that is
 * the project's own. Left out are files that are gone from the work tree, and links that lead out or to folders.
 */
function ownFiles(
  folder: string,
  known: { readonly tracked: readonly string[]; readonly untracked: readonly string[] },
  escapes: Escapes,
): readonly string[] {
  const venvs = known.untracked.filter((path) => baseName(path) === VENV_MARK).map(parent);
  const fresh = known.untracked.filter(
    (path) => !folders(path).some((name) => MADE.test(name)) && !isBelowAny(venvs, path),
  );
  return [...known.tracked, ...fresh].filter(
    (path) =>
      !folders(path).some((name) => FOREIGN.has(name)) && isFile(join(folder, path), escapes),
  );
}

/** All files below a folder, relative to it, in no order. Linked folders are not entered. */
function walk(top: string, most: number, escapes: Escapes): readonly string[] | typeof TOO_MANY {
  const files: string[] = [];
  const waiting = [''];
  for (let under = waiting.pop(); under !== undefined; under = waiting.pop()) {
    const entries = readFolder(join(top, under));
    if (under !== '' && entries.some((entry) => entry.name === VENV_MARK)) continue;
    for (const entry of entries) {
      const path = under === '' ? entry.name : `${under}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!FOREIGN.has(entry.name) && !MADE.test(entry.name)) waiting.push(path);
      } else if (entry.isFile() || (entry.isSymbolicLink() && isFile(join(top, path), escapes))) {
        files.push(path);
      }
    }
    if (files.length > most) return TOO_MANY;
  }
  return files;
}

function readFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    // Gone meanwhile, or closed to this user: nothing of the project can be read there.
    return [];
  }
}

/** True for a file, and for a link to one that stays inside. */
function isFile(path: string, escapes: Escapes): boolean {
  const found = standing(path);
  if (found?.isSymbolicLink() !== true) return found?.isFile() === true;
  return !escapes(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

const folders = (path: string): readonly string[] => path.split('/').slice(0, -1);
const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const parent = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Folders end with `/`; the project's own folder, '', is never taken for a virtual environment. */
const isBelowAny = (folders: readonly string[], path: string): boolean =>
  folders.some((folder) => folder !== '' && path.startsWith(folder));
