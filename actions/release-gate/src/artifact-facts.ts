import type { Trouble } from './run-facts.ts';

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

/** The long description as it stands in the project's files. */
export interface LongDescription {
  readonly text: string;
  /** `text/markdown`, `text/x-rst` or `text/plain`, with its parameters. */
  readonly contentType: string;
}
