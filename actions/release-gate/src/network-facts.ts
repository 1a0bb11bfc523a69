import type { Place } from '@pymaint/core';
import type { IndexedProject, Version } from '@pymaint/python';

/** What was asked over the network; where nothing was to be asked, that is known as well. */
export type Asked<T> =
  | { readonly asked: false; readonly why: string }
  | { readonly asked: true; readonly value: T };

/** What the package index says of the project. */
export interface IndexAnswer {
  /** Its address without credentials. */
  readonly url: string;
  /** Undefined where the index has no such project: nothing was published yet. */
  readonly project: IndexedProject | undefined;
}

/** A published requirement, and what the index has of it. */
export interface IndexedRequirement {
  readonly name: string;
  readonly text: string;
  readonly place: Place;
  /** `dependencies` or `extra \`docs\``. */
  readonly of: string;
  /** The greatest version in the range that was not yanked: what is installed today. */
  readonly installed: Version | undefined;
  /** The greatest version in the range, and why it was yanked, where all in it were. */
  readonly yanked: { readonly version: Version; readonly reason: string } | undefined;
  /** The greatest version of all that was not yanked; final where there is one. */
  readonly newest: Version | undefined;
}

/** Advisories by `name==version`. */
export type Advisories = ReadonlyMap<string, readonly string[]>;

/** One check run or status of the commit, the latest of its name. */
export interface CommitCheck {
  readonly name: string;
  readonly state: 'good' | 'bad' | 'running';
  /** As GitHub says it: `failure`, `timed_out`. */
  readonly words: string;
  /** True for a job of a workflow of GitHub Actions. */
  readonly isWorkflow: boolean;
}

/** What GitHub says of the commit that is to be released, and of what is open. */
export interface GithubAnswer {
  readonly repository: string;
  readonly commit: string;
  readonly checks: readonly CommitCheck[];
  /** Names that the branch's rules ask for; undefined where they cannot be read. */
  readonly required: readonly string[] | undefined;
  /** Open issues and pull requests with a label that blocks releases. */
  readonly blockers: readonly {
    readonly number: number;
    readonly title: string;
    readonly label: string;
  }[];
  /** The milestone of the version, and what is open in it. */
  readonly milestone: { readonly title: string; readonly open: number } | undefined;
}
