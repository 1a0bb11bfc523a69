import type { Changelog, Found, Fragment, FragmentScheme, Release } from '@pymaint/changelog';
import type { Fact, IsoDate } from '@pymaint/core';
import type { Project, TagShape, Version } from '@pymaint/python';
import type { Sources } from './gather/sources.ts';
import type { Options } from './options.ts';

/** The changelog with its text. */
export interface Log extends Found {
  /** The file's text; undefined where each release has a file of its own. */
  readonly text: string | undefined;
}

/** A tag of a release. */
export interface TaggedRelease {
  readonly tag: string;
  readonly version: Version;
  readonly date: IsoDate;
}

/** The tags of this project. */
export interface Tags {
  readonly shape: TagShape | undefined;
  /** Greatest version first. */
  readonly releases: readonly TaggedRelease[];
}

/** Where the project is hosted, as far as it says: `github.com`, `owner/name`. */
export interface Repository {
  readonly host: string;
  readonly name: string;
}

/** A file that a change touches. */
export interface ChangedFile {
  readonly path: string;
  readonly kind: 'added' | 'modified' | 'deleted';
}

/** What a pull request, or a branch, changes. */
export interface Change {
  /** The commit that it is compared with. */
  readonly base: string;
  readonly files: readonly ChangedFile[];
  /** Undefined for a branch that is no pull request yet. */
  readonly number: number | undefined;
  readonly title: string | undefined;
  readonly author: string | undefined;
  readonly byBot: boolean;
  readonly labels: readonly string[];
}

/** The notes of a release for its page. */
export interface Notes {
  readonly text: string;
  /** The file that holds them, absolute; undefined in a terminal, where nobody asks for one. */
  readonly path: string | undefined;
}

/** All that the checks of changelog-verify may look at. Each is gathered by the file of gather/ that bears its name. */
export type VerifyFacts = {
  /** Today, UTC. */
  readonly today: Fact<IsoDate>;
  /** What the user asks for. Always known. */
  readonly policy: Fact<Options>;
  /** The project's files, for other gatherers. */
  readonly sources: Fact<Sources>;
  readonly project: Fact<Project>;
  readonly changelog: Fact<Log>;
  /** How fragments are kept; its place is the setting that says so. */
  readonly scheme: Fact<FragmentScheme>;
  readonly fragments: Fact<readonly Fragment[]>;
  readonly tags: Fact<Tags>;
  /** All that the project may call its own: the event's, the remote's, that of `[project.urls]`. */
  readonly repositories: Fact<readonly Repository[]>;
  readonly change: Fact<Change>;
  /** The changelog as it was before the change. */
  readonly before: Fact<Changelog>;
  /** The release whose notes are given. */
  readonly release: Fact<Release>;
  readonly notes: Fact<Notes>;
};
