import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../git-fixture.ts';
import type { ReadCommand } from './action-command.ts';
import { commandStream, type CommandStream } from './command-stream.ts';
import { readKeyValues } from './env-file.ts';
import { LONGEST_MESSAGE, MOST_ISSUES, readIssue, type IssueRead } from './issues.ts';
import { lineReader } from './line-reader.ts';
import { FILE_COMMANDS, runnerEnvironment, type CommandFiles } from './runner-environment.ts';
import { excessIssues, forgedCommands, hiddenCharacters } from './violations.ts';

/** One step of a job that uses a JavaScript action. */
export interface RunnerStep {
  /** The action's bundle, or any program for node; absolute or relative to the working directory. */
  readonly bundle: string;
  /** The folder that was checked out. The step starts there. */
  readonly workspace: string;
  /** Inputs as the workflow gives them, and the defaults of action.yml: the runner hands down both alike. */
  readonly inputs?: { readonly [name: string]: string };
  readonly event?: {
    readonly name?: string;
    readonly payload?: object;
    /** `refs/heads/main` by default. */
    readonly ref?: string;
    readonly sha?: string;
    readonly baseRef?: string;
    readonly repository?: string;
  };
  /** Variables of the step; undefined takes one away. */
  readonly env?: NodeJS.ProcessEnv;
  /** Step debugging. */
  readonly debug?: boolean;
  /** The node program, and what it is told before the bundle. */
  readonly node?: string;
  readonly nodeArgs?: readonly string[];
  /** Milliseconds. Default: two minutes. */
  readonly timeout?: number;
  /** Cancels the job as soon as the log holds this: SIGINT, 7.5 s later SIGTERM, 2.5 s later the end. */
  readonly cancelAt?: string;
  /** The outputs that action.yml declares: each must be written, and no other. */
  readonly declaredOutputs?: readonly string[];
}

/** What the runner makes of a step. */
export interface RunnerResult {
  /** Undefined where a signal or the timeout ended it. */
  readonly exitCode: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  /** As the job shows it: a step fails by its exit code, by a refused command and by a malformed file. */
  readonly conclusion: 'success' | 'failure';
  /** Those that the runner keeps, cut as it cuts them. */
  readonly annotations: readonly IssueRead[];
  readonly outputs: { readonly [name: string]: string };
  readonly state: { readonly [name: string]: string };
  readonly environment: { readonly [name: string]: string };
  /** The job summary as the page shows it: '' where it was too large. */
  readonly summary: string;
  /** All lines that the runner took for commands. */
  readonly commands: readonly ReadCommand[];
  /** Everything that an action must not do, in words; empty for a good one. */
  readonly violations: readonly string[];
  /** Standard output and standard error, as they came. */
  readonly log: string;
  readonly milliseconds: number;
}

const MOST_SUMMARY = 1024 * 1024;
/** A megabyte in UTF-16. */
const MOST_OUTPUT_UNITS = 512 * 1024;

/**
 * Runs a bundle as GitHub's runner runs a JavaScript action: its variables, its files and nothing else of this
 * process; then reads log and files by the runner's own grammar and rules, and says what broke them.
 */
export async function runStep(step: RunnerStep): Promise<RunnerResult> {
  await using place = await temporaryFolder();
  const workspace = await realpath(step.workspace);
  const temp = join(place.folder, '_temp');
  const files = await makeFiles(place.folder);
  await mkdir(temp);
  const env = await runnerEnvironment(step, workspace, temp, files);
  const stream = commandStream();
  const ended = await runNode(step, workspace, env, stream);
  return {
    ...(await readStep(step, workspace, files, stream, ended)),
    milliseconds: ended.milliseconds,
  };
}

async function makeFiles(folder: string): Promise<CommandFiles> {
  const pairs = FILE_COMMANDS.map((name) => [name, join(folder, name.toLowerCase())] as const);
  await Promise.all(pairs.map(([, path]) => writeFile(path, '')));
  return Object.fromEntries(pairs) as CommandFiles;
}

interface Ended {
  readonly exitCode: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  readonly timedOut: boolean;
  readonly log: string;
  readonly milliseconds: number;
}

function runNode(
  step: RunnerStep,
  workspace: string,
  env: NodeJS.ProcessEnv,
  stream: CommandStream,
): Promise<Ended> {
  const begun = performance.now();
  const args = [...(step.nodeArgs ?? []), step.bundle];
  const child = spawn(step.node ?? process.execPath, args, {
    cwd: workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: Buffer[] = [];
  const timers: NodeJS.Timeout[] = [];
  const cancel = cancelling(child, step.cancelAt, timers);
  for (const output of [child.stdout, child.stderr]) {
    const reader = lineReader((line) => {
      stream.line(line);
      cancel(line);
    });
    output.on('data', (bytes: Buffer) => {
      log.push(bytes);
      reader.push(bytes);
    });
    output.on('end', () => reader.end());
  }
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill('SIGKILL');
  }, step.timeout ?? 120_000);
  timers.push(timer);
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => {
      for (const each of timers) clearTimeout(each);
      done({
        exitCode: code ?? undefined,
        signal: signal ?? undefined,
        timedOut,
        log: Buffer.concat(log).toString(),
        milliseconds: performance.now() - begun,
      });
    });
  });
}

/** Cancels once, in the runner's steps (ProcessInvoker.cs). */
function cancelling(
  child: ChildProcess,
  words: string | undefined,
  timers: NodeJS.Timeout[],
): (line: string) => void {
  let open = words !== undefined;
  return (line) => {
    if (!open || !line.includes(words ?? '')) return;
    open = false;
    child.kill('SIGINT');
    timers.push(
      setTimeout(() => child.kill('SIGTERM'), 7500),
      setTimeout(() => child.kill('SIGKILL'), 10_000),
    );
  };
}

async function readStep(
  step: RunnerStep,
  workspace: string,
  files: CommandFiles,
  stream: CommandStream,
  ended: Ended,
): Promise<Omit<RunnerResult, 'milliseconds'>> {
  const read = async (name: keyof CommandFiles) => await readFile(files[name], 'utf8');
  const [output, state, environment] = [
    readKeyValues(await read('OUTPUT')),
    readKeyValues(await read('STATE')),
    readKeyValues(await read('ENV')),
  ];
  const summary = await read('STEP_SUMMARY');
  const issues = stream.commands
    .filter(({ name }) => name === 'error' || name === 'warning' || name === 'notice')
    .map((command) => readIssue(command, workspace));
  const failures = [
    ...stream.errors,
    ...[output, state, environment].flatMap(({ error }) => (error === undefined ? [] : [error])),
  ];
  // Files are read once the step has ended, so they win over commands of the same name.
  const outputs = { ...Object.fromEntries(stream.outputs), ...output.values };
  const isLarge = Buffer.byteLength(summary) > MOST_SUMMARY;
  return {
    exitCode: ended.exitCode,
    signal: ended.signal,
    conclusion: ended.exitCode === 0 && failures.length === 0 ? 'success' : 'failure',
    annotations: kept(issues),
    outputs,
    state: state.values,
    environment: environment.values,
    summary: isLarge ? '' : summary,
    commands: stream.commands,
    violations: [
      ...(ended.timedOut ? ['it did not end in time'] : []),
      ...(isLarge ? [`a summary of ${Buffer.byteLength(summary)} bytes`] : []),
      ...failures,
      ...forgedCommands(stream.commands),
      ...excessIssues(issues),
      ...hiddenCharacters('log', ended.log),
      ...hiddenCharacters('summary', summary),
      ...outputViolations(outputs, step.declaredOutputs),
      ...((await read('PATH')) === '' ? [] : ['it changes the PATH of later steps']),
      ...environmentViolations(environment.values),
    ],
    log: ended.log,
  };
}

/** The first ten of each level, each cut. */
function kept(issues: readonly IssueRead[]): readonly IssueRead[] {
  const counts = { error: 0, warning: 0, notice: 0 };
  return issues
    .filter(({ level }) => (counts[level] += 1) <= MOST_ISSUES)
    .map((issue) => ({ ...issue, message: issue.message.slice(0, LONGEST_MESSAGE) }));
}

function outputViolations(
  outputs: { readonly [name: string]: string },
  declared: readonly string[] | undefined,
): readonly string[] {
  const names = Object.keys(outputs);
  const units = Object.values(outputs).reduce((sum, value) => sum + value.length, 0);
  return [
    ...(units > MOST_OUTPUT_UNITS ? [`outputs of ${units} UTF-16 units`] : []),
    ...names
      .filter((name) => declared?.includes(name) === false)
      .map((name) => `output \`${name}\` is not declared`),
    ...(declared ?? [])
      .filter((name) => !names.includes(name))
      .map((name) => `output \`${name}\` is not written`),
  ];
}

/** No action of this suite hands variables to later steps; some names the runner itself refuses. */
const environmentViolations = (values: { readonly [name: string]: string }): readonly string[] =>
  Object.keys(values).map((name) => `it sets the variable \`${name}\` for later steps`);
