import type { Fact, IsoDate, Place, Problem } from '@pymaint/core';
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
import type { Sources } from './gather/sources.ts';
import type { ProjectTags } from './gather/tag.ts';
import type { Publishing } from './judging/workflows/publishing.ts';

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

/** The interpreter that builds and tests. */
export interface Python {
  /** Absolute. */
  readonly program: string;
  readonly version: string;
  readonly windows: boolean;
  /** Between the parts of PATH. */
  readonly separator: string;
  /** uv's full path where it is installed. */
  readonly uv: string | undefined;
  /** False where Debian and its like have left the module `venv` out. */
  readonly canMakeEnvironments: boolean;
}

/**
 * Why a program did not do its work. `network`: the package index did not answer, which is nobody's fault here.
 * `missing`: a tool is not there. The words are for the reader as they are.
 */
export interface Trouble {
  /** `incomplete`: what the project needs is not installed, and may be named where nothing of it was read. */
  readonly kind: 'missing' | 'incomplete' | 'timed-out' | 'network' | 'failed';
  readonly message: string;
  readonly remedy: string;
  /** The file with all that the program said. */
  readonly log: string | undefined;
}

/** What builds and installs: the interpreter of an environment with `build` and `pip`. */
export type Tools =
  | { readonly kind: 'made'; readonly python: string }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/** A file within an sdist or a wheel. */
export interface PackedFile {
  /** For an sdist without its top folder. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Something within a file of a distribution that is not to be there. */
export interface Mark {
  /** For an sdist without its top folder. */
  readonly path: string;
  /** A secret by its shape, in words (`a PyPI token`), or `build path`: the folder that was built in. */
  readonly kind: string;
  /** From 1. */
  readonly line: number;
}

/** What the project says of files that its sdist is not to hold. */
export interface LeftOut {
  /** As the build backend's settings, MANIFEST.in and .gitattributes name them. */
  readonly globs: readonly string[];
  /** True where a setting lists what is to be packed. */
  readonly chosen: boolean;
  /** True where there is a MANIFEST.in. */
  readonly manifest: boolean;
}

/** A distribution that was built, and what is in it. */
export interface Distribution {
  /** Absolute. */
  readonly path: string;
  readonly filename: string;
  readonly size: number;
  readonly sha256: string;
  readonly files: readonly PackedFile[];
  /** Metadata files by name: `PKG-INFO` of an sdist; `METADATA`, `WHEEL`, `RECORD`, `entry_points.txt` of a wheel. */
  readonly texts: { readonly [name: string]: string };
  /** The first of each kind in each file of up to 2 MiB. */
  readonly marks: readonly Mark[];
}

/** What `python -m build` gave: an sdist, and the wheel that was built of it. */
export type Build =
  | {
      readonly kind: 'built';
      /** Absolute. */
      readonly folder: string;
      readonly sdist: Distribution;
      readonly wheel: Distribution;
      /** True where an earlier run built it, of the same files by the same tools. */
      readonly reused?: boolean;
    }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/** A second build of the same sources. */
export type Rebuild =
  | {
      readonly kind: 'built';
      readonly sdist: Distribution;
      readonly wheel: Distribution;
      /** True where both builds were told by `SOURCE_DATE_EPOCH` how to date what they pack. */
      readonly dated: boolean;
    }
  | { readonly kind: 'failed'; readonly message: string };

/** How many tests there were. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One test that did not pass. */
export interface TestFailure {
  readonly test: string;
  /** The assertion's or exception's own words, one line. */
  readonly words: string;
  readonly place: Place;
}

/** What the tests gave. Its fact's place is what says that they are run so. */
export interface TestRun {
  /** As it could be typed. */
  readonly command: string;
  readonly environment: 'isolated' | 'current';
  /** True where an earlier run made the environment. */
  readonly reused?: boolean;
  /** Undefined where the output could not be read. */
  readonly counts: TestCounts | undefined;
  readonly failures: readonly TestFailure[];
  /** What is wrong with the run as a whole. */
  readonly trouble: Trouble | undefined;
  readonly log: string | undefined;
}

/** One warning of the documentation's build. */
export interface DocsWarning {
  /** The tool's own words, one line. */
  readonly message: string;
  readonly place: Place;
}

/** What building the documentation gave. Its fact's place is what says that it is built so. */
export interface DocsRun {
  readonly command: string;
  readonly environment: 'isolated' | 'current';
  readonly warnings: readonly DocsWarning[];
  readonly trouble: Trouble | undefined;
  readonly log: string | undefined;
}

/** A lock file that says by a hash what it was made for. */
export interface JudgedLock {
  readonly lock: HashedLock;
  /** True where the hash is that of pyproject.toml as it is; undefined where that is not known. */
  readonly current: boolean | undefined;
}

/** What importing the package gave, in an environment with the wheel and its requirements alone. */
export interface ImportRun {
  /** Each top-level module; `error` is the exception's own words. */
  readonly modules: readonly { readonly module: string; readonly error: string | undefined }[];
  readonly entryPoints: readonly {
    readonly group: string;
    readonly name: string;
    readonly module: string;
    readonly attributes: string;
    readonly error: string | undefined;
  }[];
  readonly trouble: Trouble | undefined;
}

/** The long description as it stands in the project's files. */
export interface LongDescription {
  readonly text: string;
  /** `text/markdown`, `text/x-rst` or `text/plain`, with its parameters. */
  readonly contentType: string;
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
