import {
  buildReport,
  gatherFacts,
  judgeAll,
  readOptions,
  UserError,
  wantedFacts,
  whereGiven,
  type Baseline,
  type FactSet,
  type GatherEvent,
  type OptionLayer,
  type OptionSpecs,
  type Report,
  type Waiver,
} from '@pymaint/core';
import type { Action } from './action.ts';
import type { Ports, Processes } from './ports/index.ts';
import { selectionOf, selectionOver } from './selection.ts';
import { SHARED_OPTIONS } from './shared-options.ts';

/** One run of one action: everything that was read at the edge before it starts. */
export interface RunRequest {
  readonly ports: Ports;
  /** Where options were given, strongest first. */
  readonly layers: readonly OptionLayer[];
  readonly waivers: readonly Waiver[];
  /** Reads the baseline that an option names. */
  readonly readBaseline: (path: string) => Promise<Baseline>;
  /** The project's folder as a prefix for the report's paths. */
  readonly folder: string;
  /** pymaint's own version. */
  readonly version: string;
  /** Groups or checks that are left out beside those the options skip. */
  readonly leaveOut?: readonly string[];
  /** Checks of the actions that run beside this one, which `checks` and `skip` may name as well. */
  readonly beside?: readonly string[];
  readonly onEvent?: (event: GatherEvent) => void;
}

/** What a run gave. */
export interface RunResult {
  readonly report: Report;
  /** The values of the action's own outputs. */
  readonly outputs: { readonly [name: string]: string };
}

/**
 * Runs one action once: read options → gather facts → judge → report. Nothing is printed or written here.
 * @throws UserError where an option, the configuration or the project must be mended first
 */
export async function runOnce<S extends OptionSpecs, F extends FactSet>(
  action: Action<S, F>,
  request: RunRequest,
): Promise<RunResult> {
  const { ports, layers } = request;
  const begun = ports.clock.monotonic();
  const shared = readOptions(SHARED_OPTIONS, layers);
  const options = readOptions(action.options, layers);
  const selection = selectionOf(action.checks, layers, request);
  const baseline =
    shared.baseline === undefined
      ? undefined
      : await readBaseline(request, shared.baseline, whereGiven('baseline', layers));
  const logs: { readonly name: string; readonly path: string }[] = [];
  const { onEvent } = request;
  const watched: Ports = {
    ...ports,
    processes: noteLogs(ports.processes, logs),
    progress: (fact, words) =>
      onEvent?.({ kind: 'progress', fact, words, at: ports.clock.monotonic() - begun }),
  };
  const gathered = await gatherFacts(
    action.gather(options, watched),
    wantedFacts(action.checks, selection),
    { now: () => ports.clock.monotonic(), ...(request.onEvent && { onEvent: request.onEvent }) },
  );
  const finished = await action.finish?.(options, gathered.facts, ports);
  const report = buildReport({
    version: request.version,
    action: action.name,
    folder: request.folder,
    headline: action.headline(gathered.facts),
    words: selection.part ? inPart(action.words) : action.words,
    judged: judgeAll(
      action.checks,
      gathered.facts,
      selectionOver(action.checks, selection, gathered.facts),
    ),
    crashes: gathered.crashes,
    timings: gathered.timings,
    waivers: request.waivers,
    baseline,
    failOn: shared['fail-on'],
    today: ports.clock.today(),
    milliseconds: ports.clock.monotonic() - begun,
    logs,
    kept: finished?.kept ?? [],
    data: { ...action.data?.(gathered.facts), ...finished?.data },
  });
  const outputs = action.outputValues(report, gathered.facts);
  return { report, outputs: { ...outputs, ...finished?.outputs } };
}

/** The words for an answer to a part of the question: nobody should take it for the whole. */
const inPart = (words: Action<OptionSpecs, FactSet>['words']) => ({
  ...words,
  yes: `${words.yes}, as far as was asked`,
});

/** Reads it; a path that may not be read is told where it is named. */
async function readBaseline(
  { readBaseline: read }: RunRequest,
  path: string,
  where: string | undefined,
): Promise<Baseline> {
  try {
    return await read(path);
  } catch (thrown) {
    if (!(thrown instanceof UserError) || thrown.place !== undefined || where === undefined)
      throw thrown;
    throw new UserError(`${where}: ${thrown.message}`);
  }
}

/** Remembers which logs the programs of a run left. */
const noteLogs = (
  processes: Processes,
  logs: { readonly name: string; readonly path: string }[],
): Processes => ({
  ...processes,
  async run(command) {
    const ran = await processes.run(command);
    if (ran.log !== undefined) logs.push({ name: command.log ?? command.program, path: ran.log });
    return ran;
  },
});

/** The exit status that a report stands for: 0 good, 1 not good, 3 a defect of ours. */
export const exitCodeOf = (report: Report, doubtFails: boolean): 0 | 1 | 3 => {
  if (report.counts.crashed > 0) return 3;
  if (report.answer === 'no') return 1;
  return report.answer === 'unknown' && doubtFails ? 1 : 0;
};
