/** How a project keeps one file for each change until its release. */
export interface FragmentScheme {
  readonly tool: 'towncrier' | 'scriv' | 'custom';
  /** Folders that are read, relative to the project's; towncrier has one for each of its sections. */
  readonly folders: readonly string[];
  readonly types: readonly FragmentType[];
  /** What is not a fragment: file names in lower case, with `*`, `?` and `[…]` as fnmatch reads them. */
  readonly ignored: readonly string[];
  /** What the name of a fragment is made of. */
  readonly naming: Naming;
  /** Where the tool writes the changelog. */
  readonly changelog: string | undefined;
}

/** A kind of change that a fragment can tell of. */
export interface FragmentType {
  /** As in the file's name (towncrier) or heading (scriv). */
  readonly id: string;
  /** As in the changelog. */
  readonly title: string;
  /** False where the change is listed by its issue only, so that an empty fragment is right. */
  readonly showsContent: boolean;
}

/**
 * `towncrier`: `ISSUE.TYPE[.COUNTER][.SUFFIX]`. `suffix`: any name with one of these endings (scriv).
 * `pattern`: a description with `{issue}`, `{type}` and `{name}`, such as `{issue}.{type}.md`.
 */
export type Naming =
  | { readonly kind: 'towncrier' }
  | { readonly kind: 'suffix'; readonly suffixes: readonly string[] }
  | { readonly kind: 'pattern'; readonly pattern: string };

/** A file in a folder of fragments, and what a release would make of it. */
export interface Fragment {
  readonly path: string;
  /** `dropped`: its author meant a fragment, and a build would leave it out without a word. */
  readonly state: 'fragment' | 'ignored' | 'dropped';
  /** Why it is dropped. */
  readonly why: string | undefined;
  /** As in its name, leading zeros taken off; undefined for an orphan. */
  readonly issue: string | undefined;
  readonly type: string | undefined;
  readonly text: string;
  /** True where it says nothing: white space, comments and headings alone. */
  readonly empty: boolean;
}

/** A file as it is read. */
export interface FragmentFile {
  readonly path: string;
  readonly text: string;
}
