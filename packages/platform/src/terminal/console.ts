import type { Environment } from '../ports/index.ts';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { outliveReaders } from './broken-pipe.ts';

/** The terminal that started the command: what it can show, and where text goes. */
export interface Console {
  /** The words behind the command's name. */
  readonly args: readonly string[];
  /** The folder it was started in, absolute. */
  readonly cwd: string;
  /** True where a person looks at the output as it comes. */
  readonly isTerminal: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number;
  /** Colour is wanted: a terminal, and neither NO_COLOR nor TERM=dumb; FORCE_COLOR asks for it anyway. */
  readonly colour: boolean;
  /** Lines can be drawn again where they stand: a terminal whose cursor moves (not TERM=dumb), and no log (CI). */
  readonly canRedraw: boolean;
  /** Characters beyond ASCII arrive as such, by the locale. */
  readonly unicode: boolean;
  /**
   * Calls once when this process is told to stop or ends by itself before `release` (the result) was called: what was
   * changed about the terminal must be put right then.
   */
  whenStopped(call: () => void): () => void;
  /** Writes to standard output, as it is. */
  write(text: string): void;
  /** Writes to standard error, as it is. */
  writeError(text: string): void;
}

/** The terminal of this process. */
export function processConsole(): Console {
  outliveReaders();
  const { stdout, stderr, env } = process;
  const isTerminal = stdout.isTTY && stderr.isTTY;
  return {
    args: process.argv.slice(2),
    cwd: process.cwd(),
    isTerminal,
    // Asked anew each time: people resize their terminals.
    get columns() {
      return stdout.columns > 0 ? stdout.columns : 80;
    },
    colour: wantsColour(env, stdout.isTTY),
    canRedraw: isTerminal && movesCursor(env),
    unicode: showsUnicode(env, process.platform),
    whenStopped,
    write: (text) => void stdout.write(text),
    writeError: (text) => void stderr.write(text),
  };
}

/** By no-color.org and force-color.org: a variable that is set, and not empty, counts. */
const wantsColour = (env: NodeJS.ProcessEnv, isTerminal: boolean): boolean => {
  const isSet = (name: string): boolean => (env[name] ?? '') !== '';
  if (isSet('NO_COLOR')) return false;
  if (isSet('FORCE_COLOR')) return env['FORCE_COLOR'] !== '0';
  return isTerminal && env['TERM'] !== 'dumb';
};

/** Runners set CI; some give a job a pseudo-terminal, of which a log keeps every byte. */
export const movesCursor = (env: NodeJS.ProcessEnv): boolean =>
  env['TERM'] !== 'dumb' && ['', 'false'].includes(env['CI'] ?? '');

/** By POSIX (XBD 8.2), the first of these variables that is set and not empty says it. */
export const showsUnicode = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean => {
  const locale = ['LC_ALL', 'LC_CTYPE', 'LANG'].map((name) => env[name] ?? '').find(Boolean);
  // Windows has no such variables; its terminal of today shows what there is.
  return platform === 'win32' || (locale !== undefined && /utf-?8/i.test(locale));
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

function whenStopped(call: () => void): () => void {
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, onStop);
    process.off('exit', onStop);
  };
  // What the signal means is decided by whoever else listens for it.
  const onStop = (): void => {
    release();
    call();
  };
  for (const signal of SIGNALS) process.on(signal, onStop);
  process.on('exit', onStop);
  return release;
}

/** What was written on the command line, by the rules of node:util parseArgs (not strict: callers name strangers). */
export interface Arguments {
  readonly positionals: readonly string[];
  /** In the order in which they were written. */
  readonly flags: readonly {
    readonly name: string;
    readonly value: string | undefined;
    readonly written: string;
  }[];
}

/** Splits a command line into positionals and flags; `takesValue` says which flags are followed by a value. */
export function parseArguments(
  args: readonly string[],
  flags: { readonly [name: string]: { readonly takesValue: boolean; readonly short?: string } },
): Arguments {
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(
    Object.entries(flags).map(([name, { takesValue, short }]) => [
      name,
      { type: takesValue ? 'string' : 'boolean', multiple: true, ...(short && { short }) } as const,
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  return {
    positionals: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
    flags: tokens.flatMap((token) =>
      token.kind === 'option'
        ? [{ name: token.name, value: token.value, written: token.rawName }]
        : [],
    ),
  };
}

/** The exit status of this process, once all its output is written. */
export const setExitCode = (code: number): void => {
  process.exitCode = code;
};

/** The environment variables of this process. */
export const processEnvironment = (): Environment => process.env;
