import type { Fact, Place, Problem, Range } from '@pymaint/core';

/** A text of the metadata, and exactly where it stands (without quotes where the text is written plainly). */
export interface Entry {
  readonly text: string;
  readonly place: Range;
}

/** How the version reaches the metadata. */
export type VersionKind =
  /** Written in the configuration: `[project]`, `[tool.poetry]`, setup.cfg, setup.py. */
  | 'static'
  /** A literal of a Python file. */
  | 'attr'
  /** The whole text of a file. */
  | 'file'
  /** What a pattern of the project's own finds in a file. */
  | 'regex'
  /** Made of git's (or another system's) tags when the package is built: no file holds it. */
  | 'vcs'
  /** Cargo.toml. */
  | 'cargo'
  /** `project(version: …)` of meson.build. */
  | 'meson'
  /** A call with literal arguments, or a function over a literal tuple. */
  | 'call'
  /** Only running the build would tell. */
  | 'computed'
  /** Declared nowhere. */
  | 'none';

/** Where the build backend takes the version from. */
export interface VersionSource {
  readonly kind: VersionKind;
  /** Who reads it: `hatchling`, `hatch-vcs`, `setuptools-scm`, `flit`. */
  readonly by: string;
  /** The file that holds the version, or that would tell; undefined for tags. */
  readonly path: string | undefined;
  /** Where the configuration points to it. */
  readonly pointer: Place;
}

/** A version as the project declares it. The place of the fact is the exact text that holds it. */
export interface DeclaredVersion {
  /** As the backend gets it, before PEP 440 normalisation: `8.5.0.dev`. */
  readonly written: string;
  /** The normal form; undefined where it is no PEP 440 version. */
  readonly canonical: string | undefined;
  /** `text`: the characters at the place are `written`. Else the place holds what it is computed from. */
  readonly form: 'text' | 'tuple' | 'call' | 'computed';
}

/** The licence (PEP 639, and the table of PEP 621 before it). */
export type License =
  | { readonly form: 'expression' | 'text' | 'file'; readonly value: string }
  | { readonly form: 'poetry' | 'setuptools'; readonly value: string };

/** The long description: its file, or its text where it is written in the configuration; neither where it is made of several files. */
export interface Readme {
  readonly path: string | undefined;
  readonly text: string | undefined;
  readonly contentType: string | undefined;
}

/** Names with their values: URLs by label, scripts by name. */
export type EntryMap = ReadonlyMap<string, Entry>;
/** Names with their lists: extras, dependency groups. */
export type EntryLists = ReadonlyMap<string, readonly Entry[]>;

/** The core metadata as declared. `not-applicable`: not declared; `not-known`: declared, but not readable. */
export interface Metadata {
  readonly name: Fact<string>;
  readonly version: Fact<DeclaredVersion>;
  readonly description: Fact<string>;
  readonly requiresPython: Fact<string>;
  readonly dependencies: Fact<readonly Entry[]>;
  readonly optionalDependencies: Fact<EntryLists>;
  readonly classifiers: Fact<readonly Entry[]>;
  readonly keywords: Fact<readonly Entry[]>;
  readonly license: Fact<License>;
  readonly licenseFiles: Fact<readonly Entry[]>;
  readonly readme: Fact<Readme>;
  readonly urls: Fact<EntryMap>;
  readonly scripts: Fact<EntryMap>;
  readonly guiScripts: Fact<EntryMap>;
  /** By group, `name = object` in each. */
  readonly entryPoints: Fact<EntryLists>;
}

/** The build backends that are read by their own rules. */
export type BackendId =
  | 'setuptools'
  | 'hatchling'
  | 'flit'
  | 'poetry'
  | 'pdm'
  | 'mesonpy'
  | 'maturin'
  | 'scikit-build-core'
  | 'uv'
  | 'other';

/** Who builds the package. */
export interface Backend {
  readonly id: BackendId;
  /** `build-backend` as written, or the default by PEP 517. */
  readonly written: string;
  /** True where `backend-path` makes it a file of the project that wraps or is the backend. */
  readonly inTree: boolean;
  readonly place: Place;
  /** `[build-system] requires`. */
  readonly requires: readonly Entry[];
}

/** A Python project, as its configuration declares it. */
export interface Project extends Metadata {
  /** Where it lies in the tree, `''` for the top. */
  readonly folder: string;
  /** The file that describes it: pyproject.toml, setup.cfg or setup.py. */
  readonly file: string;
  /** How: by the standard table, by poetry's own, or by setuptools' older files. */
  readonly style: 'project' | 'poetry' | 'setup.cfg' | 'setup.py';
  readonly backend: Backend;
  readonly versionSource: VersionSource;
  /** `dynamic` of `[project]`. */
  readonly dynamic: readonly Entry[];
  /** `[dependency-groups]` (PEP 735), entries as written; an include is `{include-group = "x"}`. */
  readonly dependencyGroups: Fact<EntryLists>;
  /** What setuptools adds to the version when it builds (`tag_build`). */
  readonly tagBuild: Fact<string>;
  /** What is wrong with the configuration itself. */
  readonly problems: readonly Problem[];
}
