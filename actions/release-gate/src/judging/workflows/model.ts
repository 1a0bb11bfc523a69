import type { Range } from '@pymaint/core';

/** A text of a workflow, and where it stands (without quotes). */
export interface Text {
  readonly text: string;
  readonly place: Range;
}

/** A mapping of texts: `with` and `env`. Keys in lower case; what holds an anchor's content is not `complete`. */
export interface Settings {
  readonly complete: boolean;
  readonly entries: ReadonlyMap<string, { readonly key: Text; readonly value: Text }>;
}

/**
 * Whether `permissions` give the job an identity token. `unset`: nothing is said, so that the repository's default
 * holds, or the calling workflow's. `unknown`: said in a way that is not followed.
 */
export type IdToken =
  | { readonly kind: 'granted' | 'denied'; readonly place: Range }
  | { readonly kind: 'unset' | 'unknown' };

/** A `run` script: its text as the file holds it, and the places of its parts. */
export interface Script {
  readonly raw: string;
  /** The place of the characters from `start` to before `end` of `raw`. */
  readonly at: (start: number, end: number) => Range;
}

/** One step of a job. */
export interface Step {
  readonly uses: Text | undefined;
  readonly run: Script | undefined;
  readonly with: Settings;
  readonly env: Settings;
}

/** One job. */
export interface Job {
  readonly id: Text;
  readonly idToken: IdToken;
  readonly env: Settings;
  readonly steps: readonly Step[];
  /** The jobs that it waits for, by their ids. */
  readonly needs: readonly string[];
  /** All of it, as the file holds it. */
  readonly raw: string;
}

/** A workflow of GitHub Actions, as far as publishing is concerned. */
export interface Workflow {
  readonly path: string;
  /** The events under `on`. */
  readonly events: readonly Text[];
  readonly env: Settings;
  readonly jobs: readonly Job[];
  /** The paths whose changes start it, and the folder that its commands run in. */
  readonly paths: readonly string[];
  /** The patterns of the tags that start it. */
  readonly tags: readonly string[];
}
