import { fileStart, UserError } from '@pymaint/core';
import type { Ports, RunnerEvent } from './ports/index.ts';

/**
 * Events whose runs hold secrets and a token that may write, whoever caused them, while the work tree may be
 * anyone's: a workflow can check out the pull request that it was started for. All of them run at a commit of the
 * repository's own, which GitHub gives as `GITHUB_SHA` (docs.github.com, "Events that trigger workflows").
 */
const PRIVILEGED = new Set([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
]);

/** The files that decide what is allowed: the configuration and the baseline. */
export interface DecidingFiles {
  /** A file's text, or undefined where there is none. */
  read(path: string): Promise<string | undefined>;
  /** True where a file that could not be read is there all the same: its bytes are no UTF-8 text. */
  isThere(path: string): Promise<boolean>;
  /**
   * To be asked once a file has decided something.
   * @throws UserError where it was read from a work tree that may be anyone's, as nothing better is at hand
   */
  demandTrust(path: string): void;
}

/**
 * Where these files are read: in the work tree, but for a privileged event at the commit that it runs at, so that a
 * pull request cannot waive its own faults where that would count.
 */
export async function decidingFiles({ event, git, workspace }: Ports): Promise<DecidingFiles> {
  const inTree = {
    read: (path: string) => workspace.read(path),
    isThere: async (path: string) => (await workspace.kind(path)) === 'file',
  };
  const demandTrust = (): void => undefined;
  if (event === undefined || !PRIVILEGED.has(event.name)) return { ...inTree, demandTrust };
  // Every commit is its own ancestor, if this clone holds it.
  const held = (await git.available()).yes && (await git.isAncestor(event.sha, event.sha)) === true;
  if (held) {
    const read = (path: string): Promise<string | undefined> => git.show(event.sha, path);
    return { read, isThere: () => Promise.resolve(false), demandTrust };
  }
  return {
    ...inTree,
    demandTrust(path) {
      throw untrusted(path, event);
    },
  };
}

const untrusted = (path: string, { name, sha }: RunnerEvent): UserError =>
  new UserError(
    `Unexpected \`${path}\` of a work tree that anyone may have written, as the event is \`${name}\`; expected the one of ${sha.slice(0, 12)}, which this clone does not hold: check out with \`fetch-depth: 0\``,
    fileStart(path),
  );
