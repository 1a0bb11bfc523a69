/** One tag: an annotated tag is resolved to its commit, and dated by its tagger, a light one by its commit. */
export interface GitTag {
  readonly name: string;
  readonly commit: string;
  /** When the tag (or its commit) was made, ISO 8601 with offset. */
  readonly date: string;
}

/** A path that differs from the last commit, as `git status --porcelain` tells it. */
export interface GitChange {
  /** The two-letter state, such as ` M` or `??`. */
  readonly state: string;
  /** Relative to the project's folder. */
  readonly path: string;
}

/** What a branch or a pull request changes below the project's folder. */
export interface GitDifference {
  /** The commit that it is compared with: the one that the branch was made from, or the merged-into parent. */
  readonly base: string;
  /** Paths relative to the project's folder; a renamed file is told as one that is gone and one that is new. */
  readonly files: readonly {
    readonly path: string;
    readonly kind: 'added' | 'modified' | 'deleted';
  }[];
}

/** A file that a commit gave another name, as git's rename detection tells it. */
export interface GitRename {
  /** Relative to the project's folder, as is `to`. */
  readonly from: string;
  readonly to: string;
  /** The commit, in full. */
  readonly commit: string;
  /** How alike the two are, in percent: 100 where not a byte was changed. */
  readonly alike: number;
}

/** What git says of the project. Read only: nothing here changes the repository or asks a network. */
export interface Git {
  /**
   * False where the folder is in no git repository, or where there may be one that cannot be read (`unreadable`): git
   * is not installed, or refuses to read what another user owns. `why` says which.
   */
  available(): Promise<
    | { readonly yes: true }
    | { readonly yes: false; readonly why: string; readonly unreadable?: boolean }
  >;
  /** The repository's top folder relative to the project's: `.` or `..`, `../..` and so on. */
  top(): Promise<string>;
  /** The commit that is checked out (40 or 64 hexadecimal digits), or undefined before the first one. */
  head(): Promise<string | undefined>;
  /** The branch that is checked out, or undefined on a detached head. */
  branch(): Promise<string | undefined>;
  /** All tags, in git's order of names. */
  tags(): Promise<readonly GitTag[]>;
  /** Tags that point to a commit. */
  tagsAt(commit: string): Promise<readonly string[]>;
  /** The remote's default branch as this clone knows it (`origin/HEAD`, else `main` or `master` where just one exists). */
  defaultBranch(): Promise<string | undefined>;
  /** True where `ancestor` is reachable from `descendant`; undefined where the clone cannot tell (unknown or shallow). */
  isAncestor(ancestor: string, descendant: string): Promise<boolean | undefined>;
  /** Branches that hold a commit, as far as this clone knows them; remote ones without the remote's name, each once. */
  branchesWith(commit: string): Promise<readonly string[]>;
  /** True where history was cut off by `--depth`. */
  isShallow(): Promise<boolean>;
  /** Changes below the project's folder that are not committed; ignored files left out. */
  changes(): Promise<readonly GitChange[]>;
  /**
   * What the work tree's commit changes since it left `revision`. Where the commit merges `tip` into another (as a
   * pull request is checked out), what the merge brings. Undefined where this clone does not reach so far back.
   */
  changesSince(revision: string, tip?: string): Promise<GitDifference | undefined>;
  /** Files below the project's folder that git tracks, relative to it; some may be missing from the work tree. */
  tracked(): Promise<readonly string[]>;
  /** Files below the project's folder that are new to git and not ignored, relative to it. */
  untracked(): Promise<readonly string[]>;
  /**
   * Files below the project's folder that were renamed, newest first, in the last few thousand commits of what is
   * checked out. None where the clone is too shallow to hold one, or where git takes too long to tell.
   */
  renames(): Promise<readonly GitRename[]>;
  /** A file's text at a commit or tag, or undefined where it was not there. */
  show(revision: string, path: string): Promise<string | undefined>;
  /**
   * The day (UTC) of the commit that wrote a line of a file of the work tree, counted from 1; undefined where it is not
   * committed, or where history was cut off before it.
   */
  lineDay(path: string, line: number): Promise<string | undefined>;
  /** The address of a remote, credentials removed. */
  remoteUrl(name: string): Promise<string | undefined>;
}
