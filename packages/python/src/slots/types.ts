import type { LineIndex, Range } from '@pymaint/core';
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
  | {
      readonly type: 'tuple';
      /** True where numbers alone stand for a pre-release too: `(1, 5, 0)` beside `1.5.0rc1`. */
      readonly loose?: boolean;
    }
  /** The newest of a list, by its first numbers: a person adds the next one beside it, so that it is not rewritten. */
  | { readonly type: 'list'; readonly parts: number }
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

/** A file's path, and what kind of file it is for the finders. */
export interface FilePath {
  /** In the tree. */
  readonly path: string;
  /** Below the project's folder: what places of a fixed name are compared with. */
  readonly inside: string;
  /**
   * `document`: README and documents (.rst, .md, .txt). `source`: a Python file of the packages. Vendored folders, tests
   * and examples are neither.
   */
  readonly role: 'document' | 'source' | 'other';
}

/** A file that a finder looks at. */
export interface TextFile extends FilePath {
  readonly text: string;
  /** Its lines, indexed when first asked for. */
  readonly lines: () => LineIndex;
}

/** A repository on a forge, as URLs name it. */
export interface Repository {
  readonly host: string;
  /** `owner/name`, in lower case. */
  readonly path: string;
}

/** What slot finders know of the project beside the file that they look at. */
export interface SlotScope {
  readonly tree: SourceTree;
  readonly project: Project;
  /** The project's name by PEP 503, `''` where it is not known. */
  readonly name: string;
  /** The project's own repositories, by the URLs of its metadata. */
  readonly repositories: readonly Repository[];
  /** The top folders of its import packages, in the tree: `src/attr`. */
  readonly packages: readonly string[];
  /** What the configuration of bumping tools says of files, by path. */
  readonly configured: ReadonlyMap<string, readonly ConfiguredPlace[]>;
  /** True where the repository is released by release-please, whose annotations count. */
  readonly releasePlease: boolean;
}

/** Places of a file that a bumping tool is told to keep up to date. */
export interface ConfiguredPlace {
  readonly tool: string;
  /** The versions in a text: offsets of their first characters and of those behind their last. */
  readonly spans: (text: string) => readonly (readonly [number, number])[];
}

/**
 * Finds the slots of one kind, file by file: `wants` chooses by the path alone, so that each file is read once and only
 * where a finder wants it. Total and linear in the file.
 */
export interface SlotFinder {
  readonly kind: string;
  readonly wants: (file: FilePath, scope: SlotScope) => boolean;
  readonly find: (file: TextFile, scope: SlotScope) => Iterable<Slot>;
}
