import type { Fact, IsoDate } from '@pymaint/core';

/** What the project says of itself. */
export interface Project {
  /** As written. */
  readonly name: string;
  /** By PEP 503. */
  readonly normalizedName: string;
  /** The build backend as people call it: `hatchling`, `setuptools`, `flit`. */
  readonly backend: string;
  /** True where the version is made of git's tags when the package is built. */
  readonly versionFromGit: boolean;
}

/** Where a version comes from. */
export type CandidateOrigin = 'option' | 'tag' | 'declared';

/** The version that is to be released. */
export interface Candidate {
  /** As it was written, a tag's prefix taken off. */
  readonly text: string;
  readonly from: CandidateOrigin;
}

/** The tag that releases the version. */
export interface ReleaseTag {
  readonly name: string;
  /** What stands in the tag for the version; undefined where the tag has not the shape of this project's tags. */
  readonly version: string | undefined;
  /** The shape that it was read by, such as `v{version}`. */
  readonly shape: string;
  /** Undefined before the tag is made. */
  readonly commit: string | undefined;
}

/** One file that differs from the last commit. */
export interface Change {
  readonly path: string;
  /** `untracked` where git does not know the file at all. */
  readonly kind: 'modified' | 'added' | 'deleted' | 'renamed' | 'conflicted' | 'untracked';
}

/** Where the commit stands among the branches. */
export interface Branching {
  readonly commit: string;
  readonly defaultBranch: string;
  readonly onDefault: boolean;
  /** Other branches that hold the commit, remote ones without the remote's name. */
  readonly alsoOn: readonly string[];
}

/** How much of the history this clone has. */
export interface History {
  readonly shallow: boolean;
  /** How many tags there are, of whatever shape. */
  readonly tags: number;
}

/** All that the checks of release-gate may look at. Each fact is gathered by the file of gather/ that bears its name. */
export type ReleaseFacts = {
  /** Today, UTC. */
  readonly today: Fact<IsoDate>;
  /** Its place is the file that describes the project: findings that have no better place stand there. */
  readonly project: Fact<Project>;
  /** The version that the sources declare, as written. */
  readonly declared: Fact<string>;
  readonly candidate: Fact<Candidate>;
  readonly tag: Fact<ReleaseTag>;
  readonly changes: Fact<readonly Change[]>;
  readonly branching: Fact<Branching>;
  readonly history: Fact<History>;
};
