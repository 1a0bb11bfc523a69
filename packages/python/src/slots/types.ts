import type { Range } from '@pymaint/core';
import type { Project } from '../project/types.ts';
import type { SourceTree } from '../source-tree.ts';

/**
 * What a slot should hold. `current`: the version that is being built. `released`: that one, or the newest release
 * (documents follow the last release until the next one is out). `past`: any version that is not from the future
 * (changelogs, `versionadded`).
 */
export type SlotPolicy = 'current' | 'released' | 'past';

/** How a version is written in a slot. */
export type Spelling =
  /** `1.2.3`, perhaps behind a `v`. */
  | { readonly type: 'text'; readonly prefix: string }
  /** The first numbers alone: `1.2` of 1.2.3. */
  | { readonly type: 'series'; readonly prefix: string; readonly parts: number }
  /** `1.2.3-rc.1`, as Cargo and npm want it. */
  | { readonly type: 'semver'; readonly prefix: string }
  /** The static badge of shields.io, where `-` is doubled. */
  | { readonly type: 'badge'; readonly prefix: string }
  /** `(1, 2, 3, 'final', 0)`, with or without its parentheses. */
  | { readonly type: 'tuple' }
  /** Something that is not rewritten: a call, a computed text. */
  | { readonly type: 'opaque' };

/** A place that names this project's version. */
export interface Slot {
  /** The finder's: `declared`, `conf-py`, `pre-commit-rev`. */
  readonly kind: string;
  /** Exactly the characters of `written`. */
  readonly place: Range;
  readonly written: string;
  /** The version that it means, in PEP 440's normal form; undefined where it is none. */
  readonly version: string | undefined;
  readonly spelling: Spelling;
  readonly policy: SlotPolicy;
  /**
   * False where it might be another project's version, or old on purpose: then at most a notice. A sure one of the
   * policy `current` breaks a release; of `released`, it misleads readers.
   */
  readonly sure: boolean;
  /** What it is, for people: `the version in CITATION.cff`. */
  readonly what: string;
}

/** A file's text with its path. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A repository on a forge, as URLs name it. */
export interface Repository {
  readonly host: string;
  /** `owner/name`, in lower case. */
  readonly path: string;
}

/** What slot finders may look at. */
export interface SlotContext {
  readonly tree: SourceTree;
  readonly project: Project;
  /** The project's name by PEP 503, `''` where it is not known. */
  readonly name: string;
  /** The project's own repositories, by the URLs of its metadata. */
  readonly repositories: readonly Repository[];
  /** The top folders of its import packages, in the tree: `src/attr`. */
  readonly packages: readonly string[];
  /** Every file of the project, outside of vendored folders, tests and examples. */
  readonly paths: readonly string[];
  /** README and documents: .rst, .md, .txt, outside of vendored folders and tests. */
  readonly documents: readonly TextFile[];
  /** Python files of the packages, outside of vendored folders. */
  readonly sources: readonly TextFile[];
}

/** Finds the slots of one kind. Total and linear in the files that it reads. */
export interface SlotFinder {
  readonly kind: string;
  readonly find: (context: SlotContext) => Iterable<Slot>;
}
