import type { Place } from '@pymaint/core';

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
  /**
   * Extras and groups of the project, in words, that were installed for a second run, since the tests lacked what they
   * bring and what is named for tests does not.
   */
  readonly supplied?: readonly string[];
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
