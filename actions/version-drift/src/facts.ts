import type { Fact, IsoDate } from '@pymaint/core';
import type {
  CondaRecipe,
  Project,
  PythonClaim,
  ReleaseDate,
  Slot,
  SlotVerdict,
  StatedPythons,
  Version,
} from '@pymaint/python';
import type { BumpPattern } from './judging/bump-patterns.ts';

/** The project's files. */
export interface Sources {
  /** All of them, sorted. */
  readonly files: readonly string[];
  readonly read: (path: string) => Promise<string | undefined>;
}

/** The version that places are held against. */
export interface Target {
  readonly version: Version;
  /** `tags`: nothing declares the version, and the newest tag stands for it; then nothing is certain. */
  readonly from: 'option' | 'declared' | 'tags';
}

/** A tag of this project. */
export interface Release {
  readonly tag: string;
  readonly version: Version;
  /** The day on which it was made. */
  readonly date: IsoDate;
  /** True where it stands at the commit that is checked out. */
  readonly here: boolean;
}

/** What the package index has of the project. */
export type Published =
  | { readonly asked: false; readonly why: string }
  | {
      readonly asked: true;
      /** Of the index. */
      readonly url: string;
      /** With a file that was not yanked, greatest version first; their `tag` is the version, and they have no date. */
      readonly releases: readonly Release[];
    };

/** What the changelog says of the declared version. */
export interface Told {
  /** The day on which it was released, by the entry's heading. */
  readonly day: IsoDate;
}

/** One place that names the version, and where it stands. */
export interface JudgedSlot {
  readonly slot: Slot;
  /** `unknown`: there is nothing to hold it against. `placeholder`: `0.0.0`, which a build fills in. */
  readonly verdict: SlotVerdict | 'unknown' | 'placeholder';
  /** The version that it should hold; undefined where any of the past will do, or where it is not known. */
  readonly expected: Version | undefined;
  /** False where a difference might be meant: then it is at most a notice. */
  readonly certain: boolean;
}

/** Since when the version is declared, and how long it may wait for its release. */
export interface DeclaredDay {
  readonly day: IsoDate;
  /** In days. */
  readonly within: number;
}

/** All that the checks of version-drift may look at. */
export type DriftFacts = {
  readonly sources: Fact<Sources>;
  /** Its place is the file that describes the project. */
  readonly project: Fact<Project>;
  /** Tags of this project, greatest version first; never an empty list. */
  readonly releases: Fact<readonly Release[]>;
  readonly published: Fact<Published>;
  /** The day on which the line that declares the version was written, by git. */
  readonly declaredDay: Fact<DeclaredDay>;
  readonly target: Fact<Target>;
  /** Its place is the entry's heading. Only of a final version that is declared and not tagged. */
  readonly told: Fact<Told>;
  /** Days of release that stand beside a version; never an empty list. */
  readonly dates: Fact<readonly ReleaseDate[]>;
  /** Today, UTC. */
  readonly today: Fact<IsoDate>;
  /** The version of the option `release-as`. */
  readonly releaseAs: Fact<Version>;
  /** By path and line. */
  readonly slots: Fact<readonly JudgedSlot[]>;
  /** What bumping tools look for, as far as it can be read with certainty. */
  readonly bumpPatterns: Fact<readonly BumpPattern[]>;
  /** Recipes that build this project, in the repository; never an empty list. */
  readonly recipes: Fact<readonly CondaRecipe[]>;
  /** Where Pythons are said to be supported or tested. */
  readonly pythonClaims: Fact<readonly PythonClaim[]>;
  /** What the README and the pages about installing say of the Pythons that the project needs. */
  readonly statedPythons: Fact<readonly StatedPythons[]>;
};
