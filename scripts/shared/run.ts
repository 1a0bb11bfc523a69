import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './repo.ts';

/** Where and with what a program runs. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Text for its standard input. */
  readonly input?: string;
}

/** What a program left. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program, never through a shell, and keeps all that it printed. */
export const run = (
  program: string,
  args: readonly string[],
  { cwd = ROOT, env = process.env, input }: RunOptions = {},
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const options = { cwd, env, maxBuffer: 256 * 1024 * 1024 };
    const child = execFile(program, args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr });
      else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr });
      else reject(error);
    });
    // A program that ends without reading its input closes the pipe; its exit status tells the rest.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });

/** Runs a program that must succeed; gives what it printed. */
export async function mustRun(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await run(program, args, options);
  if (code === 0) return stdout;
  throw new Error(`${[program, ...args].join(' ')} ended with ${code}\n${stdout}${stderr}`);
}

/** The JavaScript file behind a command of an installed package, so that it starts on every system alike. */
export function toolPath(packageName: string, command: string, root = ROOT): string {
  const folder = join(root, 'node_modules', packageName);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly bin: { readonly [name: string]: string };
  };
  const file = manifest.bin[command];
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`);
  return join(folder, file);
}

export const TSC = ['typescript', 'tsc'] as const;
export const NCC = ['@vercel/ncc', 'ncc'] as const;
export const OXFMT = ['oxfmt', 'oxfmt'] as const;
export const OXLINT = ['oxlint', 'oxlint'] as const;
export const VITEST = ['vitest', 'vitest'] as const;

/** Runs a command of an installed package, on this Node, that must succeed; gives what it printed. */
export const mustRunTool = (
  [packageName, command]: readonly [string, string],
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> => {
  const path = toolPath(packageName, command, options.cwd ?? ROOT);
  return mustRun(process.execPath, [path, ...args], options);
};
