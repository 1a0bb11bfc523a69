import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { describeError } from '@pymaint/core';
import type { Command, Ending, Environment } from '../ports/index.ts';
import { orNothing } from './file.ts';
import { findProgram, isExecutable } from './find-program.ts';

/** A program that runs: no input, both outputs to be read. */
export type Child = ChildProcessByStdio<null, Readable, Readable>;
/** Why a program does not run. */
export type NotStarted = Ending & { readonly kind: 'not-started' };

/** For what is there and cannot be started. */
export const refused = (message: string): NotStarted => ({
  kind: 'not-started',
  why: 'refused',
  message,
});

/** The full path of the program, or why it cannot be started. */
export async function resolveProgram(
  command: Command,
  env: Environment,
): Promise<string | NotStarted> {
  const { program, cwd } = command;
  const folder = await orNothing(stat(cwd));
  if (folder?.isDirectory() !== true) return refused(`there is no folder \`${cwd}\` to run it in`);
  const isPath = program.includes('/') || (process.platform === 'win32' && program.includes('\\'));
  const path = isPath ? resolve(cwd, program) : await findProgram(program, env);
  if (path === undefined || (isPath && (await orNothing(stat(path))) === undefined)) {
    const message = isPath ? `there is no \`${program}\`` : `\`${program}\` is not on PATH`;
    return { kind: 'not-started', why: 'not-found', message };
  }
  if (!(await isExecutable(path))) return refused(`\`${program}\` is not an executable file`);
  if (process.platform === 'win32' && /\.(?:bat|cmd)$/i.test(path)) {
    return refused(`\`${path}\` is a batch file, which runs in a shell only; name the .exe`);
  }
  return path;
}

/** Starts it as leader of a process group and session of its own, without a terminal. Never through a shell. */
export function startProgram(
  program: string,
  command: Command,
  env: NodeJS.ProcessEnv,
): Promise<Child | NotStarted> {
  return new Promise((done) => {
    try {
      const child = spawn(program, command.args, {
        cwd: command.cwd,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: process.platform !== 'win32',
        windowsHide: true,
      });
      child.once('spawn', () => done(child));
      child.once('error', (error: NodeJS.ErrnoException) => {
        // The file is there: what is missing is the interpreter that its first line names.
        const missing = error.code === 'ENOENT' && `the interpreter of \`${program}\` is missing`;
        done(refused(missing || `\`${program}\`: ${error.message}`));
      });
    } catch (thrown) {
      done(refused(describeError(thrown)));
    }
  });
}
