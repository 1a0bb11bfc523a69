import type { Clock } from './clock.ts';
import type { Git } from './git.ts';
import type { Http } from './http.ts';
import type { Prober } from './prober.ts';
import type { Processes } from './processes.ts';
import type { Scratch } from './scratch.ts';
import type { Workspace } from './workspace.ts';

export type * from './clock.ts';
export type * from './forge.ts';
export type * from './git.ts';
export type * from './http.ts';
export type * from './prober.ts';
export type * from './processes.ts';
export type * from './scratch.ts';
export type * from './workspace.ts';

/** Environment variables by name, read only. */
export type Environment = { readonly [name: string]: string | undefined };

/** The outside world, as an action's `gather` may see it. */
export interface Ports {
  readonly workspace: Workspace;
  readonly git: Git;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly http: Http;
  /** Asks about many pages; see {@link Http} for one request. */
  readonly prober: Prober;
  /** Says how far the gathering of a fact has come, for a live view: `1,204 of 5,000 addresses`. */
  readonly progress?: (fact: string, words: string) => void;
  readonly scratch: Scratch;
  /** Environment variables, read only. */
  readonly env: Environment;
  /** What event and ref started this run; absent in a terminal. */
  readonly event: RunnerEvent | undefined;
}

/** What GitHub's runner says of this run: see docs.github.com, "Variables". */
export interface RunnerEvent {
  /** `push`, `pull_request`, `schedule`, … */
  readonly name: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly ref: string;
  readonly refType: 'branch' | 'tag' | undefined;
  readonly refName: string;
  readonly sha: string;
  readonly baseRef: string | undefined;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** The webhook's payload, as it came; `{}` where there is none. */
  readonly payload: { readonly [key: string]: unknown };
}
