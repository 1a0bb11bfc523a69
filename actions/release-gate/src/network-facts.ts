import type { Place } from '@pymaint/core';
import type { IndexedProject, Version } from '@pymaint/python';

/** What was asked over the network; where nothing was to be asked, that is known as well. */
export type Asked<T> =
  | { readonly asked: false; readonly why: string }
  | { readonly asked: true; readonly value: T };

/** What the package index says of the project. */
export interface IndexAnswer {
  /** Its address without credentials. */
  readonly url: string;
  /** Undefined where the index has no such project: nothing was published yet. */
  readonly project: IndexedProject | undefined;
}

/** A published requirement, and what the index has of it. */
export interface IndexedRequirement {
  readonly name: string;
  readonly text: string;
  readonly place: Place;
  /** `dependencies` or `extra \`docs\``. */
  readonly of: string;
  /** The greatest version in the range that was not yanked: what is installed today. */
  readonly installed: Version | undefined;
  /** The greatest version in the range, and why it was yanked, where all in it were. */
  readonly yanked: { readonly version: Version; readonly reason: string } | undefined;
  /** The greatest version of all that was not yanked; final where there is one. */
  readonly newest: Version | undefined;
}

/** Advisories by `name==version`. */
export type Advisories = ReadonlyMap<string, readonly string[]>;
