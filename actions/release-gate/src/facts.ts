import type { Fact, IsoDate, Problem } from '@pymaint/core';
import type { Found, Release } from '@pymaint/changelog';
import type {
  DeclaredVersion,
  HashedLock,
  Project,
  PythonClaim,
  UvLock,
  Version,
} from '@pymaint/python';
import type { DeclaredSlots } from '@pymaint/version-drift';
import type {
  Advisories,
  Asked,
  IndexAnswer,
  IndexedRequirement,
  GithubAnswer,
} from './network-facts.ts';
import type { Build, LeftOut, LongDescription, Rebuild } from './artifact-facts.ts';
import type { DocsRun, ImportRun, Python, TestRun, Tools } from './run-facts.ts';
import type { Sources } from './gather/sources.ts';
import type { ProjectTags } from './gather/tag.ts';
import type { Publishing } from './judging/workflows/publishing.ts';

export type * from './artifact-facts.ts';
export type * from './run-facts.ts';

/** Where the version to judge was taken from. */
export type CandidateOrigin = 'option' | 'tag' | 'declared';

/** The version that is to be released. */
export interface Candidate {
  /** As it was written, a tag's prefix taken off. */
  readonly text: string;
  readonly from: CandidateOrigin;
  /**
   * The tag that has released it already, at another commit. Between two releases many projects declare the last one:
   * nothing is being released then, unless the version was asked for.
   */
  readonly releasedAs: string | undefined;
}

/** The tag that releases the version. */
export interface ReleaseTag {
  readonly name: string;
  /** What stands in it for the version; undefined where it has not the shape of this project's tags. */
  readonly version: string | undefined;
  /** The version that it holds by any shape. */
  readonly looseVersion: string | undefined;
  /** The shape of this project's tags, such as `v{version}`. */
  readonly format: string;
  /** True where the user gave the shape, or all earlier tags agree on it. */
  readonly sure: boolean;
  /** Undefined before the tag is made. */
  readonly commit: string | undefined;
  /** The day on which it was made. */
  readonly date: IsoDate | undefined;
}

/** A release that was tagged before. */
export interface EarlierRelease {
  readonly tag: string;
  readonly version: Version;
  readonly commit: string;
  readonly date: IsoDate | undefined;
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

/** A lock file that says by a hash what it was made for. */
export interface JudgedLock {
  readonly lock: HashedLock;
  /** True where the hash is that of pyproject.toml as it is; undefined where that is not known. */
  readonly current: boolean | undefined;
}

/** All that the checks of release-gate may look at. Each fact is gathered by the file of gather/ that bears its name. */
export type ReleaseFacts = {
  /** Today, UTC. */
  readonly today: Fact<IsoDate>;
  /** The project's files, for other gatherers. */
  readonly sources: Fact<Sources>;
  /** What is wrong with the project's own configuration. Always known. */
  readonly problems: Fact<readonly Problem[]>;
  /** Its place is the file that describes the project: findings that have no better place stand there. */
  readonly project: Fact<Project>;
  /** Its place is its file. */
  readonly description: Fact<LongDescription>;
  /** The files that git tracks, sorted. */
  readonly tracked: Fact<readonly string[]>;
  readonly leftOut: Fact<LeftOut>;
  /** The version that the sources declare. */
  readonly declared: Fact<DeclaredVersion>;
  /** All places that state it, as version-drift finds and judges them. */
  readonly slots: Fact<DeclaredSlots>;
  readonly candidate: Fact<Candidate>;
  /** All tags, for other gatherers. */
  readonly tags: Fact<ProjectTags>;
  /** Earlier releases, greatest version first. */
  readonly releases: Fact<readonly EarlierRelease[]>;
  readonly changelog: Fact<Found>;
  /** What the changelog says of the candidate; not known to be there is not applicable. */
  readonly entry: Fact<Release>;
  readonly tag: Fact<ReleaseTag>;
  /** What classifiers, tox, nox and workflows say of the Pythons that are supported. */
  readonly pythonClaims: Fact<readonly PythonClaim[]>;
  readonly uvLock: Fact<UvLock>;
  /** poetry.lock and pdm.lock, of which each holds a hash of what it was made for. */
  readonly hashedLocks: Fact<readonly JudgedLock[]>;
  /** The steps of GitHub workflows that upload distributions. */
  readonly publishing: Fact<readonly Publishing[]>;
  readonly changes: Fact<readonly Change[]>;
  readonly branching: Fact<Branching>;
  readonly history: Fact<History>;
  readonly python: Fact<Python>;
  readonly tools: Fact<Tools>;
  readonly build: Fact<Build>;
  readonly rebuild: Fact<Rebuild>;
  /** In bytes: larger files of the distributions are told of. */
  readonly largestFile: Fact<number>;
  readonly imports: Fact<ImportRun>;
  readonly tests: Fact<TestRun>;
  readonly docs: Fact<DocsRun>;
  /** What the package index says; known also where it was not to be asked. */
  readonly index: Fact<Asked<IndexAnswer>>;
  /** The published requirements that the index has, with the versions that their ranges allow. */
  readonly required: Fact<Asked<readonly IndexedRequirement[]>>;
  /** What the advisory service knows of those versions. */
  readonly advisories: Fact<Asked<Advisories>>;
  /** What GitHub says; known also where it was not to be asked. */
  readonly github: Fact<Asked<GithubAnswer>>;
};
