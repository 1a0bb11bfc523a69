import { join } from 'node:path';
import type { Environment, Ports } from '../ports/index.ts';
import { nodeClock } from './clock.ts';
import { nodeGit } from './git.ts';
import { processLifetime } from './lifetime.ts';
import { nodeHttp, nodeProber } from './network.ts';
import { nodeProcesses } from './processes.ts';
import { readRunnerEvent } from './runner-event.ts';
import { nodeScratch } from './scratch.ts';
import { nodeWorkspace } from './workspace.ts';

export { nodeClock } from './clock.ts';
export { nodeGit } from './git.ts';
export type { NodeGitOptions } from './git-repository.ts';
export type { NodeHttpOptions } from './http.ts';
export { nodeHttp, nodeProber } from './network.ts';
export * from './patient-request.ts';
export * from './service-address.ts';
export { processLifetime, type Lifetime, type Mortal } from './lifetime.ts';
export { nodeProcesses, type NodeProcessesOptions } from './processes.ts';
export { makeReportFolder } from './report-folder.ts';
export { readRunnerEvent } from './runner-event.ts';
export { nodeScratch, type NodeScratchOptions } from './scratch.ts';
export { nodeWorkspace, type NodeWorkspaceOptions } from './workspace.ts';

/** Where a run takes place. */
export interface NodePortsOptions {
  /** The project's folder, absolute or relative to the working directory. */
  readonly folder: string;
  /** Absolute folder for reports and logs. Default: `.pymaint` below the project's folder. */
  readonly reports?: string;
  /** Default: this process's own. */
  readonly env?: Environment;
}

/** The ports to this machine. Until they are ended they listen for signals and keep temporary folders. */
export interface NodePorts extends Ports, AsyncDisposable {
  /** Ends all programs still running and removes the temporary folders. Also reached by `await using`. */
  end(): Promise<void>;
}

/**
 * All ports, to this machine. Paths of the workspace may lead up to the top of the repository around the folder.
 * @throws UserError where there is no such folder.
 */
export async function nodePorts(options: NodePortsOptions): Promise<NodePorts> {
  const env = options.env ?? process.env;
  // In a container job the runner's own workspace belongs to a user of the host, which git would refuse.
  const trusted = env.GITHUB_ACTIONS === 'true' ? [env.GITHUB_WORKSPACE ?? ''].filter(Boolean) : [];
  const { folder } = nodeWorkspace(options.folder);
  const git = nodeGit(folder, { env, trusted });
  const root = (await git.available()).yes ? await git.top() : '.';
  const workspace = nodeWorkspace(folder, { root, git });
  const reports = options.reports ?? join(folder, '.pymaint');
  const lifetime = processLifetime();
  const scratch = nodeScratch({ reports, folder, lifetime, env });
  const end = (): Promise<void> => lifetime.end();
  return {
    workspace,
    git,
    scratch,
    // Added last, so ended first: programs may be at work in the temporary folders.
    processes: nodeProcesses({ reports, lifetime, env }),
    clock: nodeClock,
    http: nodeHttp({ env }),
    prober: nodeProber({ env }),
    env,
    event: readRunnerEvent(env),
    end,
    [Symbol.asyncDispose]: end,
  };
}
