import { join, resolve } from 'node:path';
import {
  annotationsOf,
  describeError,
  ISSUES_URL,
  joinPath,
  lineUrlBelow,
  renderSummary,
  renderTerminal,
  ruleUrl,
  UserError,
  type FactSet,
  type OptionLayer,
  type OptionSpecs,
  type Report,
  type Sources,
} from '@pymaint/core';
import { ACTION_NAMES } from './action-names.ts';
import type { Action } from './action.ts';
import { nodePorts } from './adapters/index.ts';
import { appliedLines, applyFixes, fixAsked } from './apply-fixes.ts';
import { keepReport, type KeptReport } from './keep-report.ts';
import { openProject, type OpenProject, type RunSettings } from './open-project.ts';
import type { Environment, RunnerEvent } from './ports/index.ts';
import { projectPrefix } from './project-prefix.ts';
import { exitCodeOf, type RunResult } from './run-once.ts';
import { runnable, type RunnableAction } from './runnable.ts';
import { plainProgress } from './terminal/progress.ts';
import {
  annotationCommand,
  logWriter,
  readInput,
  writeKeyValues,
  writeSummary,
  type LogWriter,
} from './runner/index.ts';
import { SHARED_OPTIONS, SHARED_OUTPUTS } from './shared-options.ts';
import { outliveReaders } from './terminal/broken-pipe.ts';

/** The input that says where the project is; in a terminal it is the operand DIR. */
export const FOLDER_INPUT = {
  name: 'working-directory',
  description: 'The folder of the Python package, below the workspace.',
} as const;

/** Columns of a runner's log. */
const LOG_WIDTH = 120;

/**
 * The whole `main` of an action: runs it as GitHub's runner started it, and sets the exit status. Every declared
 * output is written in the end, whatever happened, so that no forged command can speak for it.
 */
export async function runAction<S extends OptionSpecs, F extends FactSet>(
  definition: Action<S, F>,
): Promise<void> {
  outliveReaders();
  const log = logWriter((text) => void process.stdout.write(text));
  process.exitCode = await runForRunner(runnable(definition), log, process.env);
  log.flush();
}

async function runForRunner(
  action: RunnableAction,
  log: LogWriter,
  env: Environment,
): Promise<number> {
  try {
    return await judge(action, log, env);
  } catch (thrown) {
    await writeKeyValues(env, 'GITHUB_OUTPUT', noOutputs(action));
    if (thrown instanceof UserError) {
      const { place, message } = thrown;
      const folder = readInput(env, FOLDER_INPUT.name) ?? '';
      const at = place && { file: joinPath(folder, place.path), line: place.line };
      log.command({ name: 'error', properties: { title: action.name, ...at }, data: message });
      return 2;
    }
    const data = `A defect of pymaint, please report it at ${ISSUES_URL}: ${describeError(thrown)}`;
    log.command({ name: 'error', properties: { title: action.name }, data });
    log.write(`${thrown instanceof Error ? (thrown.stack ?? '') : ''}\n`);
    return 3;
  }
}

async function judge(action: RunnableAction, log: LogWriter, env: Environment): Promise<number> {
  const base = env['GITHUB_WORKSPACE'] ?? process.cwd();
  const folder = resolve(base, readInput(env, FOLDER_INPUT.name) ?? '.');
  const temporary = env['RUNNER_TEMP'];
  const reports = temporary === undefined ? undefined : join(temporary, `pymaint-${action.name}`);
  await using ports = await nodePorts({ folder, env, ...(reports !== undefined && { reports }) });
  const prefix = projectPrefix(resolve(base), ports.workspace.folder);
  const project = await openProject(ports, prefix, [action], ACTION_NAMES);
  // A runner's log is looked at while it grows: what takes long is said as it comes.
  const progress = plainProgress(
    { writeError: (text) => log.write(text) },
    ports.clock,
    action.name,
  );
  const settings = { given: inputLayer(env), onEvent: progress.onEvent };
  const { report, outputs } = await runAndFix(action, project, settings, log).finally(() =>
    progress.stop(),
  );
  const kept = await keepReport(ports.scratch.reports, report);
  const sources = await project.sources([report]);
  showInLog(log, report, sources, kept);
  await writeSummary(env, summaryOf(report, sources, ports.event, commandOf(action, prefix, env)));
  await writeKeyValues(env, 'GITHUB_OUTPUT', {
    ...noOutputs(action),
    ...outputs,
    ...sharedOutputs(report, kept),
  });
  return exitCodeOf(report, action.doubtFails);
}

/** Runs the action; where its option `fix` is given, applies what it finds and runs it again. */
async function runAndFix(
  action: RunnableAction,
  project: OpenProject,
  settings: RunSettings,
  log: LogWriter,
): Promise<RunResult> {
  const found = await project.run(action, settings);
  if (!fixAsked(action, [settings.given])) return found;
  const done = await applyFixes(project, found.report.findings);
  for (const line of appliedLines(done)) log.write(line);
  return done.applied.length === 0 ? found : project.run(action, settings);
}

const inputLayer = (env: Environment): OptionLayer => ({
  source: 'input',
  get(name) {
    const written = readInput(env, name);
    return written === undefined ? undefined : { written, where: `input \`${name}\`` };
  },
});

function showInLog(log: LogWriter, report: Report, sources: Sources, kept: KeptReport): void {
  log.write(renderTerminal(report, { width: LOG_WIDTH, sources, reportPath: kept.json }));
  for (const annotation of annotationsOf(report, { reportPath: kept.json }))
    log.command(annotationCommand(annotation));
}

const summaryOf = (
  report: Report,
  sources: Sources,
  event: RunnerEvent | undefined,
  command: string,
): string =>
  renderSummary(report, {
    sources,
    command,
    ruleUrl,
    ...(event !== undefined && {
      lineUrl: lineUrlBelow(`${event.serverUrl}/${event.repository}/blob/${event.sha}`),
    }),
  });

/** The command that gives the same report in a terminal. */
function commandOf(action: RunnableAction, prefix: string, env: Environment): string {
  const names = Object.keys({ ...action.options, ...SHARED_OPTIONS });
  const flags = names.flatMap((name) => {
    const value = readInput(env, name);
    return value === undefined ? [] : [`--${name}=${quoted(value)}`];
  });
  return ['pymaint', action.name, ...(prefix === '' ? [] : [quoted(prefix)]), ...flags].join(' ');
}

/** Quoted for a POSIX shell where it must be. */
const quoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

const noOutputs = (action: RunnableAction): { readonly [name: string]: string } =>
  Object.fromEntries(
    [...Object.keys(action.outputs), ...Object.keys(SHARED_OUTPUTS)].map((name) => [name, '']),
  );

const sharedOutputs = (
  { counts }: Report,
  kept: KeptReport,
): { readonly [N in keyof typeof SHARED_OUTPUTS]: string } => ({
  'report-path': kept.json,
  'sarif-path': kept.sarif,
  errors: String(counts.errors),
  warnings: String(counts.warnings),
  notices: String(counts.notices),
});
