import { readOptions, type OptionLayer } from '@pymaint/core';
import {
  nodePorts,
  openProject as openAt,
  projectPrefix,
  startProgress,
  type Console,
  type OpenProject,
  type RunnableAction,
  type RunResult,
} from '@pymaint/platform';
import { OUTPUT_OPTIONS } from './output-options.ts';

/** A project opened from a terminal. */
export interface TerminalProject extends AsyncDisposable, Omit<OpenProject, 'run'> {
  /** Runs an action, with a live line while it takes long. */
  run(
    action: RunnableAction,
    settings: {
      readonly flags: OptionLayer;
      readonly leaveOut?: readonly string[];
      readonly beside?: readonly string[];
    },
  ): Promise<RunResult>;
}

/**
 * Opens the project in a folder, default the one the command was started in.
 * @throws UserError where there is no such folder, or its configuration must be mended
 */
export async function openProject(
  console: Console,
  folder: string | undefined,
  actions: readonly RunnableAction[],
): Promise<TerminalProject> {
  const ports = await nodePorts({ folder: folder ?? '.' });
  try {
    const prefix = projectPrefix(console.cwd, ports.workspace.folder);
    const project = await openAt(ports, prefix, actions);
    return {
      ...project,
      async run(action, { flags, leaveOut, beside }) {
        const { quiet } = readOptions(OUTPUT_OPTIONS, [flags]);
        const progress = quiet ? undefined : startProgress(console, ports.clock, action.name);
        try {
          return await project.run(action, {
            given: flags,
            ...(progress && { onEvent: progress.onEvent }),
            ...(leaveOut && { leaveOut }),
            ...(beside && { beside }),
          });
        } finally {
          progress?.stop();
        }
      },
      [Symbol.asyncDispose]: () => ports.end(),
    };
  } catch (thrown) {
    await ports.end();
    throw thrown;
  }
}
