import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Environment } from '../ports/index.ts';

const WINDOWS = process.platform === 'win32';

/**
 * The full path of a program on `PATH`, or undefined. Relative entries of `PATH` (`.`, an empty one) are passed
 * over: a project must not lay its own `git` in the way. On Windows the endings of `PATHEXT` are tried.
 */
export async function findProgram(name: string, env: Environment): Promise<string | undefined> {
  if (name === '' || /[/\\\0]/.test(name)) return undefined;
  const folders = (variable(env, 'PATH') ?? '').split(delimiter).filter(isAbsolute);
  for (const folder of folders) {
    for (const ending of endings(name, env)) {
      const path = join(folder, name + ending);
      if (await isExecutable(path)) return path;
    }
  }
  return undefined;
}

/** True for a file that this user may execute; on Windows for any file. */
export async function isExecutable(path: string): Promise<boolean> {
  try {
    if (!(await stat(path)).isFile()) return false;
    if (!WINDOWS) await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function endings(name: string, env: Environment): readonly string[] {
  if (!WINDOWS) return [''];
  const known = (variable(env, 'PATHEXT') ?? '.COM;.EXE;.BAT;.CMD').split(';');
  const has = known.some((ending) => name.toLowerCase().endsWith(ending.toLowerCase()));
  return has ? ['', ...known] : known;
}

/** A variable by its name; on Windows letters count the same in either case (`Path`). */
function variable(env: Environment, name: string): string | undefined {
  if (!WINDOWS) return env[name];
  const key = Object.keys(env).find((key) => key.toUpperCase() === name);
  return key === undefined ? undefined : env[key];
}
