import {
  fileStart,
  joinPath,
  parseBaseline,
  readConfig,
  UserError,
  VERSION,
  type GatherEvent,
  type OptionLayer,
  type Config,
  type ConfigFile,
  type KnownAction,
  type Plan,
  type Report,
} from '@pymaint/core';
import { decidingFiles, type DecidingFiles } from './deciding-files.ts';
import type { Ports } from './ports/index.ts';
import type { RunRequest, RunResult } from './run-once.ts';
import type { RunnableAction } from './runnable.ts';
import { SHARED_OPTIONS } from './shared-options.ts';

/** How a run differs from the next one. */
export interface RunSettings {
  /** Inputs or flags; the configuration file's values stand behind them. */
  readonly given: OptionLayer;
  readonly leaveOut?: readonly string[];
  /** Checks of the actions that run beside this one, which `checks` and `skip` may name as well. */
  readonly beside?: readonly string[];
  readonly onEvent?: (event: GatherEvent) => void;
}

/** A project whose configuration was read, ready to be judged by one action after another. */
export interface OpenProject {
  readonly ports: Ports;
  readonly config: Config;
  /** The project's folder as a prefix of the paths in reports. */
  readonly prefix: string;
  run(action: RunnableAction, settings: RunSettings): Promise<RunResult>;
  /** Tells what `run` would do. */
  plan(action: RunnableAction, settings: RunSettings): Promise<Plan>;
  /** The texts of the files in which these reports found something, by the reports' paths. */
  sources(reports: readonly Report[]): Promise<(path: string) => string | undefined>;
  /** Reads and writes a file by its path in a report. */
  readReported(path: string): Promise<string | undefined>;
  writeReported(path: string, text: string): Promise<void>;
}

/**
 * Opens a project: reads `[tool.pymaint]` and says where findings lie from the workspace's point of view.
 * `others` names actions that this program does not hold, whose tables it leaves alone.
 * @throws UserError where the configuration must be mended
 */
export async function openProject(
  ports: Ports,
  prefix: string,
  actions: readonly RunnableAction[],
  others: readonly string[] = [],
): Promise<OpenProject> {
  const deciding = await decidingFiles(ports);
  const config = await loadConfig(deciding, actions, others);
  const ownPath = (path: string): string => withoutPrefix(prefix, path);
  const readReported = (path: string): Promise<string | undefined> =>
    ports.workspace.read(ownPath(path));
  const request = (
    action: RunnableAction,
    { given, leaveOut, beside, onEvent }: RunSettings,
  ): RunRequest => ({
    ports,
    layers: [given, config.layer(action.name)],
    waivers: config.waivers,
    readBaseline: (path) => readBaseline(deciding, path),
    folder: prefix,
    version: VERSION,
    ...(leaveOut && { leaveOut }),
    ...(beside && { beside }),
    ...(onEvent && { onEvent }),
  });
  return {
    ports,
    config,
    prefix,
    readReported,
    writeReported: (path, text) => ports.workspace.write(ownPath(path), text),
    run: (action, settings) => action.run(request(action, settings)),
    plan: (action, settings) => action.plan(request(action, settings)),
    async sources(reports) {
      const places = reports.flatMap(({ findings }) => findings.map(({ place }) => place.path));
      const texts = new Map<string, string>();
      for (const path of new Set(places)) {
        const text = await readReported(path).catch(() => undefined);
        if (text !== undefined) texts.set(path, text);
      }
      return (path) => texts.get(path);
    },
  };
}

/** Reads the configuration; the bundle of one action knows that action alone, the command knows all. */
async function loadConfig(
  deciding: DecidingFiles,
  actions: readonly RunnableAction[],
  others: readonly string[],
): Promise<Config> {
  const file = async (path: string): Promise<ConfigFile | undefined> => {
    const text = await deciding.read(path);
    if (text !== undefined) return { path, text };
    if (!(await deciding.isThere(path))) return undefined;
    // TOML is UTF-8; taken for a missing file it would lose its settings, and the project its description.
    throw new UserError(
      'Unexpected bytes that are not UTF-8 text, expected TOML: save the file as UTF-8',
      fileStart(path),
    );
  };
  const [pyproject, pymaint] = await Promise.all([file('pyproject.toml'), file('pymaint.toml')]);
  const config = readConfig({ pyproject, pymaint }, { actions: actions.map(asKnown), others });
  if (config.path !== undefined) deciding.demandTrust(config.path);
  return config;
}

/** An action as the configuration may speak of it. */
const asKnown = ({ name, summary, options, checks }: RunnableAction): KnownAction => ({
  name,
  summary,
  options: { ...SHARED_OPTIONS, ...options },
  rules: checks.map(({ id }) => id),
});

async function readBaseline(deciding: DecidingFiles, path: string) {
  const text = await deciding.read(path);
  if (text === undefined)
    throw new UserError(
      'Unexpected missing baseline, expected one made by `--write-baseline`',
      fileStart(path),
    );
  deciding.demandTrust(path);
  return parseBaseline(path, text);
}

const withoutPrefix = (prefix: string, path: string): string => {
  if (prefix === '') return path;
  if (path.startsWith(`${prefix}/`)) return path.slice(prefix.length + 1);
  // A finding above the project's folder: from the prefix's depth back up.
  return joinPath(prefix.replace(/[^/]+/g, '..'), path);
};
